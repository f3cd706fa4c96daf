/* Links with their full address, and a text to copy. */

import { words } from '../../browser/base/words.js';

class Timeline extends HTMLElement {
  connectedCallback() {
    if (this.life) return;
    this.life = new AbortController();
    const on = (event, react) => this.addEventListener(event, react, { signal: this.life.signal });
    on('change', () => this.show());
    on('click', ({ target }) => target.closest('[data-do=copy]') && this.copy(target.closest('section')));
    if (!location.protocol.startsWith('http')) return; // a copy on a disk has no address for others
    for (const part of this.querySelectorAll('.ww-timeline-bare, .ww-timeline-tools')) part.hidden = false;
    this.show();
  }

  disconnectedCallback() {
    this.life?.abort();
    this.life = null;
  }

  show() {
    const bare = this.querySelector('.ww-timeline-bare input').checked;
    for (const link of this.querySelectorAll('.ww-timeline-text a')) {
      const address = new URL(link.href);
      address.search = bare ? 'beeld=kaal' : '';
      link.textContent = link.href = address.href;
    }
  }

  async copy(section) {
    const text = section.querySelector('.ww-timeline-text');
    const said = [...text.children].map((part) => part.textContent.trim()).join('\n\n');
    const status = section.querySelector('.ww-status');
    for (const other of this.querySelectorAll('.ww-status')) other.textContent = '';
    try {
      await navigator.clipboard.writeText(said);
      status.textContent = words.timelineCopied;
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = words.timelineSelected;
    }
  }
}

customElements.define('ww-timeline', Timeline);
