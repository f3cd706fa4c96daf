/* Put steps in order, with buttons. */

import { say, words } from '../../browser/base/words.js';
import { kit } from '../../browser/quiz/index.js';

const steps = (el) => kit.all(el, '.ww-order > li');
const text = (step) => step.querySelector('.ww-order-text').textContent;
const ids = (el) => steps(el).map((step) => step.dataset.option);

/** A key holds the pairs whose order matters, or every step in its place: then those are the neighbours. */
const pairs = (key) => (Array.isArray(key[0]) ? key : key.slice(1).map((step, index) => [key[index], step]));

/** The pairs of which a step stands on the wrong side of the other. */
const displaced = (key, response) => pairs(key).filter((pair) => !before(response, pair));

const before = (response, [first, next]) => response.includes(first) && response.indexOf(first) < response.indexOf(next);

function move(el, step, up) {
  const other = up ? step.previousElementSibling : step.nextElementSibling;
  if (!other) return el.say(words[up ? 'first' : 'last']);
  // The other one moves, so that the pressed button keeps its focus.
  if (up) step.after(other);
  else step.before(other);
  el.moved = true;
  el.touch();
  el.say(say('moved', { text: text(step), place: steps(el).indexOf(step) + 1, total: steps(el).length }));
}

export const type = {
  read: ids,
  empty: (response, el) => (el.moved ? null : 'emptyOrder'),
  write(el, response) {
    el.moved = Array.isArray(response);
    const place = (step) => (el.moved ? response.indexOf(step.dataset.option) : -1);
    el.querySelector('.ww-order').append(...steps(el).sort((a, b) => place(a) - place(b)));
  },
  words: (el) => steps(el).map(text).join('; '),
  score(key, response) {
    const given = Array.isArray(response) ? response : [];
    const of = pairs(key).length;
    return { points: of - displaced(key, given).length, of };
  },
  mark(el, key, response) {
    if (!el.moved) return [];
    const wrong = displaced(key, ids(el)).flat();
    for (const step of steps(el)) kit.markRow(step.querySelector('.ww-order-text'), !wrong.includes(step.dataset.option));
    // In the learner's order: the answer list would give the right one away.
    return ids(el)
      .filter((id) => wrong.includes(id))
      .flatMap((id) => kit.keyItems(el, [id]));
  },
  init(el, signal) {
    const show = (js) =>
      steps(el).forEach((step) => {
        step.querySelector('.ww-place').hidden = js;
        step.querySelector('.ww-moves').hidden = !js;
      });
    el.addEventListener(
      'click',
      ({ target }) => {
        const button = target.closest('.ww-up, .ww-down');
        if (button) move(el, button.closest('li'), button.matches('.ww-up'));
      },
      { signal },
    );
    const written = steps(el);
    show(true);
    signal.addEventListener('abort', () => {
      show(false);
      el.querySelector('.ww-order').append(...written);
    });
  },
};
