/* Fields: those that keep what is typed in them, a moment after the last key; and what every field says about its room. */

import { fit, LONG } from '../base/rules.js';
import { words } from '../base/words.js';
import { isLong } from './record.js';
import { seldom, store } from './store.js';

const PAUSE = 800;

/** Adds the given parts and leaves the others, which another tab may be writing. */
function saveNote(id, parts) {
  const all = { ...store.get('note', id)?.parts };
  for (const [name, said] of Object.entries(parts)) all[name] = fit(said);
  return store.set('note', id, { parts: all, at: Date.now() });
}

// Most texts are short: what counts the room in a field comes when one gets long.
addEventListener('input', (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (field.value?.length > 0.8 * Number(field.dataset.most ?? LONG)) seldom('room', field);
});

class Plan extends HTMLElement {
  #life;
  #off;
  #timer;
  #typed = new Set(); // fields with text that is not saved yet

  connectedCallback() {
    this.disconnectedCallback();
    this.#typed.clear();
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.addEventListener('input', (event) => this.#wait(event.target), { signal });
    this.addEventListener('change', () => this.#save(), { signal });
    addEventListener('pagehide', () => this.#save(), { signal });
    this.#off = store.on((kind, id) => (kind === null || id === this.dataset.note) && this.#show());
    this.#show();
  }

  disconnectedCallback() {
    if (!this.#life) return;
    this.#save();
    this.#life.abort();
    this.#off();
  }

  #show() {
    const parts = store.get('note', this.dataset.note)?.parts ?? {};
    for (const field of this.querySelectorAll('[data-part]')) {
      const said = parts[field.dataset.part] ?? '';
      if (!this.#typed.has(field) && field.value !== said) field.value = said;
    }
  }

  #wait(field) {
    this.#typed.add(field);
    this.#say('');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), PAUSE);
  }

  #save() {
    clearTimeout(this.#timer);
    const fits = [...this.#typed].filter((field) => !isLong(field));
    if (!fits.length) return;
    const parts = Object.fromEntries(fits.map((field) => [field.dataset.part, field.value]));
    for (const field of fits) this.#typed.delete(field);
    if (saveNote(this.dataset.note, parts) && !this.#typed.size) this.#say(words.saved);
  }

  #say(words) {
    this.querySelector('.ww-status').textContent = words;
  }
}

customElements.define('ww-plan', Plan);
