/* Type a number. */

import { kit, scoring } from '../../browser/quiz/index.js';

const typed = kit.typed((response, [answer, tolerance]) => scoring.within(response, answer, tolerance));
export const type = {
  ...typed,
  empty: (response) => typed.empty(response) ?? (scoring.readings(response).length ? null : 'notNumber'),
  score: (key, response) => scoring.whole(scoring.within(scoring.asText(response), key.answer, key.tolerance)),
};
