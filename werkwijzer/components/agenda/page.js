/* What is over does not show, however long ago the site was built. */
(() => {
  'use strict';

  /** Today as 2027-03-11, by the clock of the reader. */
  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  }

  class Agenda extends HTMLElement {
    connectedCallback() {
      const rows = [...this.querySelectorAll('[data-last]')];
      for (const row of rows) row.hidden = row.dataset.last < today();
      const some = rows.some((row) => !row.hidden);
      this.querySelector('.ww-agenda-none').hidden = some;
      for (const part of this.querySelectorAll('.ww-agenda-list, .ww-agenda-all')) part.hidden = !some;
    }
  }

  customElements.define('ww-agenda', Agenda);
})();
