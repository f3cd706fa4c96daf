/* Pick one. */

import { kit, scoring } from '../../browser/quiz/index.js';

const box = (el) => el.querySelector('.ww-field');
export const type = {
  ...kit.single(box, 'emptyChoice'),
  init: (el, signal) => el.shuffle('.ww-options', signal),
  score: (key, response) => scoring.whole(response === key),
  mark: (el, key, response, shown) => kit.markOptions(el, box(el), [key], { shown }),
};
