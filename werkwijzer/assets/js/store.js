/* Guarded storage: one key per thing, so that two tabs cannot overwrite each other's answers. Never throws. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const COURSE = 'werkwijzer:groepsgewijs:';
  const PREFIX = COURSE + '1:';
  const ID = /^[a-z0-9-]{1,80}$/;
  const RANK = ['ok', 'damaged', 'full', 'blocked'];
  const memory = new Map(); // key → text that the browser would not keep
  const checks = new Map(); // kind → function that returns a clean value, or throws
  const listeners = new Set();
  const area = guarded(() => localStorage) ?? null;
  let state = 'ok';
  let notice = null;

  function guarded(work) {
    try { return work(); } catch { return undefined; }
  }

  function worsen(to) {
    if (RANK.indexOf(to) <= RANK.indexOf(state)) return;
    state = to;
    tell('storage' + to[0].toUpperCase() + to.slice(1));
  }

  // A status is only read out when it stands in the page before it is filled.
  function tell(word) {
    if (!notice) {
      notice = document.createElement('p');
      notice.className = 'ww-notice';
      notice.setAttribute('role', 'status');
      (document.querySelector('main article') ?? document.body).prepend(notice);
    }
    setTimeout(() => notice.replaceChildren(W.words[word], ...recordLink()), 100);
  }

  function recordLink() {
    const page = document.querySelector('[data-ww="record"]');
    if (!page || page.href === location.href) return [];
    const link = document.createElement('a');
    link.href = page.href;
    link.textContent = W.words.storageLink;
    return [' ', link];
  }

  function emit(kind, id) {
    for (const listener of [...listeners]) listener(kind, id);
  }

  const keyOf = (kind, id) => `${PREFIX}${kind}:${id}`;
  const textOf = (key) => memory.get(key) ?? guarded(() => area.getItem(key)) ?? null;
  const keys = () => [...new Set([...(guarded(() => Object.keys(area)) ?? []), ...memory.keys()])];

  function put(key, text) {
    try {
      if (text === null) area.removeItem(key);
      else area.setItem(key, text);
      memory.delete(key);
      return true;
    } catch (error) {
      worsen(/quota/i.test(error.name) ? 'full' : 'blocked');
      return false;
    }
  }

  // Removing first makes room for the copy when storage is full.
  function setAside(kind, id, text) {
    const key = keyOf(kind, id);
    memory.delete(key);
    if (put(key, null) && !put(keyOf('aside', `${kind}:${id}:${Date.now()}`), text)) put(key, text);
    worsen('damaged');
  }

  function get(kind, id) {
    const text = textOf(keyOf(kind, id));
    if (text === null || !checks.has(kind)) return null;
    try {
      return checks.get(kind)(JSON.parse(text));
    } catch {
      setAside(kind, id, text);
      return null;
    }
  }

  function set(kind, id, value) {
    const text = JSON.stringify(value);
    const kept = put(keyOf(kind, id), text);
    if (!kept) memory.set(keyOf(kind, id), text);
    emit(kind, id);
    return kept;
  }

  function entries(kind) {
    const start = keyOf(kind, '');
    const ids = keys().filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    return ids.filter((id) => ID.test(id)).map((id) => [id, get(kind, id)]).filter(([, value]) => value !== null);
  }

  function changedElsewhere(event) {
    if (event.key === null) memory.clear();
    memory.delete(event.key);
    if (event.key === null) return emit(null, null);
    if (!event.key.startsWith(PREFIX)) return;
    const [kind, id] = event.key.slice(PREFIX.length).split(':');
    emit(kind, id);
  }

  if (!area) worsen('blocked');
  addEventListener('storage', changedElsewhere);
  // A page that comes back from the browser's cache has missed the events of other tabs.
  addEventListener('pageshow', (event) => event.persisted && emit(null, null));

  W.store = {
    get, set, entries,
    check: (kind, clean) => checks.set(kind, clean),
    on: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    get state() { return state; },
    raw: { COURSE, keyOf, textOf, keys, put, emit, memory }, // for transfer.js
  };
})();
