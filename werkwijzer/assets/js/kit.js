/* What tools share: a sheet that a reader fills in, keeps if wanted, prints, empties and takes along. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { store, record } = W;
  const PAUSE = 800;
  const ROOM = 18000; // signs in one part of a note
  const PARTS = 20;
  const root = document.documentElement;

  /** Puts a file among the reader's downloads. */
  function download(name, type, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // ---- A value as the parts of a note, and back ----
  /** JSON, cut in parts; signs of two halves are written out, so that no cut can fall between them. */
  function pack(value) {
    const text = JSON.stringify(value).replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
    const parts = {};
    for (let at = 0; at < text.length; at += ROOM) parts[`json-${String(at / ROOM).padStart(2, '0')}`] = text.slice(at, at + ROOM);
    return Object.keys(parts).length > PARTS ? null : parts;
  }

  /** Texts as they are kept, each a part of its own. */
  const whole = (values) => Object.fromEntries(Object.entries(values).map(([name, said]) => [name, record.fit(said)]));

  /** What `pack` was given, or null. It comes from storage: whoever uses it checks it. */
  function unpack(parts) {
    try {
      return JSON.parse(Object.keys(parts ?? {}).filter((name) => name.startsWith('json-')).sort().map((name) => parts[name]).join(''));
    } catch {
      return null;
    }
  }

  // ---- Fields ----
  const ticks = (field) => field.type === 'radio' || field.type === 'checkbox';
  const fieldsOf = (place) => [...place.querySelectorAll('[data-part]')];

  /** Name → what is filled in there, of every field in `place`. */
  function read(place) {
    const values = {};
    for (const field of fieldsOf(place)) {
      const { part } = field.dataset;
      if (!ticks(field)) values[part] = field.value;
      else if (field.checked) values[part] = field.value;
      else values[part] ??= '';
    }
    return values;
  }

  /** Fills every field in `place`, and the text that stands for it on paper. Whatever is no text counts as nothing. */
  function write(place, values) {
    const said = (name) => (typeof values?.[name] === 'string' ? values[name] : '');
    for (const field of fieldsOf(place)) {
      if (ticks(field)) field.checked = field.value === said(field.dataset.part);
      else field.value = said(field.dataset.part);
    }
    mirror(place);
  }

  /** Fields do not grow on paper; the text beside them does. */
  function mirror(place) {
    for (const field of fieldsOf(place)) {
      const line = field.parentElement.querySelector(':scope > .ww-said');
      if (line) line.textContent = field.value;
    }
  }

  const filled = (values) => Object.values(values).some((value) => value.trim());

  /** Headings and what is filled in, as plain text. */
  function textOf(place) {
    const lines = [];
    for (const part of place.querySelectorAll('h2, h3, [data-part]')) {
      if (part.matches('h2, h3')) lines.push('', part.textContent.trim());
      else if (said(part)) lines.push(`${part.dataset.label}: ${said(part)}`);
    }
    return `${lines.join('\n').trim()}\n`;
  }

  function said(field) {
    if (!ticks(field)) return field.value.trim();
    return field.checked ? field.labels[0].textContent.trim() : '';
  }

  /**
   * A tool: fields with `data-part`, buttons with `data-do`, a `.ww-status`. What is filled in is kept in note `data-note`: always,
   * or where there is a box `data-keep` only while that is ticked. A tool may keep something else than its fields: then it brings
   * its own `value`, `fill` and `isFilled`.
   */
  class Kit extends HTMLElement {
    connectedCallback() {
      if (this.life) return;
      this.life = new AbortController();
      const { signal } = this.life;
      this.addEventListener('click', ({ target }) => this.pressed(target.closest('[data-do]')), { signal });
      this.addEventListener('input', (event) => this.typed(event), { signal });
      addEventListener('pagehide', () => this.save(), { signal });
      addEventListener('afterprint', () => this.printed(), { signal });
      signal.addEventListener('abort', store.on((kind, id) => (kind === null || (kind === 'note' && id === this.dataset.note)) && this.elsewhere()));
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
      for (const part of this.querySelectorAll('[data-with-js]')) part.hidden = !on;
    }

    started() {}
    changed() {}
    value() { return read(this); }
    fill(value) { write(this, value); }
    isFilled() { return filled(read(this)); }

    get box() { return this.querySelector('[data-keep]'); }

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
    packed() { return pack(this.value()); }
    unpacked(parts) { return unpack(parts); }

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
      if (kept && !this.querySelector('.ww-status').textContent) this.say(W.words.saved);
    }

    /** True when something now is kept that will survive this page. */
    keep() {
      if (!this.dataset.note || (this.box && !this.box.checked)) return false;
      if (record.longIn(this)) return this.say(W.words.shorten), false;
      const parts = this.isFilled() ? this.packed() : {};
      if (!parts) return this.say(W.words.kitFull), false;
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
      if (kept || !on) this.say(W.words[on ? 'kitKeeps' : 'kitForgets']);
    }

    say(text) { this.querySelector('.ww-status').textContent = text; }

    // ---- Buttons ----
    pressed(button) {
      if (button) this[`do_${button.dataset.do}`](button);
    }

    do_clear() {
      this.before = this.value();
      this.replace(null);
      this.say(W.words.kitCleared);
      this.offer(true);
    }

    do_undo() {
      this.replace(this.before);
      this.say(W.words.kitUndone);
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
      download(`${this.dataset.name}-${new Date().toLocaleDateString('sv-SE')}.txt`, 'text/plain', this.text());
    }

    text() { return textOf(this); }

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

  W.sheet = { Kit, download, pack, whole, unpack, read, write, textOf };
})();
