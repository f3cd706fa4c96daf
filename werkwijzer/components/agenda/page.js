/* What is over does not show, however long ago the site was built. A calendar file says when it was taken, so that a calendar takes a day
   that was moved for the newer one. */
(() => {
  'use strict';

  /** Today as 2027-03-11, by the clock of the reader. */
  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  }

  function taken(link) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const edition = Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / 1000);
    link.href = link.href.replace(/SEQUENCE%3A\d+/g, `SEQUENCE%3A${edition}`).replace(/DTSTAMP%3A\w+/g, `DTSTAMP%3A${stamp}`);
  }

  class Agenda extends HTMLElement {
    connectedCallback() {
      this.onclick = ({ target }) => target.closest('a[download]') && taken(target.closest('a'));
      const rows = [...this.querySelectorAll('[data-last]')];
      for (const row of rows) row.hidden = row.dataset.last < today();
      const some = rows.some((row) => !row.hidden);
      this.querySelector('.ww-agenda-none').hidden = some;
      for (const part of this.querySelectorAll('.ww-agenda-list, .ww-agenda-all')) part.hidden = !some;
    }
  }

  customElements.define('ww-agenda', Agenda);
})();
