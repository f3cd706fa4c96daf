/* A promise that is kept as a note. */

import { words } from 'werkwijzer/browser/base/words.js';
import { store } from 'werkwijzer/browser/course/index.js';

class Pledge extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('input');
    box.checked = store.get('note', this.dataset.note)?.parts.given === 'ja';
    box.addEventListener('change', () => {
      store.set('note', this.dataset.note, { parts: { given: box.checked ? 'ja' : '' }, at: Date.now() });
      this.querySelector('.ww-status').textContent = words.pledgeKept;
    });
  }
}

customElements.define('ww-pledge', Pledge);
