/* Gaps in running text, typed or picked. */

import { kit } from '../../browser/quiz/index.js';

const rows = (el) => kit.all(el, '.ww-gap').map((gap) => [gap.dataset.option, gap]);
// A list explains what was picked, a typed gap what was missed.
const why = (el, id, good, given) =>
  kit
    .keyItems(el, [id], '.ww-answer > ol > li')
    .flatMap((item) => (item.querySelector('li') ? kit.keyItems(item, [given], 'li') : good ? [] : [item]));
export const type = kit.many(rows, 'emptyGaps', why);
