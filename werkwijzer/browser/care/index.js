/* What a page seldom needs: a word about its storage, about the room in a field, and a second look at what could not be read. */

import { link, make, status } from '../base/dom.js';
import { LONG } from '../base/rules.js';
import { say, words } from '../base/words.js';
import { bring, store } from '../course/index.js';

const { keyOf, keys, textOf, timeOf, readable, put, emit } = store.raw;
const PAUSE = 500;
let notice = null;
let typing = 0;

// ---- What the browser does not keep ----
/** A status is only read out when it stands in the page before it is filled. */
function tell(word) {
  // An offline edition hears late that something was not kept: then the page may not go on saying that it was.
  if (word === 'storageFull')
    for (const line of document.querySelectorAll('.ww-status')) if (line.textContent.startsWith(words.saved)) line.textContent = '';
  if (!notice) {
    notice = status('ww-notice');
    (document.querySelector('main article') ?? document.body).prepend(notice);
  }
  setTimeout(() => notice.replaceChildren(words[word], ...(word === 'storageDamaged' ? recordLink() : saveButton())), 100);
}

const isRecord = () => document.querySelector('ww-record') !== null;

function recordLink() {
  const page = document.querySelector('[data-ww="record"]');
  if (!page || isRecord()) return [];
  return [' ', link(page.href, words.storageLink)];
}

// What the browser did not keep is known to this page alone: a link to Mijn voortgang would lose it on the way.
function saveButton() {
  if (isRecord()) return [];
  const button = make('button', { type: 'button', className: 'ww-button' }, words.storageSave);
  Object.assign(button.style, { display: 'block', marginBlock: '.6rem' }); // here, and not in the sheet that every page loads
  button.addEventListener('click', save);
  return [button];
}

async function save() {
  (await bring('transfer')).download();
  const said = notice.querySelector('span') ?? notice.appendChild(make('span'));
  said.textContent = words.recordSaved;
}

// ---- Room in a field ----
/** Says at a field how much room is left once there is little, and what is too much; nothing is cut. Not at every key. */
function room(field) {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const line = lineOf(field);
    setTimeout(() => {
      line.textContent = roomIn(field);
    }, 100);
  }, PAUSE);
}

addEventListener('input', ({ target }) => target.nextElementSibling?.matches('.ww-left') && room(target));

// On paper it says nothing.
for (const when of ['beforeprint', 'afterprint'])
  addEventListener(when, () =>
    document.querySelectorAll('.ww-left').forEach((line) => {
      line.hidden = when === 'beforeprint';
    }),
  );

function lineOf(field) {
  const next = field.nextElementSibling;
  if (next?.matches('.ww-left')) return next;
  const line = make('span', 'ww-left');
  line.setAttribute('role', 'status');
  field.after(line);
  return line;
}

function roomIn({ value, dataset }) {
  const most = Number(dataset.most ?? LONG);
  const left = most - value.length;
  const written = (count) => Math.abs(count).toLocaleString('nl-NL');
  if (left < 0) return say(left === -1 ? 'roomOverOne' : 'roomOver', { count: written(left), most: written(most) });
  return left <= Math.min(most / 5, 500) ? say(left === 1 ? 'roomOne' : 'room', { count: written(left) }) : '';
}

// ---- What was set aside ----
const aside = keyOf('aside', '');

/** What a rule of an earlier version took for damaged comes back when today's rule reads it and nothing newer stands in its place. */
function mend() {
  const wait = document.readyState === 'complete' ? null : new Promise((done) => addEventListener('load', done, { once: true })); // kinds that a component knows
  Promise.resolve(wait).then(() =>
    keys()
      .filter((key) => key.startsWith(aside))
      .sort()
      .forEach(mendOne),
  );
}

function mendOne(key) {
  const [kind, id, since] = key.slice(aside.length).split(':');
  const text = textOf(key);
  const value = readable(kind, text) ?? null;
  const before = store.get(kind, id) === null ? null : textOf(keyOf(kind, id));
  if (value === null || (before !== null && !(timeOf(before) < Math.min(value.at, since)))) return;
  // It cannot be younger than the moment at which it was set aside.
  const mended = value.at > since ? { ...JSON.parse(text), at: Number(since) } : JSON.parse(text);
  put(key, null);
  if (!put(keyOf(kind, id), JSON.stringify(mended))) put(key, text);
  emit(kind, id);
}

export const care = { tell, room, mend };
