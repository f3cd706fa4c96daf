/* What a page has to say about the offline copy: that a newer version has come, and whether the browser keeps it at all. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer;
  const { KEY, root, workers, unsaved, stored, register, ask } = W.copy;
  const current = async () => (await workers.getRegistration(root))?.active ?? null;

  function make(tag, content, props = {}) {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...content);
    return element;
  }

  // ---- A newer version ----
  /** Says that the page that is open is an old one. Never reloads by itself, and not over what was not checked yet. */
  function tellNewer() {
    if (document.querySelector('.ww-newer')) return;
    const sheet = new URL('assets/css/offline.css', root).href;
    if (![...document.styleSheets].some(({ href }) => href === sheet)) document.head.append(make('link', [], { rel: 'stylesheet', href: sheet }));
    const status = make('p', [], { className: 'ww-newer-said' });
    status.setAttribute('role', 'status');
    const reload = make('button', [W.words.newerNow], { type: 'button', className: 'ww-button' });
    const later = make('button', [W.words.newerLater], { type: 'button', className: 'ww-button ww-button--quiet' });
    const box = make('aside', [status, reload, later], { className: 'ww-newer' });
    box.setAttribute('aria-label', W.words.newerLabel);
    document.body.append(box);
    setTimeout(() => status.append(W.words.newer), 100); // read out only when it stands in the page before it is filled
    later.addEventListener('click', () => box.remove());
    reload.addEventListener('click', () => {
      if (unsaved.size) status.replaceChildren(W.words.newerUnsaved);
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

    one(css) { return this.querySelector(css); }
    say(words) { this.one('.ww-status').textContent = words; }

    async show() {
      const there = await current() !== null;
      this.one('.ww-offline-state').textContent = W.words[there ? 'offlineKept' : 'offlineNone'];
      this.one('[data-do="keep"]').hidden = there;
      this.one('[data-do="drop"]').hidden = !there;
    }

    async keep() {
      stored((area) => area.setItem(KEY, 'ja'));
      this.say(W.words.offlineBusy);
      this.say(W.words[await kept() ? 'offlineDone' : 'offlineFailed']);
      await this.show();
      this.one('[data-do="drop"]').focus();
    }

    async drop() {
      stored((area) => area.setItem(KEY, 'nee'));
      await (await workers.getRegistration(root))?.unregister();
      for (const name of await caches.keys()) if (name.startsWith(`werkwijzer:${root}:`)) await caches.delete(name);
      this.say(W.words.offlineDropped);
      await this.show();
      this.one('[data-do="keep"]').focus();
    }
  }

  /** Whether the copy has come in whole. */
  async function kept() {
    try {
      const registration = await register();
      const worker = registration.installing ?? registration.waiting;
      if (worker) await new Promise((resolve) => worker.addEventListener('statechange', () => /activated|redundant/.test(worker.state) && resolve()));
      return await ask('fill');
    } catch {
      return false;
    }
  }

  W.copy.tell = tellNewer;
  if (W.copy.newer) tellNewer();
  customElements.define('ww-offline', Offline);
})();
