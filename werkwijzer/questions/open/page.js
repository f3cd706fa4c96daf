/* Write, compare, tick one's own criteria. Never scored. */

import { words } from '../../browser/base/words.js';
import { kit, scoring } from '../../browser/quiz/index.js';

const field = (el) => el.querySelector('textarea');
const ticks = (el) => kit.all(el, '.ww-criteria input');

function save(el) {
  if (!el.dirty || el.long || !(el.answer || !el.missing)) return;
  const kept = el.keep(0);
  el.dirty = false;
  el.dataset.state = el.state();
  el.say(kept ? words.saved : '');
}

export const type = {
  read: (el) => ({
    text: field(el).value,
    criteria: ticks(el)
      .filter((tick) => tick.checked)
      .map((tick) => tick.value),
  }),
  empty: (response) => (scoring.asText(response?.text).trim() ? null : 'emptyOpen'),
  write(el, response) {
    field(el).value = scoring.asText(response?.text);
    for (const tick of ticks(el)) tick.checked = Array.isArray(response?.criteria) && response.criteria.includes(tick.value);
  },
  words: () => '', // the response holds them
  score: () => ({ points: 0, of: 0 }),
  mark: () => [],
  init(el, signal) {
    let pause;
    const later = ({ target }) => {
      el.dirty = true;
      clearTimeout(pause);
      pause = setTimeout(save, target.matches('textarea') ? 1000 : 0, el);
    };
    el.addEventListener('input', later, { signal });
    addEventListener('pagehide', () => save(el), { signal });
    signal.addEventListener('abort', () => clearTimeout(pause));
  },
};
