/* One of two. */

import { kit, scoring } from 'werkwijzer/browser/quiz/index.js';

const box = (el) => el.querySelector('.ww-field');

export const type = {
  ...kit.single(box, 'emptyTilt'),
  score: (key, response) => scoring.whole(response === key),
  mark: (el, key, response, shown) => kit.markOptions(el, box(el), [key], { shown }),
};
