/* What the record holds, kind by kind: every value is checked and built anew on each read, as if a stranger had sent it. These
   every page knows; those of `kinds-more.js` a script that reads them makes known first. */

import { group, isObject, LONG, list, number, oneOf, rule, shape, text, time } from './rules.js';

const names = list(20, text(100));
const part = (value = null) => {
  if (value === null || typeof value === 'boolean') return value;
  return Array.isArray(value) ? names(value) : text(LONG)(value);
};
const parts = group(20, part);
const score = { points: number(1000), of: number(1000), hash: rule((value) => /^[0-9a-f]{10}$/.test(text(10)(value))), at: time };

/** One attempt at a question. */
export const result = shape(score);

export const rules = {
  answer: shape({
    response: (value) => (isObject(value) ? parts(value) : part(value)),
    ...score,
    attempts: number(1e6),
    hints: number(100),
    confidence: oneOf(null, 'guess', 'doubt', 'sure'),
    shown: oneOf(false, true),
    history: list(10, result),
    text: text(LONG, ''),
  }),
  chapter: shape({ opened: time, at: time }),
  note: shape({ parts: group(20, text(LONG)), at: time }),
  learner: number(1e15),
  assignment: shape({ code: text(6000), at: time }),
};

/** Tells the store how to read these kinds. */
export function know(store, kinds) {
  for (const [kind, clean] of Object.entries(kinds)) store.check(kind, clean);
}
