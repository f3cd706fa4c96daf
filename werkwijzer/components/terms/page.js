/* A term of the trade explains itself where it stands: the link to the glossary opens a note. With a modifier key it stays a link. */

import { link as linkTo, make } from '../../browser/base/dom.js';
import { words } from '../../browser/base/words.js';

class Terms extends HTMLElement {
  connectedCallback() {
    if (this.life || !HTMLElement.prototype.showPopover) return;
    this.life = new AbortController();
    const { signal } = this.life;
    this.note = make('div', { className: 'ww-term-note', popover: 'auto', tabIndex: -1 });
    this.note.setAttribute('role', 'dialog');
    this.note.addEventListener('toggle', ({ newState }) => this.link?.setAttribute('aria-expanded', newState === 'open'));
    this.after(this.note);
    for (const link of this.links()) {
      link.setAttribute('aria-expanded', false);
      link.setAttribute('aria-haspopup', 'dialog');
      link.addEventListener('click', (event) => this.open(event, link), { signal });
    }
  }

  disconnectedCallback() {
    if (!this.life) return;
    this.life.abort();
    this.life = null;
    this.note.remove();
    for (const link of this.links()) for (const name of ['aria-expanded', 'aria-haspopup']) link.removeAttribute(name);
  }

  links() {
    return document.querySelectorAll('a.ww-term');
  }

  open(event, link) {
    const item = this.querySelector(`[data-term="${link.hash.slice(1)}"]`);
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.link = link;
    this.fill(item, link);
    this.note.showPopover();
    this.place(link.getClientRects()[0]);
    this.note.focus();
  }

  fill(item, link) {
    const more = linkTo(link.href, words.termMore);
    const close = make('button', { type: 'button' }, words.termClose);
    close.addEventListener('click', () => this.note.hidePopover());
    this.note.setAttribute('aria-label', item.querySelector('dt').textContent);
    this.note.replaceChildren(
      make('strong', '', item.querySelector('dt').textContent),
      make('p', '', item.querySelector('dd').textContent),
      more,
      close,
    );
  }

  /** Under the word, or above it where there is no room; never outside the window. */
  place(box) {
    const { offsetWidth: wide, offsetHeight: high, style } = this.note;
    style.left = `${Math.max(8, Math.min(box.left, innerWidth - wide - 8))}px`;
    style.top = `${box.bottom + high + 12 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - high - 6)}px`;
  }
}

customElements.define('ww-terms', Terms);
