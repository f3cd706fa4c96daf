/* How far you are in the course: lists of chapters on home, module pages and Mijn voortgang. */

import { all, link } from '../../browser/base/dom.js';
import { named, say } from '../../browser/base/words.js';
import { bring, record, Shown, showGoals, store } from '../../browser/course/index.js';

class Overview extends Shown {
  /** The button as the page was written.
   * @type {HTMLAnchorElement | undefined} */
  first;

  show() {
    const rows = all(this, '.ww-chapter-row');
    rows.forEach((row) => this.showRow(row));
    this.showResume(rows);
  }

  showRow(row) {
    const pass = Number(row.dataset.pass);
    const opened = store.get('chapter', row.dataset.chapter) !== null;
    row.dataset.state = record.status(row.dataset.questions, { pass, opened }).state;
    row.querySelector('.ww-chapter-state').textContent = named('status', row.dataset.state);
    showGoals(row, pass);
  }

  // On from the chapter that was opened last; when that one is done, from the next that is not.
  showResume(rows) {
    const line = this.querySelector('.ww-resume');
    const last = rows.map((row) => store.get('chapter', row.dataset.chapter)?.at ?? 0);
    const at = Math.max(0, last.indexOf(Math.max(...last)));
    const row = [...rows.slice(at), ...rows].find((item) => item.dataset.state !== 'done');
    line.hidden = !row;
    if (!row) return;
    const word = row.dataset.state === 'none' ? 'begin' : 'resume';
    line.replaceChildren(link(row.querySelector('a').href, say(word, { title: row.querySelector('.ww-chapter-title').textContent })));
    this.lead(row === rows[0] && word === 'begin' ? null : line.firstChild);
  }

  /** The button at the top of home goes the same way for who has begun; it stands screens above the list. */
  lead(on) {
    const button = this.closest('.ww-home')?.querySelector('a.ww-button');
    if (!button) return;
    this.first ??= button.cloneNode(true);
    const { href, textContent } = on ?? this.first;
    Object.assign(button, { href, textContent });
  }
}

customElements.define('ww-overview', Overview);

// Something of this course under another address: then home offers it. Mijn voortgang has that script by itself.
const { address, courseAt, native } = store.raw;
const start = courseAt('').slice(0, -1);
if (document.querySelector('.ww-home') && native().some((key) => key.startsWith(start) && !key.startsWith(courseAt(address))))
  bring('transfer');
