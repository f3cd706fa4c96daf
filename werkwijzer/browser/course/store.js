/* Guarded storage: one key per thing, so that two tabs cannot overwrite each other's answers. Never throws.

   werkwijzer:<course>@<address>:<schema>:<kind>:<id>, where the address is the path of the course on its host: two copies on one
   host keep apart. From a disk there is no address and no @. What was kept before keys had an address is read by the first
   address that opened since (`heir`), where it stands: who writes there too (an old page, an old version) loses nothing. */

import { make } from '../base/dom.js';
import { COURSE as NAME } from '../base/identity.js';
import { capital } from '../base/words.js';

const own = globalThis.Werkwijzer;
const ID = /^[a-z0-9-]{1,80}$/;
const RANK = ['ok', 'damaged', 'full', 'blocked'];
const memory = new Map(); // key → text that the browser would not keep
const checks = new Map(); // kind → function that returns a clean value, or throws
const listeners = new Set();
const area = guarded(() => localStorage) ?? null;
const { src } = document.currentScript;
const { protocol, pathname } = new URL('../../', src);
const address = /^http/.test(protocol) ? pathname : '';
const courseAt = (path) => `werkwijzer:${NAME}${path && `@${encodeURIComponent(path)}`}:`;
const COURSE = courseAt(address);
const [PREFIX, PLAIN] = [COURSE, courseAt('')].map((start) => `${start}1:`);
const coming = {}; // name of a script → when it is there
let state = 'ok';

function guarded(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const native = () => guarded(() => Object.keys(area)) ?? [];
const held = (key) => guarded(() => area.getItem(key)) ?? null;
const timeOf = (text) => guarded(() => JSON.parse(text).at) ?? 0;

function isHeir() {
  const known = held(`${PLAIN}heir`);
  if (known !== null || !native().some((key) => key.startsWith(PLAIN))) return known === address;
  guarded(() => area.setItem(`${PLAIN}heir`, address));
  return true;
}

const heir = address !== '' && isHeir();

function worsen(to) {
  if (RANK.indexOf(to) <= RANK.indexOf(state)) return;
  state = to;
  seldom('tell', `storage${capital(to)}`);
}

/** What another script of ours gives under its own name. It is loaded once, after those that were asked for before, or was on the page already. */
export const bring = (name) =>
  (coming[name] ??= new Promise((done) => {
    if (own[name]) done(own[name]);
    else document.head.append(make('script', { async: false, src: new URL(`${name}.js`, src), onload: () => done(own[name]) }));
  }));

/** Has `care` do what a page seldom needs; it comes when it is asked for first. */
export const seldom = (act, ...given) => bring('care').then((care) => care[act](...given));

function emit(kind, id) {
  for (const listener of [...listeners]) listener(kind, id);
}

const keyOf = (kind, id) => `${PREFIX}${kind}:${id}`;
const ours = (key) => (heir && key.startsWith(PLAIN) ? PREFIX + key.slice(PLAIN.length) : key);
const twin = (key) => (heir && key.startsWith(PREFIX) ? PLAIN + key.slice(PREFIX.length) : key);

/** Under which of its two keys a thing stands: where it is newest. */
function spot(key) {
  const old = held(twin(key));
  return old !== null && (held(key) === null || timeOf(old) > timeOf(held(key))) ? twin(key) : key;
}

const textOf = (key) => memory.get(key) ?? held(spot(key));
const keys = () => [...new Set([...native().map(ours), ...memory.keys()])];

function put(key, text) {
  try {
    if (text === null) for (const one of [key, twin(key)]) area.removeItem(one);
    else area.setItem(key, text);
    memory.delete(key);
    return true;
  } catch (error) {
    worsen(/quota/i.test(/** @type {Error} */ (error).name) ? 'full' : 'blocked');
    return false;
  }
}

// Removing first makes room for the copy when storage is full.
function setAside(kind, id, text) {
  const key = spot(keyOf(kind, id));
  memory.delete(keyOf(kind, id));
  guarded(() => area.removeItem(key));
  if (!put(keyOf('aside', `${kind}:${id}:${Date.now()}`), text)) guarded(() => area.setItem(key, text));
  worsen('damaged');
}

/** What a text stands for; undefined when it cannot be read. */
const readable = (kind, text) => guarded(() => checks.get(kind)(JSON.parse(text)));

function get(kind, id) {
  const text = textOf(keyOf(kind, id));
  if (text === null || !checks.has(kind)) return null;
  const value = readable(kind, text);
  if (value === undefined) setAside(kind, id, text);
  return value ?? null;
}

/** True when it will survive this page. What is kept later is later, even when the clock was put back in between. */
function set(kind, id, value) {
  const last = timeOf(textOf(keyOf(kind, id)));
  const text = JSON.stringify(kind !== 'review' && value.at <= last ? { ...value, at: last + 1 } : value);
  const kept = put(keyOf(kind, id), text);
  if (!kept) memory.set(keyOf(kind, id), text);
  emit(kind, id);
  return kept;
}

function forget(kind, id) {
  memory.delete(keyOf(kind, id));
  put(keyOf(kind, id), null);
  emit(kind, id);
}

function entries(kind) {
  const start = keyOf(kind, '');
  const ids = keys()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
  return ids
    .filter((id) => ID.test(id))
    .map((id) => [id, get(kind, id)])
    .filter(([, value]) => value !== null);
}

function changedElsewhere({ key }) {
  if (key === null) {
    memory.clear();
    return emit(null, null);
  }
  const here = ours(key);
  memory.delete(here);
  if (here.startsWith(PREFIX)) emit(...here.slice(PREFIX.length).split(':'));
}

if (!area) worsen('blocked');
addEventListener('storage', changedElsewhere);
// A page that comes back from the browser's cache has missed the events of other tabs.
addEventListener('pageshow', (event) => event.persisted && emit(null, null));

export const store = {
  get,
  set,
  forget,
  entries,
  isKept: (kind, id) => !memory.has(keyOf(kind, id)),
  check: (kind, clean) => checks.set(kind, clean),
  on: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
  get state() {
    return state;
  },
  raw: { PLAIN, address, heir, courseAt, checks, held, readable, keyOf, textOf, timeOf, keys, native, put, emit, memory }, // for scripts that look after the whole record
};
