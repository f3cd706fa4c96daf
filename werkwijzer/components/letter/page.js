/* A sample letter on its own: copied with its bold words and lists, or printed without the page around it. */

import { words } from '../../browser/base/words.js';

const root = document.documentElement;

class Letter extends HTMLElement {
  connectedCallback() {
    this.sheet = this.querySelector('.ww-letter-sheet');
    this.querySelector('.ww-letter-tools').hidden = false;
    this.life = new AbortController();
    this.addEventListener('click', ({ target }) => this.act(target.closest('[data-do]')?.dataset.do), { signal: this.life.signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  act(what) {
    if (what === 'copy') this.copy();
    if (what === 'print') this.print();
  }

  /** Where the browser gives no clipboard the text is selected, so that a reader can copy it by hand. */
  async copy() {
    try {
      await navigator.clipboard.write([this.item()]);
      this.say(words.letterCopied);
    } catch {
      getSelection().selectAllChildren(this.sheet);
      this.say(words.letterSelected);
    }
  }

  /** The words, with and without their looks; a drawing says what stands beside it in words, and stays here. */
  item() {
    const parts = [...this.sheet.children].filter((part) => !part.matches('figure'));
    const html = parts.map((part) => new XMLSerializer().serializeToString(part)).join('');
    const said = { 'text/html': html, 'text/plain': parts.map((part) => part.innerText).join('\n\n') };
    return new ClipboardItem(Object.fromEntries(Object.entries(said).map(([type, text]) => [type, new Blob([text], { type })])));
  }

  print() {
    this.alone(true);
    addEventListener('afterprint', () => this.alone(false), { once: true, signal: this.life.signal });
    print();
  }

  alone(yes) {
    root.toggleAttribute('data-alone', yes);
    this.toggleAttribute('data-alone', yes);
  }

  say(text) {
    this.querySelector('.ww-status').textContent = text;
  }
}

customElements.define('ww-letter', Letter);
