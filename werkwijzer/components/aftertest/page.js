/* Lays the first result beside the present one, of questions that measure the same. */

import { say } from '../../browser/base/words.js';
import { record, Shown } from '../../browser/course/index.js';

/** The first attempt at this very question (`id:hash:points:was,was`), or null: a later one may have seen the answer. */
function first(trail) {
  const [id, hash, , was] = trail.split(':');
  const { answer } = record.standing(id, hash, was ? was.split(',') : []);
  const attempt = answer && [...answer.history, answer].find((one) => one.of && (one !== answer || answer.attempts));
  return attempt?.hash === hash ? attempt : null;
}

/** `{before, after, of}`: how many were right then and now, of the pairs that were both answered; `done`: of how many now. */
function compare(pairs) {
  const given = pairs.map((pair) => pair.map(first)).filter(([, after]) => after);
  const both = given.filter(([before]) => before);
  const right = (side) => both.filter((pair) => pair[side].points === pair[side].of).length;
  return { before: right(0), after: right(1), of: both.length, done: given.length };
}

class AfterTest extends Shown {
  show() {
    const sum = this.querySelector('.ww-aftertest-sum');
    if (!sum) return;
    const found = compare(JSON.parse(this.dataset.pairs));
    const said = found.done ? say(found.of ? 'afterBoth' : 'afterOnly', found) : '';
    if (sum.textContent !== said) sum.textContent = said;
  }
}

customElements.define('ww-aftertest', AfterTest);
