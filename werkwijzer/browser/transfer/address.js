/* What another address of this course on the same host keeps: a site that moved to another folder loses nothing. Home and Mijn
   voortgang offer to copy it; the other side stays as it is. */

import { make, status } from '../base/dom.js';
import { say, words } from '../base/words.js';
import { store } from '../course/index.js';
import { OTHERS } from './file.js';

const { PLAIN, address, courseAt, held, textOf, timeOf, keys, native, put, emit } = store.raw;
const PREFIX = `${courseAt(address)}1:`;
const PROGRESS = new RegExp(`^(answer|note|group|${OTHERS.join('|')}):`);
const AT = new RegExp(`^${courseAt('x').replace('x:', '')}([^:]+):1:(.*)`);

/** `[address, kind:id]` of everything of this course that stands in this browser under an address. */
function elsewhere() {
  const first = held(`${PLAIN}heir`);
  const scoped = native()
    .map((key) => AT.exec(key))
    .filter(Boolean)
    .map(([, path, rest]) => [decodeURIComponent(path), rest]);
  const plain = first
    ? native()
        .filter((key) => key.startsWith(PLAIN))
        .map((key) => [first, key.slice(PLAIN.length)])
    : [];
  return address ? [...scoped, ...plain].filter(([path]) => path !== address) : [];
}

/** The other addresses that hold somebody's progress. */
export const others = () =>
  [
    ...new Set(
      elsewhere()
        .filter(([, rest]) => PROGRESS.test(rest))
        .map(([path]) => path),
    ),
  ].sort();

const isEmpty = () => !keys().some((key) => key.startsWith(PREFIX) && PROGRESS.test(key.slice(PREFIX.length)));

/** `kind:id` → text, of what `path` holds. */
export function at(path) {
  const texts = {};
  for (const [, rest] of elsewhere().filter(([from]) => from === path)) {
    const both = [`${courseAt(path)}1:${rest}`, ...(held(`${PLAIN}heir`) === path ? [PLAIN + rest] : [])]
      .map(held)
      .filter((text) => text !== null);
    texts[rest] = both.reduce((one, other) => (timeOf(other) > timeOf(one) ? other : one));
  }
  delete texts.heir;
  return texts;
}

/** What `path` holds and this address does not, or only older: `[kind:id, text]`. */
const missing = (path) =>
  Object.entries(at(path)).filter(([rest, text]) => {
    const own = textOf(PREFIX + rest);
    return own === null || timeOf(own) < timeOf(text);
  });

/** Copies what is not here or older; true when all of it is kept here now. */
export function take(path) {
  const kept = missing(path).every(([rest, text]) => put(PREFIX + rest, text));
  emit(null, null);
  return kept;
}

/** Addresses whose progress is worth an offer here. */
const offers = () => others().filter((path) => isEmpty() || missing(path).some(([rest]) => PROGRESS.test(rest)));

/** As people write it. */
export function shown(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** A line and a button for each address; `act(path)` does it and gives the word to say. */
export function offer(act) {
  const news = status('ww-status');
  const rows = offers().map((path) => {
    const said = { address: shown(path) };
    const button = make('button', { className: 'ww-button', type: 'button' }, say('addressTake', said));
    const row = make('div', 'ww-moved-row', make('p', '', say('addressOther', said)), make('p', '', button));
    button.addEventListener('click', () => {
      const word = act(path);
      if (word !== 'addressFailed') row.remove();
      news.textContent = words[word];
    });
    return row;
  });
  return rows.length ? make('aside', 'ww-moved', ...rows, news) : null;
}

function home() {
  const place = document.querySelector('.ww-home');
  const box = place && isEmpty() && offer((path) => (take(path) ? 'addressTaken' : 'addressFailed'));
  if (!box) return;
  box.setAttribute('aria-label', words.addressLabel);
  (place.querySelector('.ww-due, dl, h2') ?? place.lastElementChild).before(box);
}

home();
