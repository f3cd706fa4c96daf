/* Fields that keep what is typed in them, a moment after the last key. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { store, record } = W;
  const PAUSE = 800;

  /** Adds the given parts and leaves the others, which another tab may be writing. */
  function saveNote(id, parts) {
    const all = { ...store.get('note', id)?.parts };
    for (const [name, said] of Object.entries(parts)) all[name] = record.fit(said);
    return store.set('note', id, { parts: all, at: Date.now() });
  }

  class Plan extends HTMLElement {
    connectedCallback() {
      this.disconnectedCallback();
      this.typed = new Set(); // fields with text that is not saved yet
      this.life = new AbortController();
      const { signal } = this.life;
      this.addEventListener('input', (event) => this.wait(event.target), { signal });
      this.addEventListener('change', () => this.save(), { signal });
      addEventListener('pagehide', () => this.save(), { signal });
      this.off = store.on((kind, id) => (kind === null || id === this.dataset.note) && this.show());
      this.show();
    }

    disconnectedCallback() {
      if (!this.life) return;
      this.save();
      this.life.abort();
      this.off();
    }

    show() {
      const parts = store.get('note', this.dataset.note)?.parts ?? {};
      for (const field of this.querySelectorAll('[data-part]')) {
        const said = parts[field.dataset.part] ?? '';
        if (!this.typed.has(field) && field.value !== said) field.value = said;
      }
    }

    wait(field) {
      this.typed.add(field);
      this.say('');
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), PAUSE);
    }

    save() {
      clearTimeout(this.timer);
      if (!this.typed.size) return;
      const parts = Object.fromEntries([...this.typed].map((field) => [field.dataset.part, field.value]));
      this.typed.clear();
      if (saveNote(this.dataset.note, parts)) this.say(W.words.saved);
    }

    say(words) {
      this.querySelector('.ww-status').textContent = words;
    }
  }

  customElements.define('ww-plan', Plan);
})();
