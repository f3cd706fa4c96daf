/* What is over does not show, however long ago the site was built. A calendar file says when it was taken, so that a calendar takes a day
   that was moved for the newer one. */

import { dayNow, isoOf } from '../../browser/base/days.js';
import { edition, stamp } from '../../browser/base/ics.js';

function taken(link) {
  const now = Date.now();
  link.href = link.href.replace(/SEQUENCE%3A\d+/g, `SEQUENCE%3A${edition(now)}`).replace(/DTSTAMP%3A\w+/g, `DTSTAMP%3A${stamp(now)}`);
}

class Agenda extends HTMLElement {
  connectedCallback() {
    this.onclick = ({ target }) => target.closest('a[download]') && taken(target.closest('a'));
    const rows = [...this.querySelectorAll('[data-last]')];
    for (const row of rows) row.hidden = row.dataset.last < isoOf(dayNow());
    const some = rows.some((row) => !row.hidden);
    this.querySelector('.ww-agenda-none').hidden = some;
    for (const part of this.querySelectorAll('.ww-agenda-list, .ww-agenda-all')) part.hidden = !some;
  }
}

customElements.define('ww-agenda', Agenda);
