/* A list per item. */

import { kit } from '../../browser/quiz/index.js';

const rows = (el) => kit.all(el, '.ww-match li').map((item) => [item.dataset.option, item.querySelector('select')]);
export const type = kit.many(rows, 'emptyMatch', (el, id, good) => (good ? [] : kit.keyItems(el, [id])));
