/* A page in a frame of another site (?beeld=kaal): the view stays while somebody reads on, there is a way out, and a
   code to take answers along. Browsers keep what is written in such a frame apart from the site itself. */

import { bringSheet, make, status } from '../base/dom.js';
import { copy } from '../base/share.js';
import { words } from '../base/words.js';

const own = document.currentScript.src;
const BARE = 'beeld';
const file = (path) => new URL(path, own).href;

/** Whether another site holds the frame; who is not allowed to look up, is in one. */
function elsewhere() {
  try {
    return top !== window && top.location.origin !== location.origin;
  } catch {
    return true;
  }
}

function full(address = location.href) {
  const url = new URL(address);
  url.searchParams.delete(BARE);
  return url.href;
}

const window_ = (href, text, quiet = true) =>
  make('a', { href, target: '_blank', rel: 'noopener', className: quiet ? '' : 'ww-button ww-button--quiet' }, text);

/** A plain click stays in the frame without header; a click that asks for a new window gets the whole site. */
function stay(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (link.target || link.download || !/^(https?|file):$/.test(url.protocol)) return;
  if (url.origin !== location.origin) {
    link.target = '_blank'; // few sites let themselves be framed
    link.rel = 'noopener';
  } else if (url.pathname !== location.pathname || !url.hash) {
    event.preventDefault();
    url.searchParams.set(BARE, 'kaal');
    location.assign(url);
  }
}

const loaded = (src) =>
  new Promise((done, failed) => {
    document.head.append(make('script', { src, onload: done, onerror: failed }));
  });

/** The record of this frame as a code; what makes it is loaded only now. */
async function code() {
  if (!globalThis.Werkwijzer.bring) await loaded(file('course.js'));
  return (await globalThis.Werkwijzer.bring('transfer')).toCode();
}

function copyRow(box, news) {
  const button = make('button', { type: 'button', className: 'ww-button ww-button--quiet' }, words.kaalCopy);
  button.onclick = async () => {
    news.textContent = (await copy(box)) ? words.kaalCopied : words.kaalSelected;
  };
  return make('p', {}, button);
}

async function take(part, news) {
  const made = await code().catch(() => ({ ok: false }));
  news.textContent = made.ok ? words.kaalHow : (words[made.word] ?? words.kaalFailed);
  if (!made.ok) return;
  const box = make('textarea', { id: 'ww-kaal-code', rows: 3, readOnly: true, spellcheck: false, value: made.code });
  const record = document.querySelector('[data-ww="record"]');
  part.replaceChildren(
    make('p', {}, make('label', { htmlFor: box.id }, words.kaalCode), ' ', box),
    copyRow(box, news),
    ...(record ? [make('p', {}, window_(`${record.href}#reservekopie-terugzetten`, words.kaalRecord))] : []),
  );
  box.focus();
}

function keeps() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

function keeping() {
  const news = status('ww-status');
  const part = make('div');
  const button = make('button', { type: 'button', className: 'ww-button ww-button--quiet' }, words.kaalTake);
  button.onclick = () => take(part, news);
  part.append(make('p', {}, button));
  const about = make('p', {}, keeps() ? words.kaalApart : words.kaalNot);
  return make('details', {}, make('summary', {}, words.kaalKeep), about, news, part);
}

function bar() {
  const out = elsewhere();
  const link = out ? window_(full(), words.kaalOpen) : make('a', { href: full() }, words.kaalPlain);
  link.dataset.out = '';
  const aside = make('aside', { className: 'ww-kaal-bar' }, make('p', {}, link), ...(out ? [keeping()] : []));
  aside.setAttribute('aria-label', words.kaalLabel);
  return aside;
}

function start() {
  const aside = bar();
  (document.querySelector('.ww-skip') ?? document.body.firstElementChild).after(aside);
  document.addEventListener('click', (event) => event.target.closest?.('[data-out]') || stay(event));
  addEventListener('hashchange', () => {
    aside.querySelector('[data-out]').href = full();
  });
}

bringSheet(file('../css/kaal.css'));
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
