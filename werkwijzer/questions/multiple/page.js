/* Pick all that are right. */

import { kit } from '../../browser/quiz/index.js';

const box = (el) => el.querySelector('.ww-field');
const checked = (el) => kit.all(box(el), ':checked');
export const type = {
  read: (el) =>
    checked(el)
      .map((input) => input.value)
      .sort(),
  empty: (response) => (response.length ? null : 'emptyMultiple'),
  write: (el, response) =>
    kit.all(box(el), 'input').forEach((input) => {
      input.checked = Array.isArray(response) && response.includes(input.value);
    }),
  words: (el) =>
    checked(el)
      .map((input) => input.labels[0].textContent)
      .join('; '),
  init: (el, signal) => el.shuffle('.ww-options', signal),
  score(key, response) {
    const taken = [...new Set(Array.isArray(response) ? response : [])];
    const right = taken.filter((id) => key.includes(id)).length;
    return { points: Math.max(0, 2 * right - taken.length), of: key.length };
  },
  mark: (el, key, response, shown) => kit.markOptions(el, box(el), key, { shown }),
};
