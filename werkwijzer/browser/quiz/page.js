/* A question: shows, checks and keeps one answer. What differs per type stands in its folder, with `kit` as its tools. */

import { all } from '../base/dom.js';
import { say, words } from '../base/words.js';
import { date, record, store } from '../course/index.js';
import { fill, value } from './kit.js';
import { types } from './types.js';

class Question extends HTMLElement {
  #timer;
  #ids;
  #hints = 0;

  connectedCallback() {
    const { type, key, was, question } = this.dataset;
    this.type = types[type];
    if (!this.type || this.life) return;
    this.life = new AbortController();
    this.key = key && JSON.parse(key);
    this.#ids = [question, ...(was?.split(' ') ?? [])];
    this.#hints = 0;
    this.#listen(this.life.signal);
    this.#nameHints(this.life.signal);
    this.type.init?.(this, this.life.signal);
    this.hold(false);
    this.#render();
  }

  disconnectedCallback() {
    if (!this.life) return;
    this.life.abort();
    this.life = this.answer = null;
    this.#wipe('open');
    this.ww('actions').hidden = true;
    for (const part of all(this, '.ww-hint, .ww-key')) part.hidden = false;
  }

  #listen(signal) {
    const on = (event, react, capture) => this.addEventListener(event, react, { signal, capture });
    on('click', ({ target }) => {
      if (target.closest('.ww-check')) this.check();
      if (target.closest('.ww-retry')) this.retry();
    });
    on('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || !event.target.matches('[type=text]')) return;
      event.preventDefault();
      if (!this.held) this.check();
    });
    on('input', ({ target }) => target.closest('.ww-field') && this.touch());
    on('toggle', ({ target }) => target.open && this.#opened(target), true);
    signal.addEventListener(
      'abort',
      store.on((kind, id) => this.#elsewhere(kind, id)),
    );
  }

  /** Puts a list in the learner's own order, until the question leaves the page. */
  shuffle(css, signal) {
    const box = this.querySelector(css);
    const written = [...(box?.children ?? [])];
    box?.append(...record.shuffle(written, this.dataset.question));
    signal.addEventListener('abort', () => box?.append(...written));
  }

  ww(name) {
    return this.querySelector(`.ww-${name}`);
  }

  /** In a test, checking, hints and answers wait for the result. */
  hold(held) {
    this.held = held;
    this.ww('actions').hidden = this.ww('key').hidden = held;
    this.#offer();
  }

  /** Only the hints that were taken, and the next one. */
  #offer() {
    all(this, '.ww-hint').forEach((hint, index) => {
      hint.hidden = this.held || index > this.#hints;
    });
  }

  #nameHints(signal) {
    all(this, '.ww-hint > summary').forEach((summary, index, { length }) => {
      const { textContent } = summary;
      summary.textContent = say('hint', { number: index + 1, total: length });
      signal.addEventListener('abort', () => {
        summary.textContent = textContent;
      });
    });
  }

  touch() {
    this.dirty = true;
    this.#wipe(this.key ? 'open' : this.dataset.state);
  }

  /** Takes away what was said about the answer; the answer itself stays. */
  #wipe(state) {
    this.dataset.state = state;
    for (const span of all(this, '.ww-mark')) span.remove();
    this.ww('feedback').replaceChildren();
    this.ww('retry').hidden = this.ww('error').hidden = true;
    this.ww('error').textContent = ''; // what is hidden still describes the field
    this.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
    this.tell('');
  }

  /** Writes the status without having it read out: what is found on arrival is no news. */
  tell(text) {
    clearTimeout(this.#timer);
    this.ww('status').setAttribute('aria-live', text ? 'off' : 'polite');
    this.ww('status').textContent = text;
  }

  /** Has the status read out, the same words once more too: it was empty in between. */
  say(text) {
    this.tell('');
    this.#timer = setTimeout(() => {
      this.ww('status').textContent = text;
    }, 60);
  }

  #standing() {
    return record.standing(this.#ids[0], this.dataset.hash, this.#ids.slice(1));
  }

  /** Shows what is kept; in a test that was drawn anew, only what came after. The learner's own text stays when the question changed. */
  #render() {
    const kept = this.#standing();
    const { state, answer } = kept.answer?.at < this.dataset.since ? {} : kept;
    this.#wipe('open');
    if (this.answer || answer) this.type.write(this, state === 'current' || !this.key ? answer?.response : null);
    this.answer = answer;
    this.dirty = false;
    if (state === 'changed') this.#outdated();
    if (state === 'current') this.#resume();
  }

  #resume() {
    const { hints, confidence, attempts, at } = this.answer;
    this.#hints = hints;
    if (this.ww('confidence')) fill(this.ww('confidence'), confidence);
    this.#offer();
    this.#show();
    const lead = this.key && attempts ? say('resumed', { date: date(at) }) : '';
    if (this.dataset.state !== 'open') this.tell(lead + this.#verdict());
  }

  #outdated() {
    const { at, text } = this.answer;
    const was = this.key && text ? [say('changedWas', { answer: text })] : [];
    this.dataset.state = 'changed';
    this.tell([say('changed', { date: date(at) }), ...was].join(' '));
  }

  #elsewhere(kind, id) {
    if (kind && !(kind === 'answer' && this.#ids.includes(id))) return;
    const busy = this.dirty || this.contains(document.activeElement);
    const at = this.#standing().answer?.at;
    if (!busy && at !== this.answer?.at && !(at < this.dataset.since)) this.#render();
  }

  /** What state the kept answer stands for. */
  state() {
    const { attempts, points, of, shown, response } = this.answer;
    if (!this.key) return this.type.empty(response) ? 'open' : 'answered';
    if (attempts && points >= of) return 'right';
    if (shown || !attempts) return shown ? 'shown' : 'open';
    return points ? 'partial' : 'wrong';
  }

  #verdict() {
    const { points, of, attempts, shown } = this.answer;
    const { state } = this.dataset;
    if (!this.key) return store.isKept('answer', this.#ids[0]) ? words.saved : '';
    if (state === 'right') return words.right;
    const hint = all(this, '.ww-hint').length > this.#hints;
    const next = words[shown ? 'saw' : hint ? 'againHint' : 'again'];
    return attempts ? `${say(points ? 'partial' : 'wrong', { points, of })} ${next}` : next;
  }

  /** Marks, feedback and buttons that go with the kept answer. */
  #show() {
    const state = (this.dataset.state = this.state());
    if (!this.key || state === 'open') return;
    const items = this.type.mark(this, this.key, this.answer.response, state === 'shown');
    const source = state === 'right' ? [] : all(this, '.ww-key .ww-source');
    this.ww('feedback').append(...[...reasons(items), ...source].map(copy));
    this.ww('retry').hidden = false;
  }

  /** The word for what still has to be filled in, or null. */
  get missing() {
    return this.long ? 'shorten' : this.type.empty(this.type.read(this), this);
  }

  get long() {
    return record.longIn(this);
  }

  check() {
    if (this.missing) return this.#refuse(this.missing);
    const kept = this.settle();
    this.say(this.news(kept));
    if (/right|answered/.test(this.dataset.state)) this.ww('answer').open = true;
  }

  /** Counts what stands here as an attempt, and once only. True when it is kept. */
  settle() {
    const fresh = this.dirty || !this.answer?.attempts || /open|changed|answered/.test(this.dataset.state);
    this.#wipe('open');
    const kept = !fresh || this.keep(1);
    this.dirty = false;
    this.#show();
    return kept;
  }

  news(kept) {
    if (this.key) return say('attempt', { attempt: this.answer.attempts }) + this.#verdict();
    return (kept ? `${words.saved} ` : '') + words.written;
  }

  /** Not an attempt: a word about what is missing, and there we go. */
  #refuse(word) {
    this.#wipe('open');
    this.ww('error').hidden = false;
    this.ww('error').textContent = words[word];
    const control = this.control();
    if (!control.matches('button')) control.setAttribute('aria-invalid', 'true');
    control.focus();
  }

  /** The first thing to fill in that is still empty, else the first. */
  control() {
    const seen = all(this, '.ww-field :is(input, select, textarea, button)').filter((control) => !control.closest('[hidden]'));
    return seen.find((control) => !(control.type === 'radio' ? value(control.closest('fieldset')) : control.value)) ?? seen[0];
  }

  retry() {
    this.#wipe('open');
    this.ww('answer').open = false;
    this.control().focus();
  }

  #opened(details) {
    if (details.matches('.ww-hint')) return this.#took(details);
    if (!this.key || this.dataset.state === 'right') return;
    this.keep(0, true);
    this.#wipe('shown');
    this.#show();
    this.say(words.saw);
  }

  #took(hint) {
    this.#hints = Math.max(this.#hints, all(this, '.ww-hint').indexOf(hint) + 1);
    this.#offer();
    if (this.answer && this.dataset.state !== 'changed') this.keep(0);
  }

  /** Keeps what stands here when it is an attempt (or never scored), else what stood here at the last one. True when that worked. */
  keep(attempt, shown = false) {
    if (this.long) return false;
    const { state, answer: old } = this.#standing();
    const last = state === 'current' ? old : { attempts: 0, hints: 0, points: 0, of: Number(this.dataset.of), shown: false };
    const now = attempt || !this.key || last !== old ? this.#given(attempt) : {};
    const past = old?.attempts && (attempt || last !== old) ? [old] : [];
    this.answer = {
      ...last,
      ...now,
      attempts: last.attempts + attempt,
      hints: Math.max(this.#hints, last.hints),
      shown: shown || last.shown,
      confidence: value(this.ww('confidence')) || null,
      hash: this.dataset.hash,
      at: Math.max(Date.now(), (old?.at ?? 0) + 1),
      history: [...(old?.history ?? []), ...past.map(({ points, of, hash, at }) => ({ points, of, hash, at }))],
    };
    const kept = record.saveAnswer(this.#ids[0], this.answer);
    this.answer = this.#standing().answer;
    return kept;
  }

  #given(attempt) {
    const response = this.type.read(this);
    return { response, text: this.type.words(this, response), ...(attempt && this.type.score(this.key, response)) };
  }
}

/** What the answer list says about some of its items; of several, also which. */
const reasons = (items) =>
  items
    .filter((item) => item.querySelector(':scope > .ww-why'))
    .flatMap((item) => all(item, items.length > 1 ? ':scope > :is(.ww-what, .ww-why)' : ':scope > .ww-why'));

function copy(part) {
  const clone = part.cloneNode(true);
  for (const inner of all(clone, '[id]')) inner.removeAttribute('id');
  return clone;
}

// The types come after this script; all deferred scripts have run when the document is ready.
const define = () => customElements.get('ww-question') ?? customElements.define('ww-question', Question);
if (document.readyState === 'complete') define();
else addEventListener('DOMContentLoaded', define);
