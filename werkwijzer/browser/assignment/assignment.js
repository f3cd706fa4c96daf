/* An assignment: what a trainer asks, in one link. No DOM. Its twin is werkwijzer/course/assignment.py; both read what the other makes.

   JSON, keys in this order, empty ones left out:
     v: 1, course: the course's id, key: eight hexadecimal digits, drawn once and kept when the trainer edits,
     title, team (who asks), note, bring: texts; days: ['2027-03-11', …] training days; parts: [{due: '2027-03-04', items: […]}, …]
   An item is the id of a chapter, or `vraag:`, `casus:` or `scan:` and an id. No personal data.
   Link: <home page>#opdracht=WO1.<JSON, deflated, base64url>.<checksum of the JSON>; the checksum is the assignment's id. A browser
   that cannot deflate makes WO2, in which the JSON is not deflated. */

import { isDay } from '../base/days.js';
import { COURSE } from '../base/identity.js';
import { able, checksum, LAST, open, packed } from '../base/pack.js';
import { codes } from '../base/pasted.js';
import { both, keys, like, list, refuse, rule, shape, text } from '../base/rules.js';
import { say, words } from '../base/words.js';

export const V = 1;
const MOST = 20000;
const BODY = 5800; // signs; the record keeps no longer code

// ---- Rules, as strict as those of an import ----
const filled = (most) => rule((value) => /[^\0- ]/.test(text(most)(value)));
const some = rule((items) => items.length > 0);
const sorted = rule((days) => days.every((one, index) => !index || days[index - 1] < one));
const exact = (rules) => (value) => (keys(value).every((name) => Object.hasOwn(rules, name)) ? shape(rules)(value) : some([]));
const part = exact({ due: rule(isDay), items: both(list(1000, like(/^(vraag:|casus:|scan:)?[a-z0-9-]{1,80}$/)), some) });
const clean = exact({
  v: rule((value) => value === V),
  course: rule((value) => value === COURSE),
  key: like(/^[0-9a-f]{8}$/),
  title: filled(100),
  team: text(80, ''),
  note: text(600, ''),
  bring: text(300, ''),
  days: both(list(12, rule(isDay)), sorted),
  parts: both(list(13, part), some),
});

/** The assignment with only checked values in it. Throws when it is none: parts in order of their day, every item once. */
export function checked(value) {
  const assignment = clean(value);
  sorted(assignment.parts.map(({ due }) => due));
  sorted(assignment.parts.flatMap(({ items }) => items).sort());
  return assignment;
}

/** The one text of an assignment: keys in their order, nothing empty. */
export const jsonOf = (value) =>
  JSON.stringify(checked(value), (name, held) => (held === '' || (name === 'days' && !held.length) ? undefined : held));

/** The code of an assignment, what stands in the link behind `#opdracht=`. Throws when it is none; '' when it is too long to be read again. */
export async function encode(value) {
  const json = jsonOf(value);
  const [number, body] = await packed(json);
  return body.length > BODY ? '' : `WO${number}.${body}.${checksum(json)}`;
}

/** `{ok: true, id, code, assignment}`, or `{ok: false, word}` that says why not. Takes whatever holds a code; never throws. */
export async function decode(said) {
  let refused = refuse('assignmentBroken');
  for (const found of typeof said === 'string' ? codes(said, 'WO') : []) {
    const read = await decoded(found);
    if (read.ok) return read;
    if (refused.word === 'assignmentBroken') refused = read;
  }
  return refused;
}

async function decoded({ version, body, sum }) {
  if (!version || body.length > BODY) return refuse('assignmentBroken');
  if (version > LAST) return refuse('assignmentNewer');
  if (version === 1 && !able) return refuse('assignmentUnsupported');
  try {
    const json = await open(body, version);
    if (json.length > MOST || checksum(json) !== sum) return refuse('assignmentBroken');
    const value = JSON.parse(json);
    if (refusal(value)) return refusal(value);
    return jsonOf(value) === json
      ? { ok: true, id: sum, code: `WO${version}.${body}.${sum}`, assignment: checked(value) }
      : refuse('assignmentBroken');
  } catch {
    return refuse('assignmentBroken');
  }
}

function refusal(value) {
  if (typeof value?.course === 'string' && value.course !== COURSE) return refuse('assignmentOther');
  return Number.isInteger(value?.v) && value.v > V ? refuse('assignmentNewer') : null;
}

/** How many training days lie before this deadline: 0 is before day 1, all of them is after the training. */
export const place = (days, due) => days.filter((one) => one <= due).length;

/** Vóór dag 1 · Tussen dag 1 en dag 2 · Na de training; with the words of `said`. */
export function partTitle({ days }, due) {
  if (!days.length) return words.partOnly;
  const at = place(days, due);
  if (at === 0) return say(days.length > 1 ? 'partBefore' : 'partBeforeOne', { day: 1 });
  return at === days.length ? words.partAfter : say('partBetween', { day: at, next: at + 1 });
}
