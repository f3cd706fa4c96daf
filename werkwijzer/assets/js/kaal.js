/* A page in a frame of another site (?beeld=kaal): the view stays while somebody reads on, there is a way out, and a
   code to take answers along. Browsers keep what is written in such a frame apart from the site itself. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const own = document.currentScript.src;
  const BARE = 'beeld';
  const file = (path) => new URL(path, own).href;

  function make(tag, props = {}, ...content) {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...content);
    return element;
  }

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

  const window_ = (href, text, quiet = true) => make('a', { href, target: '_blank', rel: 'noopener', className: quiet ? '' : 'ww-button ww-button--quiet' }, text);

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

  const loaded = (src) => new Promise((done, failed) => {
    document.head.append(make('script', { src, onload: done, onerror: failed }));
  });

  /** The record of this frame as a code; what makes it is loaded only now. */
  async function code() {
    if (!W.store) await loaded(file('course.js'));
    if (!W.record.toCode) await loaded(file('record.js'));
    return W.record.toCode();
  }

  function copyRow(box, status) {
    const button = make('button', { type: 'button', className: 'ww-button ww-button--quiet' }, W.words.kaalCopy);
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(box.value);
        status.textContent = W.words.kaalCopied;
      } catch {
        box.select();
        status.textContent = W.words.kaalSelected;
      }
    };
    return make('p', {}, button);
  }

  async function take(part, status) {
    const made = await code().catch(() => ({ ok: false }));
    status.textContent = made.ok ? W.words.kaalHow : W.words[made.word] ?? W.words.kaalFailed;
    if (!made.ok) return;
    const box = make('textarea', { id: 'ww-kaal-code', rows: 3, readOnly: true, spellcheck: false, value: made.code });
    const record = document.querySelector('[data-ww="record"]');
    part.replaceChildren(
      make('p', {}, make('label', { htmlFor: box.id }, W.words.kaalCode), ' ', box), copyRow(box, status),
      ...(record ? [make('p', {}, window_(`${record.href}#reservekopie-terugzetten`, W.words.kaalRecord))] : []),
    );
    box.focus();
  }

  function keeps() {
    try { return Boolean(localStorage); } catch { return false; }
  }

  function keeping() {
    const status = make('p', { className: 'ww-status' });
    status.setAttribute('role', 'status');
    const part = make('div');
    const button = make('button', { type: 'button', className: 'ww-button ww-button--quiet' }, W.words.kaalTake);
    button.onclick = () => take(part, status);
    part.append(make('p', {}, button));
    const about = make('p', {}, keeps() ? W.words.kaalApart : W.words.kaalNot);
    return make('details', {}, make('summary', {}, W.words.kaalKeep), about, status, part);
  }

  function bar() {
    const out = elsewhere();
    const link = out ? window_(full(), W.words.kaalOpen) : make('a', { href: full() }, W.words.kaalPlain);
    link.dataset.out = '';
    const aside = make('aside', { className: 'ww-kaal-bar' }, make('p', {}, link), ...(out ? [keeping()] : []));
    aside.setAttribute('aria-label', W.words.kaalLabel);
    return aside;
  }

  function start() {
    const aside = bar();
    (document.querySelector('.ww-skip') ?? document.body.firstElementChild).after(aside);
    document.addEventListener('click', (event) => event.target.closest?.('[data-out]') || stay(event));
    addEventListener('hashchange', () => { aside.querySelector('[data-out]').href = full(); });
  }

  document.head.append(make('link', { rel: 'stylesheet', href: file('../css/kaal.css') }));
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
