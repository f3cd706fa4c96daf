/* The proof of participation: lists what is done, and takes a name that is kept nowhere. */

import { say, words } from '../../browser/base/words.js';
import { date, record, Shown } from '../../browser/course/index.js';

class Certificate extends Shown {
  connectedCallback() {
    this.life?.abort();
    this.life = new AbortController();
    const { signal } = this.life;
    this.addEventListener('input', () => this.show(), { signal });
    this.addEventListener('click', ({ target }) => target.closest('[data-do=print]') && print(), { signal });
    this.one('plain').hidden = true;
    this.one('tools').hidden = this.one('sheet').hidden = false;
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.life.abort();
    this.one('plain').hidden = false;
    this.one('tools').hidden = this.one('sheet').hidden = true;
  }

  one(name) {
    return this.querySelector(`.ww-certificate-${name}`);
  }

  show() {
    const rows = [...this.querySelectorAll('li')];
    const done = rows.filter((row) => record.status(row.dataset.questions, { pass: Number(row.dataset.pass) }).state === 'done');
    for (const row of rows) row.hidden = !done.includes(row);
    for (const part of this.querySelectorAll('.ww-certificate-part')) part.hidden = !part.querySelector('li:not([hidden])');
    this.one('none').hidden = done.length > 0;
    const minutes = done.reduce((sum, row) => sum + Number(row.dataset.minutes), 0);
    const hours = (Math.round(minutes / 30) / 2).toLocaleString('nl-NL');
    this.one('name').textContent = this.querySelector('input').value.trim() || words.certificateName;
    this.one('total').textContent = say('certificateTotal', { count: done.length, total: rows.length, hours });
    this.one('date').textContent = say('certificateDate', { date: date(Date.now()) });
    this.one('sheet').hidden = !done.length;
  }
}

customElements.define('ww-certificate', Certificate);
