/* A report: what a reader chooses to show a trainer, as a file or a code. No DOM. Who reads one (the trainer's board) uses `read`.

   JSON:
     format: 'werkwijzer-rapport', v: 1, course: the course's id, at: milliseconds
     id: 16 hexadecimal digits, the same for the same browser and name (as `plain` has it; reports of 2026 may have it as it was typed,
         in small letters), so that of two reports of one person the newest counts; they say nothing about either
     name: what the reader typed ('' for none; it is not kept in the record)
     assignment: {id, title}, left out when the report is about the whole course
     chapters: {chapterId: {state: none|busy|done|changed, done, total}}       questions answered, of how many
     answers: {questionId: {hash, points, of, attempts, hints, confidence, response}}   scored questions that were tried;
         response holds ids of options only (a text, a truth value, a list or a group of those), null where an answer is typed
     texts: {questionId: text}                  open answers that the reader ticked
     scans: {scanId: {dimensionId: average}}    only when the reader ticked it
     cases: {caseId: {ending, path: [nodeId, …]}}
   Code: WR1.<JSON, deflated, base64url>.<checksum of that body>; WR2 where a browser cannot deflate. */

import { coded, decoded } from '../base/code.js';
import { digest, hex } from '../base/digest.js';
import { COURSE } from '../base/identity.js';
import { plain } from '../base/plain.js';
import { both, fit, group, isObject, keys, like, list, number, oneOf, refuse, rule, shape, text, time, whole } from '../base/rules.js';

const HEAD = { format: 'werkwijzer-rapport', v: 1, course: COURSE };
const MOST = 8e6; // as much as a browser keeps of a record
const CODE = 16000;
const NAME = 60;

// ---- Reading what somebody brings ----
const id = like(/^[a-z0-9-]{1,80}$/);
const part = (value) => (value === null || typeof value === 'boolean' ? value : Array.isArray(value) ? list(20, id)(value) : id(value));
const response = (value = null) => (isObject(value) ? group(20, part)(value) : part(value));
const orNone =
  (each) =>
  (value = {}) =>
    each(value);
const within = (less, more) => rule((value) => value[less] <= value[more]);
const rules = shape({
  at: time,
  id: like(/^[0-9a-f]{16}$/),
  name: text(NAME, ''),
  assignment: (value) => (value === undefined ? undefined : shape({ id: like(/^[0-9a-f]{8}$/), title: text(100) })(value)),
  chapters: orNone(
    group(
      200,
      both(shape({ state: oneOf('none', 'busy', 'done', 'changed'), done: whole(1000), total: whole(1000) }), within('done', 'total')),
    ),
  ),
  answers: orNone(
    group(
      5000,
      both(
        shape({
          hash: like(/^[0-9a-f]{10}$/),
          points: number(1000),
          of: number(1000),
          attempts: whole(1e6),
          hints: whole(100),
          confidence: oneOf(null, 'guess', 'doubt', 'sure'),
          response,
        }),
        within('points', 'of'),
      ),
    ),
  ),
  texts: orNone(group(1000, text(20000))),
  scans: orNone(group(50, group(40, number(1000)))),
  cases: orNone(group(50, shape({ ending: text(80, ''), path: list(40, like(/^[a-z0-9:.-]{1,161}$/)) }))),
});

/** `{ok: true, report}` with only checked values in it, or `{ok: false, word}` that says why not. Takes a file's text or a code; never throws. */
export async function read(said) {
  if (typeof said !== 'string' || said.length > MOST) return refuse('reportTooLarge');
  return /^\s*[[{]/.test(said) ? readJson(said) : readCode(said);
}

const WHY = { broken: 'reportBroken', newer: 'reportNewer', unsupported: 'reportUnsupported' };

async function readCode(said) {
  const { text: json, why } = await decoded(said, 'WR', CODE);
  if (why) return refuse(WHY[why]);
  return json.length > MOST ? refuse('reportTooLarge') : readJson(json);
}

function readJson(json) {
  try {
    const value = JSON.parse(json);
    const word = refusal(keys(value), value);
    return word ? refuse(word) : { ok: true, report: { ...HEAD, ...rules(value) } };
  } catch {
    return refuse('reportBroken');
  }
}

function refusal(names, value) {
  if (!names.includes('format') || value.format !== HEAD.format) return 'reportBroken';
  if (value.course !== HEAD.course) return 'reportOther';
  if (value.v === HEAD.v) return null;
  return Number.isInteger(value.v) && value.v > HEAD.v ? 'reportNewer' : 'reportBroken';
}

// ---- Making one ----
const who = (seed, name) => hex(digest(`${seed} rapport ${name}`)) + hex(digest(`${name} rapport ${seed}`));

const pick = (from, ids) => Object.fromEntries(ids.filter((one) => Object.hasOwn(from, one)).map((one) => [one, from[one]]));

/** The report about `held` (as `gather` gives it). `choice`: `{name, assignment: {id, title} or null, texts: [question ids], scans: true or false}`. */
export function make(held, choice, { at, seed }) {
  const name = fit(choice.name.trim());
  return {
    ...HEAD,
    at,
    id: who(seed, plain(name)),
    name,
    ...(choice.assignment && { assignment: choice.assignment }),
    chapters: held.chapters,
    answers: held.answers,
    texts: pick(held.texts, choice.texts),
    scans: choice.scans ? held.scans : {},
    cases: held.cases,
  };
}

/** `{ok: true, code}` or `{ok: false, word}`. */
export async function encode(report) {
  const { body, code } = await coded('WR', JSON.stringify(report));
  return body.length > CODE ? refuse('reportCodeTooLarge') : { ok: true, code };
}

/** The average per dimension of one take of a scan; `dimensions`: answer → dimension, `values`: what is chosen → number. */
export function profile({ dimensions = {}, values = {} }, { answers }) {
  const rated = Object.entries(answers).filter(([statement, said]) => Object.hasOwn(dimensions, statement) && Object.hasOwn(values, said));
  const sums = {};
  for (const [statement, said] of rated) (sums[dimensions[statement]] ??= []).push(values[said]);
  return Object.fromEntries(
    Object.entries(sums).map(([dimension, all]) => [
      dimension,
      Math.round((100 * all.reduce((sum, value) => sum + value, 0)) / all.length) / 100,
    ]),
  );
}
