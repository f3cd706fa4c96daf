/* The search: one pass over the index that the site generator wrote. Dutch writes compounds as one word, so a part
   of a word counts too: "norm" finds "groepsnormen". No worker and no library: the course is small enough. */

import { bringSheet, link, make } from '../base/dom.js';

const LIMIT = 20;
const LENGTH = 170;
const dialog = document.getElementById('zoeken');
bringSheet(new URL(dialog.dataset.sheet, document.baseURI).href);
const input = dialog.querySelector('input');
const status = dialog.querySelector('[role="status"]');
const list = dialog.querySelector('ol');
const base = new URL(dialog.dataset.root.replace(/\/?$/, '/'), document.baseURI);
let entries = null;

/** Lower case without accents, sign by sign as long as `text`, so that places in one hold in the other. */
function plain(text) {
  return Array.from(text, (sign) => {
    const bare = sign.normalize('NFD')[0].toLowerCase();
    return bare.length === sign.length ? bare : sign;
  }).join('');
}

const NAMED = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const untagged = (html = '') =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (all, name) => NAMED[name])
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');

/** MkDocs calls them docs, Zensical items. */
function prepare({ docs, items }) {
  const pages = {};
  entries = (docs ?? items ?? []).map(({ location: place, title, text }) => {
    const entry = { place, title: untagged(title), text: untagged(text) };
    if (!place.includes('#')) pages[place] = entry.title;
    return { ...entry, plainTitle: plain(entry.title), plainText: plain(entry.text) };
  });
  for (const entry of entries) entry.page = pages[entry.place.split('#')[0]];
}

/** groepen → groep, rollen → rol, deelnemers → deelnemer */
function stem(word) {
  const cut = word.replace(/(en|e|s)$/, '');
  return cut.length < 3 || cut === word ? word : cut.replace(/([bdfgklmnprst])\1$/, '$1');
}

const isEdge = (text, at) => !/[\p{L}\p{N}]/u.test(text[at] ?? ' ');

/** 4 for a word, 3 for the start of one, 1 for a part of one, 0 for nowhere. */
function fit(text, word) {
  let best = 0;
  for (let at = text.indexOf(word); at >= 0 && best < 4; at = text.indexOf(word, at + 1)) {
    const inside = word.length > 3 ? 1 : 0;
    best = Math.max(best, !isEdge(text, at - 1) ? inside : isEdge(text, at + word.length) ? 4 : 3);
  }
  return best;
}

/** 0 as soon as one of the words is missing. */
function score(entry, words) {
  const either = (text, word) => Math.max(fit(text, word), fit(text, stem(word)));
  const scores = words.map((word) => 3 * either(entry.plainTitle, word) + either(entry.plainText, word));
  return scores.every(Boolean) ? scores.reduce((sum, one) => sum + one) : 0;
}

const found = (words) =>
  entries
    .map((entry) => ({ entry, score: score(entry, words) }))
    .filter((hit) => hit.score)
    .sort((a, b) => b.score - a.score)
    .map((hit) => hit.entry);

/** Where the first of the words stands from `at` on: [place, length], or nothing. */
function next(text, words, at) {
  const spots = words.flatMap((word) => [word, stem(word)]).map((word) => [text.indexOf(word, at), word.length]);
  return spots.filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
}

function excerpt({ text, plainText }, words) {
  const [hit] = next(plainText, words, 0) ?? [0];
  const from = hit > 60 ? text.indexOf(' ', hit - 60) + 1 : 0;
  const piece = text.slice(from, from + LENGTH);
  return (from ? '… ' : '') + (from + LENGTH < text.length ? piece.replace(/\s\S*$/, ' …') : piece);
}

function marked(text, words) {
  const flat = plain(text);
  const parts = [];
  let at = 0;
  for (let spot = next(flat, words, at); spot; spot = next(flat, words, at)) {
    parts.push(text.slice(at, spot[0]));
    at = spot[0] + spot[1];
    parts.push(make('mark', '', text.slice(spot[0], at)));
  }
  return make('p', '', ...parts, text.slice(at));
}

function row(entry, words) {
  const title = link(new URL(entry.place, base).href, entry.title);
  const place = make('span', 'ww-search-place', entry.page && entry.page !== entry.title ? `in ${entry.page}` : '');
  return make('li', '', title, ' ', place, marked(excerpt(entry, words), words));
}

function count(number) {
  if (number === 0) return 'Niets gevonden. Probeer een korter of een ander woord.';
  if (number === 1) return '1 plek gevonden.';
  return `${number} plekken gevonden${number > LIMIT ? `; dit zijn de eerste ${LIMIT}` : ''}.`;
}

function show() {
  if (!entries) return;
  const words = plain(input.value.replace(/\p{DI}/gu, '').normalize('NFC'))
    .split(/\s+/)
    .filter((word) => word.length > 1);
  const hits = words.length ? found(words) : [];
  status.textContent = words.length ? count(hits.length) : '';
  list.replaceChildren(...hits.slice(0, LIMIT).map((entry) => row(entry, words)));
}

function failed() {
  status.textContent = 'Zoeken lukt hier niet: de lijst met woorden is niet te lezen.';
}

/** Browsers refuse to fetch on file://; the offline editions bring the index as a script instead. */
function loadScript() {
  const script = make('script');
  script.src = new URL('search/search_index.js', base);
  script.onload = () => {
    prepare(globalThis.__index ?? {});
    show();
  };
  script.onerror = failed;
  document.head.append(script);
}

async function load() {
  try {
    prepare(await (await fetch(dialog.dataset.index)).json());
    show();
  } catch {
    failed();
  }
}

let timer = 0;
input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(show, 150);
});
dialog.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  show();
  list.querySelector('a')?.focus();
});
// A result on this same page only moves the page: make way for it.
list.addEventListener('click', ({ target }) => target.closest('a') && dialog.close());
if (/^https?:$/.test(location.protocol)) load();
else loadScript();
