/* What tools share: a sheet that a reader fills in, keeps if wanted, prints, empties and takes along. */

import { stampOf } from '../base/days.js';
import { all } from '../base/dom.js';
import { download } from '../base/share.js';
import { words } from '../base/words.js';
import { record, store } from '../course/index.js';
import { filled, mirror, read, textOf, write } from './fields.js';
import { pack, unpack } from './note.js';

const PAUSE = 800;
const root = document.documentElement;

/**
 * A tool: fields with `data-part`, buttons with `data-do`, a `.ww-status`. What is filled in is kept in note `data-note`: always,
 * or where there is a box `data-keep` only while that is ticked. A tool may keep something else than its fields: then it brings
 * its own `value`, `fill` and `isFilled`.
 */
export class Kit extends HTMLElement {
  connectedCallback() {
    if (this.life) return;
    this.life = new AbortController();
    const { signal } = this.life;
    this.addEventListener('click', ({ target }) => this.pressed(target.closest('[data-do]')), { signal });
    this.addEventListener('input', (event) => this.typed(event), { signal });
    addEventListener('pagehide', () => this.save(), { signal });
    addEventListener('afterprint', () => this.printed(), { signal });
    signal.addEventListener(
      'abort',
      store.on((kind, id) => (kind === null || (kind === 'note' && id === this.dataset.note)) && this.elsewhere()),
    );
    this.live(true);
    this.started();
    this.elsewhere();
  }

  disconnectedCallback() {
    if (!this.life) return;
    this.save();
    this.life.abort();
    this.life = null;
    this.live(false);
  }

  /** What works with JavaScript only appears; what stands for it goes. */
  live(on) {
    this.toggleAttribute('data-live', on);
    for (const part of all(this, '[data-with-js]')) part.hidden = !on;
  }

  started() {}
  changed() {}
  value() {
    return read(this);
  }
  fill(value) {
    write(this, value);
  }
  isFilled() {
    return filled(read(this));
  }

  get box() {
    return this.querySelector('[data-keep]');
  }

  // ---- Keeping ----
  /** What another tab or an import has kept. */
  elsewhere() {
    if (this.busy || !this.dataset.note) return;
    const note = store.get('note', this.dataset.note);
    if (this.box) this.box.checked = Boolean(note);
    if (note) this.fill(this.unpacked(note.parts));
    else if (!this.box) this.fill(null);
    this.changed();
  }

  /** The parts of the note, or null when there is too much for one. */
  packed() {
    return pack(this.value());
  }
  unpacked(parts) {
    return unpack(parts);
  }

  typed({ target }) {
    if (target.matches('[data-keep]')) return this.keepOrNot(target.checked);
    if (!target.matches('[data-part]')) return;
    this.say('');
    this.touched();
  }

  /** Something was changed by hand. */
  touched() {
    this.busy = true;
    this.offer(false);
    mirror(this);
    this.changed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  save() {
    clearTimeout(this.timer);
    if (!this.busy) return;
    const kept = this.keep();
    this.busy = !kept && Boolean(record.longIn(this) || !this.packed()); // what is kept may not come in the place of what stands here
    if (kept && !this.querySelector('.ww-status').textContent) this.say(words.saved);
  }

  /** True when something now is kept that will survive this page. */
  keep() {
    if (!this.dataset.note || (this.box && !this.box.checked)) return false;
    if (record.longIn(this)) return (this.say(words.shorten), false);
    const parts = this.isFilled() ? this.packed() : {};
    if (!parts) return (this.say(words.kitFull), false);
    if (Object.keys(parts).length) return store.set('note', this.dataset.note, { parts, at: Date.now() });
    if (store.get('note', this.dataset.note)) store.forget('note', this.dataset.note);
    return false;
  }

  keepOrNot(on) {
    this.busy = true;
    this.say('');
    const kept = on && (this.keep() || !this.isFilled());
    if (!on) store.forget('note', this.dataset.note);
    this.busy = false;
    if (kept || !on) this.say(words[on ? 'kitKeeps' : 'kitForgets']);
  }

  say(text) {
    this.querySelector('.ww-status').textContent = text;
  }

  // ---- Buttons ----
  pressed(button) {
    if (button) this[`do_${button.dataset.do}`](button);
  }

  do_clear() {
    this.past = this.value();
    this.replace(null);
    this.say(words.kitCleared);
    this.offer(true);
  }

  do_undo() {
    this.replace(this.past);
    this.say(words.kitUndone);
    this.offer(false);
  }

  replace(value) {
    this.busy = true;
    this.fill(value);
    this.keep();
    this.busy = false;
    this.changed();
  }

  /** Shows or hides “Zet terug”; focus goes to it, and does not get lost with it. */
  offer(on, focus = on) {
    const button = this.querySelector('[data-do="undo"]');
    if (!button || button.hidden === !on) return;
    const held = document.activeElement === button;
    button.hidden = !on;
    if (focus) button.focus();
    else if (held) this.querySelector('[data-do="clear"]').focus();
  }

  do_text() {
    download(`${this.dataset.name}-${stampOf()}.txt`, 'text/plain', this.text());
  }

  text() {
    return textOf(this);
  }

  /** Only this tool goes on paper: as it is filled in, empty, or in a large face. */
  do_print(button) {
    this.dataset.print = button.dataset.how ?? '';
    root.dataset.printing = '';
    if (button.dataset.how === 'empty') {
      this.hold = read(this);
      write(this, null);
      this.changed();
    }
    print();
  }

  printed() {
    if (this.hold) {
      write(this, this.hold);
      this.changed();
    }
    this.hold = null;
    delete this.dataset.print;
    delete root.dataset.printing;
  }
}
