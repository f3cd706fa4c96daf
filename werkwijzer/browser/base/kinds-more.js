/* Kinds of the record that few pages read; see `kinds.js`. */

import { group, list, number, rule, shape, text, time } from './rules.js';

export const more = {
  scan: shape({ takes: list(12, shape({ answers: group(400, text(100)), at: time })), at: time }),
  case: shape({ path: list(40, text(161)), ending: text(80, ''), runs: number(1e6), at: time }),
  review: (value) => {
    const { from, ...plan } = shape({ stage: number(100), due: rule(Number.isInteger), at: time, from: rule(Number.isInteger, 0) })(value);
    return from ? { ...plan, from } : plan;
  },
};
