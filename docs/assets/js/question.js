/* A question: shows, checks and keeps one answer. What differs per type stands in types/, which also uses `W.kit`. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  W.types ??= {};
  const all = (el, css) => [...el.querySelectorAll(css)];

  // A box is a text field, a list, or whatever holds a set of radios.
  const picked = (box) => (box?.matches('input, select') ? box : box?.querySelector(':checked'));
  const value = (box) => picked(box)?.value.trim() ?? '';

  /** Only what can stand there. */
  function fill(box, to) {
    if (picked(box) === box) box.value = W.text(to);
    else for (const radio of all(box, 'input')) radio.checked = radio.value === to;
    if (box.selectedIndex < 0) box.selectedIndex = 0;
  }

  function words(box) {
    const input = picked(box);
    if (!value(box)) return W.words.none;
    return input === box ? box.selectedOptions?.[0].text ?? box.value : input.labels[0].textContent;
  }

  /** What a row asks, for rows that say so. */
  const asked = (box) => (box.labels?.[0] ? `${box.labels[0].textContent}: ` : '') + (box.firstElementChild?.matches('legend') ? `${box.firstElementChild.textContent}: ` : '');

  function mark(input, kind, word) {
    const span = document.createElement('span');
    span.className = 'ww-mark';
    span.dataset.mark = kind;
    span.textContent = W.words[word];
    if (input.labels?.[0]) input.labels[0].append(' ', span);
    else input.after(' ', span);
  }

  /** The items of the answer list for these options: what was thought there is told in their `.ww-why`. */
  const keyItems = (el, ids, css = '.ww-key li') => all(el, css).filter((item) => ids.includes(item.dataset.option));

  /** What was picked, and with `shown` also what should have been. */
  function markOptions(el, box, right, { shown, items }) {
    for (const input of all(box, 'input')) {
      const good = right.includes(input.value);
      if (input.checked) mark(input, good ? 'right' : 'wrong', good ? 'markRight' : 'markWrong');
      else if (good && shown) mark(input, 'missed', input.type === 'radio' ? 'markAnswer' : 'markMissed');
    }
    return keyItems(el, all(box, ':checked').map((input) => input.value), items);
  }

  const markRow = (input, good) => mark(input, good ? 'right' : 'wrong', good ? 'markPart' : 'markPartWrong');

  /** A type whose answer is one box. */
  const single = (box, missing) => ({
    read: (el) => value(box(el)),
    empty: (response) => (response ? null : missing),
    write: (el, response) => fill(box(el), response),
    words: (el) => words(box(el)),
  });

  /** A type with a box per row; `rows` gives [id, box] pairs, `why` the items that explain a row. */
  const many = (rows, missing, why) => ({
    read: (el) => Object.fromEntries(rows(el).map(([id, box]) => [id, value(box)])),
    empty: (response) => (Object.values(response).every(Boolean) ? null : missing),
    write: (el, response) => rows(el).forEach(([id, box]) => fill(box, response?.[id])),
    words: (el) => rows(el).map(([, box]) => asked(box) + words(box)).join('; '),
    score: W.scoring.each,
    mark: (el, key) => rows(el).flatMap(([id, box]) => {
      const good = W.scoring.fits(key[id], value(box));
      if (!value(box)) return [];
      markRow(picked(box), good);
      return why(el, id, good, value(box));
    }),
  });

  /** A type whose answer is typed in one field; `hit` tells whether a near miss of the key is meant. */
  const typed = (hit) => ({
    ...single((el) => el.querySelector('.ww-input'), 'emptyText'),
    mark(el, key, response) {
      if (!response) return [];
      const good = this.score(key, response).points > 0;
      markRow(el.querySelector('.ww-input'), good);
      const near = key.near.findIndex((miss) => hit(response, miss, key));
      return good ? [] : all(el, near < 0 ? '[data-other]' : `[data-near="${near}"]`);
    },
  });

  /** The learner's own order, until the question leaves the page. */
  function shuffle(el, css, signal) {
    const box = el.querySelector(css);
    if (!box) return;
    const written = [...box.children];
    box.append(...W.record.shuffle(written, el.dataset.question));
    signal.addEventListener('abort', () => box.append(...written));
  }

  W.kit = { all, value, fill, words, keyItems, markOptions, markRow, single, many, typed, shuffle };

  class Question extends HTMLElement {
    connectedCallback() {
      const { type, key, was, question } = this.dataset;
      this.type = W.types[type];
      if (!this.type || this.life) return;
      this.life = new AbortController();
      this.key = key && JSON.parse(key);
      this.ids = [question, ...(was?.split(' ') ?? [])];
      this.hints = 0;
      this.listen();
      this.type.init?.(this, this.life.signal);
      this.nameHints();
      this.hold(false);
      this.render();
    }

    disconnectedCallback() {
      if (!this.life) return;
      this.life.abort();
      this.life = this.answer = null;
      this.wipe('open');
      this.hold(true);
      for (const part of all(this, '.ww-hint, .ww-key')) part.hidden = false;
    }

    listen() {
      const { signal } = this.life;
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
      on('toggle', ({ target }) => target.open && this.opened(target), true);
      signal.addEventListener('abort', W.store.on((kind, id) => this.elsewhere(kind, id)));
    }

    ww(name) {
      return this.querySelector(`.ww-${name}`);
    }

    /** In a test, checking, hints and answers wait for the result. */
    hold(held) {
      this.held = held;
      this.ww('actions').hidden = this.ww('key').hidden = held;
      this.offer();
    }

    nameHints() {
      all(this, '.ww-hint > summary').forEach((summary, index, { length }) => {
        const { textContent } = summary;
        summary.textContent = W.say('hint', { number: index + 1, total: length });
        this.life.signal.addEventListener('abort', () => { summary.textContent = textContent; });
      });
    }

    /** Only the hints that were taken, and the next one. */
    offer() {
      all(this, '.ww-hint').forEach((hint, index) => {
        hint.hidden = this.held || index > this.hints;
      });
    }

    touch() {
      this.dirty = true;
      this.wipe(this.key ? 'open' : this.dataset.state);
    }

    /** Takes away what was said about an answer; the answer itself stays where it is. */
    wipe(state) {
      this.dataset.state = state;
      for (const span of all(this, '.ww-mark')) {
        span.previousSibling.remove();
        span.remove();
      }
      this.ww('feedback').replaceChildren();
      this.ww('retry').hidden = this.ww('error').hidden = true;
      this.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
      this.tell('');
    }

    /** Writes the status without having it read out: for what is found on arrival. */
    tell(text) {
      clearTimeout(this.timer);
      this.ww('status').setAttribute('aria-live', text ? 'off' : 'polite');
      this.ww('status').textContent = text;
    }

    /** Has the status read out; the same words once more too, since it was empty in between. */
    say(text) {
      this.tell('');
      this.timer = setTimeout(() => { this.ww('status').textContent = text; }, 60);
    }

    standing() {
      return W.record.standing(this.ids[0], this.dataset.hash, this.ids.slice(1));
    }

    /** Shows what is kept. */
    render() {
      const { state, answer } = this.standing();
      const date = answer && W.date(answer.at);
      this.wipe('open');
      if (this.answer || answer) this.type.write(this, state === 'current' || !this.key ? answer?.response : null);
      this.answer = answer;
      this.dirty = false;
      if (state === 'changed') {
        this.dataset.state = state;
        const was = this.key && answer.text && ` ${W.say('changedWas', { answer: answer.text })}`;
        this.tell(W.say('changed', { date }) + (was || ''));
      } else if (answer) {
        this.hints = answer.hints;
        if (this.ww('confidence')) fill(this.ww('confidence'), answer.confidence);
        this.offer();
        this.show();
        this.tell(answer.attempts ? W.say('resumed', { date }) + this.verdict() : this.verdict());
      }
    }

    elsewhere(kind, id) {
      if (kind && !(kind === 'answer' && this.ids.includes(id))) return;
      const busy = this.dirty || this.contains(document.activeElement);
      if (!busy && this.standing().answer?.at !== this.answer?.at) this.render();
    }

    /** The state that a kept answer stands for. */
    state({ attempts, points, of, shown, response } = this.answer) {
      if (!this.key) return this.type.empty(response) ? 'open' : 'answered';
      if (attempts && points >= of) return 'right';
      if (shown) return 'shown';
      if (!attempts) return 'open';
      return points ? 'partial' : 'wrong';
    }

    verdict() {
      const { state } = this.dataset;
      const { points, of, attempts, shown } = this.answer;
      if (!this.key) return W.words.saved;
      const word = state === 'right' ? state : points ? 'partial' : 'wrong';
      const hint = all(this, '.ww-hint').length > this.hints;
      const more = shown ? W.words.saw : W.words[hint ? 'againHint' : 'again'];
      return [attempts && W.say(word, { points, of }), state !== 'right' && more].filter(Boolean).join(' ');
    }

    /** Marks, feedback and buttons for the answer that is kept and stands here. */
    show() {
      const state = this.dataset.state = this.state();
      if (!this.key || state === 'open') return;
      const { response } = this.answer;
      const items = this.type.mark(this, this.key, response, state === 'shown');
      this.ww('feedback').append(...this.feedback(items));
      if (state !== 'right') this.ww('feedback').append(this.querySelector('.ww-key .ww-source').cloneNode(true));
      this.ww('retry').hidden = false;
    }

    feedback(items) {
      const css = items.length > 1 ? ':scope > .ww-what, :scope > .ww-why' : ':scope > .ww-why';
      const clones = items.filter((item) => item.querySelector(':scope > .ww-why')).flatMap((item) => all(item, css)).map((part) => part.cloneNode(true));
      for (const part of clones.flatMap((clone) => all(clone, '[id]'))) part.removeAttribute('id');
      return clones;
    }

    get complete() {
      return !this.type.empty(this.type.read(this), this);
    }

    check() {
      const missing = this.type.empty(this.type.read(this), this);
      if (missing) return this.refuse(missing);
      this.settle();
      this.say(this.news());
      if (/right|answered/.test(this.dataset.state)) this.ww('answer').open = true;
    }

    /** Counts what stands here as an attempt, and once only. */
    settle() {
      const fresh = this.dirty || !this.answer?.attempts || /open|changed|answered/.test(this.dataset.state);
      this.wipe('open');
      if (fresh) this.keep(1);
      this.dirty = false;
      this.show();
    }

    news() {
      return this.key ? W.say('attempt', { attempt: this.answer.attempts }) + this.verdict() : W.words.written;
    }

    /** Something is missing: no attempt, but a word about it, at the place where it is missing. */
    refuse(word) {
      this.wipe('open');
      this.ww('error').hidden = false;
      this.ww('error').textContent = W.words[word];
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
      this.wipe('open');
      this.ww('answer').open = false;
      this.control().focus();
    }

    opened(details) {
      const { state } = this.dataset;
      if (details.matches('.ww-hint')) {
        this.hints = Math.max(this.hints, all(this, '.ww-hint').indexOf(details) + 1);
        this.offer();
        if (this.answer && state !== 'changed') this.keep(0);
      } else if (this.key && state !== 'right') {
        this.keep(0, true);
        this.wipe('shown');
        this.show();
        this.say(W.words.saw);
      }
    }

    /** Keeps the answer: as it stands here when it is checked (or not scored), else as it was when it last was. */
    keep(attempt, shown = false) {
      const { state, answer: old } = this.standing();
      const last = state === 'current' ? old : { attempts: 0, points: 0, of: Number(this.dataset.of) };
      const now = attempt || !this.key || !last.hash ? this.given(attempt) : {};
      const past = old?.attempts && (attempt || !last.hash) ? [{ points: old.points, of: old.of, hash: old.hash, at: old.at }] : [];
      this.answer = {
        ...last, ...now, attempts: last.attempts + attempt, shown: shown || Boolean(last.shown), hints: Math.max(this.hints, last.hints ?? 0),
        confidence: value(this.ww('confidence')) || null, hash: this.dataset.hash, at: Date.now(), history: [...(old?.history ?? []), ...past],
      };
      W.record.saveAnswer(this.ids[0], this.answer);
    }

    given(attempt) {
      const response = this.type.read(this);
      return { response, text: this.type.words(this, response), ...(attempt ? this.type.score(this.key, response) : {}) };
    }
  }

  // The types come after this script; all deferred scripts have run when the document is ready.
  const define = () => customElements.get('ww-question') ?? customElements.define('ww-question', Question);
  if (document.readyState === 'complete') define();
  else addEventListener('DOMContentLoaded', define);
})();
