/* A promise that is kept as a note. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer;

  class Pledge extends HTMLElement {
    connectedCallback() {
      const box = this.querySelector('input');
      box.checked = W.store.get('note', this.dataset.note)?.parts.given === 'ja';
      box.addEventListener('change', () => {
        W.store.set('note', this.dataset.note, { parts: { given: box.checked ? 'ja' : '' }, at: Date.now() });
        this.querySelector('.ww-status').textContent = W.words.pledgeKept;
      });
    }
  }

  customElements.define('ww-pledge', Pledge);
})();
