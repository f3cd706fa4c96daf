/* What a page has to say about the offline copy: that a newer version has come, and whether the browser keeps it at all. */

import { bringSheet, make, status } from '../base/dom.js';
import { stored } from '../base/storage.js';
import { words } from '../base/words.js';
import { copy } from '../offline-start/index.js';

const { KEY, root, workers, unsaved, register, ask } = copy;
const current = async () => (await workers.getRegistration(root))?.active ?? null;

// ---- A newer version ----
/** Says that the page that is open is an old one. Never reloads by itself, and not over what was not checked yet. */
function tellNewer() {
  if (document.querySelector('.ww-newer')) return;
  bringSheet(new URL('assets/css/offline.css', root).href);
  const news = status('ww-newer-said');
  const reload = make('button', { type: 'button', className: 'ww-button' }, words.newerNow);
  const later = make('button', { type: 'button', className: 'ww-button ww-button--quiet' }, words.newerLater);
  const box = make('aside', 'ww-newer', news, reload, later);
  box.setAttribute('aria-label', words.newerLabel);
  document.body.append(box);
  setTimeout(() => news.append(words.newer), 100); // read out only when it stands in the page before it is filled
  later.addEventListener('click', () => box.remove());
  reload.addEventListener('click', () => {
    if (unsaved.size) news.replaceChildren(words.newerUnsaved);
    else location.reload();
  });
}

// ---- To keep or not to keep ----
class Offline extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.addEventListener('click', ({ target }) => this[target.closest('[data-do]')?.dataset.do]?.(), { signal: this.life.signal });
    this.show();
  }

  disconnectedCallback() {
    this.life.abort();
  }

  one(css) {
    return this.querySelector(css);
  }
  say(words) {
    this.one('.ww-status').textContent = words;
  }

  async show() {
    const there = (await current()) !== null;
    this.one('.ww-offline-state').textContent = words[there ? 'offlineKept' : 'offlineNone'];
    this.one('[data-do="keep"]').hidden = there;
    this.one('[data-do="drop"]').hidden = !there;
  }

  async keep() {
    stored((area) => area.setItem(KEY, 'ja'));
    this.say(words.offlineBusy);
    this.say(words[(await kept()) ? 'offlineDone' : 'offlineFailed']);
    await this.show();
    this.one('[data-do="drop"]').focus();
  }

  async drop() {
    stored((area) => area.setItem(KEY, 'nee'));
    await (await workers.getRegistration(root))?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(`werkwijzer:${root}:`)) await caches.delete(name);
    this.say(words.offlineDropped);
    await this.show();
    this.one('[data-do="keep"]').focus();
  }
}

/** Whether the copy has come in whole. */
async function kept() {
  try {
    const registration = await register();
    const worker = registration.installing ?? registration.waiting;
    if (worker)
      await new Promise((resolve) =>
        worker.addEventListener('statechange', () => /activated|redundant/.test(worker.state) && resolve(null)),
      );
    return await ask('fill');
  } catch {
    return false;
  }
}

copy.tell = tellNewer;
if (copy.newer) tellNewer();
customElements.define('ww-offline', Offline);
