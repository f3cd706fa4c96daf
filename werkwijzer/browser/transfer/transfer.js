/* The whole record at once: export, import, merge, code, erase. */

import { coded, decoded } from '../base/code.js';
import { stampOf } from '../base/days.js';
import { know } from '../base/kinds.js';
import { more } from '../base/kinds-more.js';
import { refuse } from '../base/rules.js';
import { download as hand } from '../base/share.js';
import { record, store } from '../course/index.js';
import { HEAD, KINDS, OTHERS, overKinds, readImport } from './file.js';
import { compare, equal, joined } from './merge.js';

const { PLAIN, address, heir, courseAt, keyOf, textOf, keys: stored, native, put, emit, memory, readable } = store.raw;
const CODE = 4000;

know(store, more);

export function exportAll() {
  const device = Math.trunc(record.seed()).toString(16);
  return { ...HEAD, device, at: Date.now(), ...overKinds((kind) => Object.fromEntries(store.entries(kind))) };
}

/** A file at the downloads: werkwijzer-voortgang-2026-11-22.json. */
export function give(name, type, text) {
  hand(`werkwijzer-${name}-${stampOf()}.${type === 'text/plain' ? 'txt' : 'json'}`, type, text);
}

/** A backup at the downloads. */
export function download() {
  give('voortgang', 'application/json', JSON.stringify(exportAll(), null, 1));
  store.set('learner', 'backup', Date.now());
}

/** What another address keeps (`kind:id` → text), as a backup of it would say; what cannot be read is no part of it. */
export function fileOf(texts) {
  const file = { ...HEAD, at: Date.now() };
  for (const [name, kind] of Object.entries(KINDS))
    file[name] = Object.fromEntries(
      Object.entries(texts)
        .filter(([key]) => key.startsWith(`${kind}:`))
        .map(([key, text]) => [key.slice(kind.length + 1), readable(kind, text)])
        .filter(([, value]) => value),
    );
  return JSON.stringify(file);
}

// ---- Merging ----
function changes(data) {
  const each = (kind, id, theirs) => {
    const mine = store.get(kind, id);
    const value = joined(kind, mine ?? theirs, theirs);
    return equal(mine, value) ? [] : [[kind, id, value]];
  };
  return Object.entries(KINDS).flatMap(([name, kind]) => Object.entries(data[name]).flatMap(([id, theirs]) => each(kind, id, theirs)));
}

/** What a merge would do, in counts; `changes` is 0 when it would do nothing. */
export function plan(data) {
  const all = changes(data);
  const count = (...kinds) => all.filter(([kind]) => kinds.includes(kind)).length;
  const others = count(...OTHERS);
  const sum = { new: 0, newer: 0, older: 0, same: 0, notes: count('note'), others, unknown: data.unknown, changes: all.length };
  for (const [id, theirs] of Object.entries(data.answers)) sum[compare(store.get('answer', id), theirs)] += 1;
  return sum;
}

/** `{ok: true, undo}`, or `{ok: false, word}` and nothing has changed. */
export function merge(data) {
  const undo = apply(changes(data));
  if (!undo) return refuse('importFailed');
  record.persist();
  return { ok: true, undo };
}

// All or nothing: a function that undoes it, or null when the browser keeps no more.
function apply(list) {
  const done = [];
  for (const [kind, id, value] of list) {
    const key = keyOf(kind, id);
    const step = { key, text: JSON.stringify(value), before: textOf(key) };
    if (!put(key, step.text)) return (back(done), null);
    done.push(step);
  }
  emit(null, null);
  return () => back(done.filter((step) => textOf(step.key) === step.text));
}

// Last step first: each state on the way back has been stored before, so it fits.
function back(steps) {
  for (const step of [...steps].reverse()) put(step.key, step.before);
  emit(null, null);
}

// ---- A code to copy: WW1.<deflated JSON>.<checksum>, or WW2 where a browser cannot deflate ----
/** `{ok: true, code}` or `{ok: false, word}`. */
export async function toCode() {
  const { code } = await coded('WW', JSON.stringify(exportAll()));
  return code.length > CODE ? refuse('codeTooLarge') : { ok: true, code };
}

const WHY = { broken: 'importBadCode', newer: 'importNewerSchema', unsupported: 'codeUnsupported' };

/** As `readImport`. 4000 signs unfold to 3 MB at most, so nothing needs to be stopped halfway. */
export async function fromCode(said) {
  const { text, why } = await decoded(said, 'WW', CODE);
  const read = why ? refuse(WHY[why]) : readImport(text);
  return read.word === 'importNotJson' ? refuse('importBadCode') : read;
}

// ---- What could not be read, and the end of it all ----
/** `[{key, text}]` */
export const asides = () =>
  stored()
    .filter((key) => key.startsWith(keyOf('aside', '')))
    .map((key) => ({ key, text: textOf(key) }));

/** Everything of this course at this address, older and newer versions too; at these other addresses as well. */
export function erase(others = []) {
  const plain = heir || others.includes(textOf(`${PLAIN}heir`)) ? [courseAt('')] : [];
  const starts = [...plain, ...[address, ...others].map(courseAt)];
  for (const key of [...stored(), ...native()].filter((key) => starts.some((start) => key.startsWith(start)))) put(key, null);
  memory.clear();
  emit(null, null);
}
