/* A record as a file: what it holds, and reading one that somebody brings. No DOM.

   JSON: format, schema, course, device (who made it), at, and for each kind a group of id → value. */

import { COURSE } from '../base/identity.js';
import { rules } from '../base/kinds.js';
import { more } from '../base/kinds-more.js';
import { group, keys, refuse, shape, time } from '../base/rules.js';

export const KINDS = {
  answers: 'answer',
  chapters: 'chapter',
  notes: 'note',
  scans: 'scan',
  cases: 'case',
  reviews: 'review',
  assignments: 'assignment',
};
/** What may be progress besides answers and notes; who only opened a chapter has nothing to lose. */
export const OTHERS = Object.values(KINDS).filter((kind) => !['answer', 'chapter', 'note'].includes(kind));
export const HEAD = { format: 'werkwijzer', schema: 1, course: COURSE };
const MOST = 8e6; // more than a browser keeps

/** The groups of a file, each made from its kind. */
export const overKinds = (make) => Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [name, make(kind, name)]));

const all = { ...rules, ...more };
const fileRules = shape({
  at: time,
  ...overKinds(
    (kind) =>
      (value = {}) =>
        group(5000, all[kind])(value),
  ),
});

/** `{ok: true, data}` with only checked values in it, or `{ok: false, word}` that says why not. */
export function readImport(said) {
  if (said.length > MOST) return refuse('importTooLarge');
  try {
    const file = JSON.parse(said);
    const word = refusal(keys(file), file);
    return word ? refuse(word) : { ok: true, data: { ...fileRules(file), unknown: unknown(file) } };
  } catch {
    return refuse('importNotJson');
  }
}

function refusal(names, file) {
  if (!names.includes('format') || file.format !== HEAD.format) return 'importNotJson';
  if (file.course !== HEAD.course) return 'importOtherCourse';
  if (file.schema === HEAD.schema) return null;
  return Number.isInteger(file.schema) && file.schema > HEAD.schema ? 'importNewerSchema' : 'importNotJson';
}

// A later version may keep more kinds of things; they are counted, not taken over.
function unknown(file) {
  const others = Object.keys(file).filter((key) => !(key in HEAD) && !(key in KINDS) && !['device', 'at'].includes(key));
  return others.reduce((sum, key) => sum + (Object(file[key]) === file[key] ? Object.keys(file[key]).length : 1), 0);
}
