/* Mijn voortgang: shows what is kept, takes it along, brings it back, erases it. */

import { make } from '../../browser/base/dom.js';
import { copy } from '../../browser/base/share.js';
import { capital, say, words } from '../../browser/base/words.js';
import { date, record, Shown, store } from '../../browser/course/index.js';
import { address, transfer } from '../../browser/transfer/index.js';

// The words of an open answer in full, of another one as they were shown.
const spoken = ({ text, response }) => response?.text ?? (text || (typeof response === 'string' ? response : ''));
// A review whose day is 0 does not come back.
const planned = (kind) => store.entries(kind).filter(([, { due }]) => due !== 0);
const wasOf = (item) => item.dataset.was?.split(' ');

function verdict({ state, answer }, of) {
  const day = date(answer.at);
  if (state === 'changed') return say('changed', { date: day });
  if (answer.points >= of) return `${day}: ${words.right}`;
  return `${day}: ${answer.points ? say('partial', { points: answer.points, of }) : words.wrong}`;
}

class RecordPage extends Shown {
  connectedCallback() {
    this.life?.abort();
    this.life = new AbortController();
    const { signal } = this.life;
    this.addEventListener('click', (event) => this.act(event.target.closest('[data-do]')), { signal });
    addEventListener('afterprint', () => delete this.dataset.print, { signal });
    this.reveal(true);
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.life.abort();
    this.reveal(false);
  }

  one(selector) {
    return this.querySelector(selector);
  }

  reveal(on) {
    this.one('.ww-record-plain').hidden = on;
    this.one('.ww-record-body').hidden = !on;
  }

  // ---- Showing ----
  show() {
    for (const item of this.querySelectorAll('[data-question]')) this.showAnswer(item);
    for (const item of this.querySelectorAll('[data-note]'))
      this.fill(item, store.get('note', item.dataset.note)?.parts[item.dataset.part]);
    for (const box of this.querySelectorAll('.ww-record-given, .ww-record-chapter'))
      box.hidden = !box.querySelector('.ww-record-item:not([hidden])');
    const written = this.one('.ww-record-chapter:not([hidden])') !== null;
    this.one('.ww-record-texts').hidden = !written;
    this.one('.ww-record-none').hidden = written;
    this.one('.ww-record-damaged').hidden = !transfer.asides().length;
    this.showMade();
    this.showPlayed();
    this.showFacts();
    this.showAddresses();
  }

  /** What other addresses of this course keep in this browser. Not made anew while somebody stands in it. */
  showAddresses() {
    const place = this.one('.ww-record-elsewhere');
    if (!place.contains(document.activeElement) && !place.querySelector('.ww-status')?.textContent)
      place.replaceChildren(address.offer((path) => this.take(path)) ?? '');
    const others = address.others();
    const box = this.one('.ww-record-also');
    box.hidden = !others.length;
    box.querySelector('span').textContent = others.map(address.shown).join(', ');
  }

  /** Copies what an address holds, history of answers and all; the word that says how it went. */
  take(path) {
    const read = transfer.readImport(transfer.fileOf(address.at(path)));
    const done = read.ok && transfer.merge(read.data);
    if (!done.ok || !address.take(path)) return 'addressFailed';
    return 'addressTaken';
  }

  /** Cases, scans, assignments and reviews: a line for each that something is kept of. */
  showPlayed() {
    const part = this.one('.ww-record-played');
    for (const item of part.querySelectorAll('[data-kept]')) this.showKept(item, store.get(item.dataset.kept, item.dataset.id));
    for (const item of part.querySelectorAll('[data-count]')) {
      const count = planned(item.dataset.count).length;
      item.hidden = !count;
      item.querySelector('.ww-record-result').textContent = count;
    }
    part.hidden = !part.querySelector('li:not([hidden])');
  }

  // An ending that the course no longer has counts as busy: there is no name for it.
  showKept(item, value) {
    const endings = [...item.querySelectorAll('[data-ending]')];
    const own = endings.find(({ dataset }) => dataset.ending === value?.ending) ?? endings.at(-1);
    for (const ending of endings) ending.hidden = ending !== own;
    item.hidden = !value;
    item.querySelector('.ww-record-result').textContent = value ? date(value.at) : '';
  }

  /** What was made with the tools: a link to each that holds something. */
  showMade() {
    const part = this.one('.ww-record-made');
    if (!part) return;
    for (const item of part.querySelectorAll('[data-made]')) {
      const note = store.get('note', item.dataset.made);
      item.hidden = !note;
      item.querySelector('.ww-record-result').textContent = note ? date(note.at) : '';
    }
    part.hidden = !part.querySelector('[data-made]:not([hidden])');
  }

  fill(item, said) {
    item.hidden = !said;
    item.querySelector('.ww-record-said').textContent = said ?? '';
  }

  showAnswer(item) {
    const { question, hash, of } = item.dataset;
    const found = record.standing(question, hash, wasOf(item));
    const result = item.querySelector('.ww-record-result');
    this.fill(item, found.answer && (spoken(found.answer) || (result && words.none)));
    if (result && found.answer) result.textContent = verdict(found, Number(of));
  }

