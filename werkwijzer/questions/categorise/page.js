/* A set of radios per card. */

import { kit } from '../../browser/quiz/index.js';

const rows = (el) => kit.all(el, '.ww-sort').map((card) => [card.dataset.option, card]);
export const type = kit.many(rows, 'emptyCards', (el, id, good) => (good ? [] : kit.keyItems(el, [id])));
