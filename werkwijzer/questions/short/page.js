/* Type a word or phrase. */

import { kit, scoring } from '../../browser/quiz/index.js';

export const type = {
  ...kit.typed((response, near, key) => scoring.accepts(response, near, key)),
  score: (key, response) => scoring.whole(scoring.fits(key, scoring.asText(response))),
};