  showFacts() {
    const [answers, notes, chapters, ...others] = ['answer', 'note', 'chapter', ...transfer.OTHERS].map((kind) => store.entries(kind));
    const shown = [answers, notes, ...others].flat();
    const last = Math.max(...[...shown, ...chapters].map(([, value]) => value.at));
    const backup = store.get('learner', 'backup');
    const facts = {
      answers: answers.length,
      notes: notes.length,
      saved: last > 0 ? date(last) : words.none,
      backup: backup ? date(backup) : words.recordNoBackup,
    };
    for (const [name, value] of Object.entries(facts)) this.one(`[data-fact="${name}"]`).textContent = value;
    this.one('.ww-record-empty').hidden = shown.length > 0;
    this.showLoose(answers);
  }

  // Answers whose question is gone from the course: kept, and named.
  showLoose(answers) {
    const known = new Set([...this.querySelectorAll('[data-question]')].flatMap((item) => [item.dataset.question, ...(wasOf(item) ?? [])]));
    const count = answers.filter(([id]) => !known.has(id)).length;
    const line = this.one('.ww-record-loose');
    line.hidden = !count;
    line.textContent = say('recordLoose', { count });
  }

  // ---- Doing ----
  act(button) {
    if (button) this[`do_${button.dataset.do}`](button.closest('dialog, .ww-record-part'));
  }

  say(place, text) {
    place.querySelector(':scope > .ww-status').textContent = text;
  }

  do_print() {
    this.dataset.print = 'written';
    print();
  }

  do_text() {
    transfer.give('teksten', 'text/plain', [say('recordText', { course: document.title }), ...this.texts()].join('\n\n'));
  }

  texts() {
    const shown = this.querySelectorAll(
      '.ww-record-chapter:not([hidden]) > h3, .ww-record-chapter:not([hidden]) .ww-record-item:not([hidden])',
    );
    return [...shown].map((item) => [...item.childNodes].map((node) => node.textContent).join('\n'));
  }

  do_save(place) {
    transfer.download();
    this.say(place, words.recordSaved);
  }

  async do_code(place) {
    const made = await transfer.toCode();
    this.one('.ww-record-code').hidden = !made.ok;
    this.one('#ww-record-code').value = made.ok ? made.code : '';
    this.say(place, made.ok ? '' : words[made.word]);
    if (made.ok) this.one('#ww-record-code').select();
  }

  async do_copy(place) {
    const field = this.one('#ww-record-code');
    store.set('learner', 'backup', Date.now());
    this.say(place, (await copy(field)) ? words.codeCopied : words.codeSelect);
  }

  async do_readFile() {
    const field = this.one('#ww-record-file');
    const [file] = field.files;
    if (!file) return this.refuse(field, 'importEmptyFile');
    this.preview(field, file.size > 24e6 ? { word: 'importTooLarge' } : transfer.readImport(await file.text()));
  }

  async do_readCode() {
    const field = this.one('#ww-record-paste');
    if (!field.value.trim()) return this.refuse(field, 'importEmptyCode');
    this.preview(field, await transfer.fromCode(field.value));
  }

  refuse(field, word) {
    this.unsettle();
    const error = this.one(`#${field.id}-error`);
    error.textContent = words[word];
    error.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  }

  // Away with what an earlier try has left.
  unsettle() {
    for (const error of this.querySelectorAll('.ww-error')) error.hidden = true;
    for (const field of this.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    this.one('.ww-record-preview').hidden = true;
    this.say(this.one('.ww-record-preview').parentElement, '');
    this.data = null;
  }

  preview(field, read) {
    if (!read.ok) return this.refuse(field, read.word);
    this.unsettle();
    const counts = transfer.plan(read.data);
    const box = this.one('.ww-record-preview');
    if (!counts.changes) return this.say(box.parentElement, words.importNothing);
    this.data = read.data;
    this.from = field;
    box.querySelector('ul').replaceChildren(...this.lines(counts));
    box.hidden = false;
    box.querySelector('h3').focus();
  }

  lines(counts) {
    const said = ['new', 'newer', 'older', 'same', 'notes', 'others', 'unknown']
      .filter((name) => counts[name])
      .map((name) => say(`import${capital(name)}`, { count: counts[name] }));
    return [say('importMade', { date: date(this.data.at) }), ...said].map((text) => make('li', '', text));
  }

  do_merge(place) {
    const done = transfer.merge(this.data);
    this.unsettle();
    this.say(place, words[done.ok ? 'importDone' : done.word]);
    this.undo = done.undo;
    this.one('[data-do="undo"]').hidden = !done.ok;
    (done.ok ? this.one('[data-do="undo"]') : this.from).focus();
  }

  do_drop(place) {
    this.unsettle();
    this.say(place, words.importDropped);
    this.from.focus();
  }

  do_undo(place) {
    this.undo();
    this.one('[data-do="undo"]').hidden = true;
    this.say(place, words.importUndone);
    this.from.focus();
  }

  do_download() {
    transfer.give('onleesbaar', 'application/json', JSON.stringify(transfer.asides(), null, 1));
  }

  do_ask() {
    this.one('.ww-record-also input').checked = false;
    this.one('dialog').showModal();
  }

  do_keep(dialog) {
    dialog.close();
  }

  // The dialog gives focus back to the button that opened it.
  do_erase(dialog) {
    transfer.erase(this.one('.ww-record-also input').checked ? address.others() : []);
    this.unsettle();
    this.one('[data-do="undo"]').hidden = true;
    this.one('.ww-record-code').hidden = true;
    dialog.close();
    this.say(dialog.parentElement, words.eraseDone);
  }
}

customElements.define('ww-record', RecordPage);
