/* Questions in the room (?beeld=zaal): the questions of this page as slides for a projector, moved by keys. They are
   copied from the page, so nothing is held twice and it works offline. Counts stay in memory; there are no names. */

import { all, bringSheet, make } from '../base/dom.js';
import { say, words } from '../base/words.js';

const own = document.currentScript.src;
const LETTERS = 'ABCDEFGHI';
const MOST = 999;

/** What stands in a part of the page, without the reader's own marks, controls and ids. */
function copied(part, tag = 'div', className = '') {
  const copy = make(tag, { className }, ...part.cloneNode(true).childNodes);
  for (const one of all(copy, '.ww-mark, .ww-source, summary, input, select, textarea, button, .ww-hidden, .ww-error')) one.remove();
  for (const one of all(copy, '[id], [for], [hidden]')) for (const name of ['id', 'for', 'hidden']) one.removeAttribute(name);
  return copy;
}

/** One slide: what it asks, what can be counted, what else to show, and the answer. */
function slide(element) {
  // One list to pick from: hands can be counted for each.
  const list = element.querySelector('.ww-field .ww-options') && element.querySelector('.ww-key-list');
  return {
    id: element.dataset.question,
    element,
    kind: element.querySelector('.ww-question-kind').textContent,
    context: element.querySelector('.ww-context'),
    ask: element.querySelector('.ww-field legend, .ww-ask'),
    options: list ? [...list.children].map((item) => ({ item, right: 'correct' in item.dataset, count: 0 })) : [],
    shown: false,
  };
}

// ---- What cannot be counted: its material as plain lists ----
function listed(parts, title) {
  const items = parts.map((part) => make('li', {}, typeof part === 'string' ? part : copied(part, 'span')));
  return items.length
    ? [...(title ? [make('p', { className: 'ww-zaal-title' }, title)] : []), make('ul', { className: 'ww-zaal-list' }, ...items)]
    : [];
}

const choices = (select) => (select ? [...select.options].filter((option) => option.value).map((option) => option.text) : []);

function cloze(element) {
  const text = element.querySelector('.ww-cloze').cloneNode(true);
  for (const gap of all(text, '.ww-gap')) {
    const next = gap.nextSibling;
    if (next?.nodeType === Node.TEXT_NODE) next.data = next.data.replace(/^\s+(?=[.,;:?!”)])/, '');
    gap.replaceWith(gap.options ? `[${choices(gap).join(' / ')}]` : '…………');
  }
  return copied(text, 'div', 'ww-zaal-text');
}

const MATERIAL = {
  order: (element) => listed(all(element, '.ww-order-text')),
  match: (element) => [
    ...listed(all(element, '.ww-match > li > label')),
    ...listed(choices(element.querySelector('.ww-match select')), words.zaalInto),
  ],
  categorise: (element) => [
    ...listed(all(element, '.ww-sort > legend')),
    ...listed(all(element.querySelector('.ww-sort'), '.ww-option label'), words.zaalInto),
  ],
  cloze: (element) => [cloze(element)],
  rank: (element) => [
    ...listed(all(element, '.ww-rank > legend')),
    ...listed(all(element.querySelector('.ww-rank'), '.ww-option label'), words.zaalInto),
  ],
};

class Room {
  constructor(slides) {
    this.slides = slides;
    this.keys = true;
    this.build();
    this.go(this.asked());
    addEventListener('hashchange', () => this.go(this.asked()));
  }

  /** The place of the question that the address names, else the first. */
  asked() {
    return Math.max(
      0,
      this.slides.findIndex(({ id }) => location.hash === `#vraag-${id}`),
    );
  }

  get slide() {
    return this.slides[this.at];
  }

  button(word, act, props = {}) {
    return make('button', { type: 'button', className: 'ww-button ww-button--quiet', onclick: act, ...props }, words[word]);
  }

  build() {
    const title = document.querySelector('h1')?.textContent.trim().replace(/\s+/g, ' ') ?? document.title;
    this.number = make('p', { className: 'ww-zaal-number' });
    this.status = make('p', { className: 'ww-hidden' });
    this.status.setAttribute('role', 'status');
    this.stage = make('main', { className: 'ww-zaal-stage' });
    this.root = make(
      'div',
      { className: 'ww-zaal-room' },
      make('header', { className: 'ww-zaal-head' }, make('p', { className: 'ww-zaal-place' }, title), this.number, this.tools()),
      this.stage,
      make('footer', { className: 'ww-zaal-foot' }, this.turn()),
      this.status,
    );
    this.help = this.helpDialog();
    for (const part of document.body.children) part.hidden = true;
    document.body.append(this.root, this.help);
    document.addEventListener('keydown', (event) => this.key(event));
  }

  tools() {
    const full = this.button('zaalFull', () => this.full());
    full.hidden = !document.fullscreenEnabled;
    const url = new URL(location.href);
    url.search = '';
    this.out = make('a', { className: 'ww-button ww-button--quiet', href: url }, words.zaalClose);
    return make(
      'p',
      { className: 'ww-zaal-tools' },
      this.button('zaalKeys', () => this.help.showModal()),
      full,
      this.out,
    );
  }

  turn() {
    this.back = this.button('zaalBack', () => this.go(this.at - 1));
    this.on = this.button('zaalOn', () => this.go(this.at + 1));
    this.show = this.button('zaalShow', () => this.toggle(), { className: 'ww-button' });
    this.jump = make(
      'select',
      { id: 'ww-zaal-jump', onchange: () => this.go(this.jump.selectedIndex) },
      ...this.slides.map(({ ask, kind }, index) =>
        make('option', {}, say('zaalOption', { number: index + 1, text: short(ask?.textContent.trim() || kind) })),
      ),
    );
    const label = make('label', { htmlFor: this.jump.id }, words.zaalGo);
    return make(
      'div',
      { className: 'ww-zaal-turn' },
      this.back,
      this.show,
      this.on,
      make('p', { className: 'ww-zaal-jump' }, label, ' ', this.jump),
    );
  }

  helpDialog() {
    const rows = [
      ['zaalKeyNext', 'Next'],
      ['zaalKeyBack', 'Back'],
      ['zaalKeyShow', 'Show'],
      ['zaalKeyCount', 'Count'],
      ['zaalKeyLess', 'Less'],
      ['0', 'Clear'],
      ['F', 'Full'],
      ['?', 'Keys'],
    ];
    const list = make(
      'dl',
      {},
      ...rows.map(([key, word]) => make('div', {}, make('dt', {}, words[key] ?? key), make('dd', {}, words[`zaalHelp${word}`]))),
    );
    const box = make('input', {
      type: 'checkbox',
      id: 'ww-zaal-keys',
      checked: true,
      onchange: () => {
        this.keys = box.checked;
      },
    });
    box.setAttribute('aria-describedby', 'ww-zaal-switch');
    const title = make('h2', { id: 'ww-zaal-help' }, words.zaalHelpTitle);
    const dialog = make(
      'dialog',
      { className: 'ww-zaal-help' },
      title,
      list,
      make('p', { className: 'ww-option' }, box, make('label', { htmlFor: box.id }, words.zaalSwitch)),
      make('p', { id: 'ww-zaal-switch' }, words.zaalSwitchPlain),
      this.button('zaalHelpClose', () => dialog.close()),
    );
    dialog.setAttribute('aria-labelledby', title.id);
    return dialog;
  }

  // ---- Moving ----
  go(to) {
    if (to < 0 || to >= this.slides.length) return;
    this.at = to;
    const place = say('zaalPlace', { number: to + 1, total: this.slides.length });
    this.number.textContent = place;
    this.jump.selectedIndex = to;
    this.back.disabled = to === 0;
    this.on.disabled = to === this.slides.length - 1;
    history.replaceState(null, '', `#vraag-${this.slide.id}`);
    this.out.hash = `vraag-${this.slide.id}`;
    this.draw();
    this.stage.querySelector('h1').focus({ preventScroll: true });
    scrollTo(0, 0);
    this.tell(place);
  }

  toggle() {
    this.slide.shown = !this.slide.shown;
    this.showAnswer();
    const letters = this.slide.options.flatMap(({ right }, index) => (right ? [LETTERS[index]] : [])).join(', ');
    if (!this.slide.shown) this.tell(words.zaalHidden);
    else this.tell(words.zaalShown + (letters ? ` ${say('zaalShownWhich', { letters })}` : ''));
  }

  tell(text) {
    clearTimeout(this.timer);
    this.status.textContent = '';
    this.timer = setTimeout(() => {
      this.status.textContent = text;
    }, 60);
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  // ---- Drawing ----
  draw() {
    const { context, ask, kind, options, element } = this.slide;
    const title = ask ? copied(ask, 'h1') : make('h1', {}, kind);
    title.tabIndex = -1;
    const material = MATERIAL[element.dataset.type]?.(element) ?? [];
    this.answer = this.answerOf();
    this.stage.replaceChildren(
      make('p', { className: 'ww-zaal-kind' }, kind),
      ...(context ? [copied(context, 'div', 'ww-zaal-context')] : []),
      title,
      ...material,
      ...(options.length ? [this.votes(), this.totals()] : []),
      this.answer,
    );
    this.count();
    this.showAnswer();
  }

  votes() {
    this.rows = this.slide.options.map((option, index) => this.row(option, LETTERS[index]));
    return make('ol', { className: 'ww-zaal-options' }, ...this.rows);
  }

  row(option, letter) {
    const { item } = option;
    const stepper = (word, by) =>
      make('button', { type: 'button', ariaLabel: say(word, { letter }), onclick: () => this.add(option, by) }, by > 0 ? '+' : '−');
    const box = make('input', {
      type: 'text',
      inputMode: 'numeric',
      maxLength: 3,
      ariaLabel: say('zaalCount', { letter }),
      autocomplete: 'off',
    });
    box.oninput = () => this.set(option, Number(box.value.replace(/\D/g, '')));
    const why = item.querySelector('.ww-why');
    return make(
      'li',
      {},
      make('span', { className: 'ww-zaal-letter' }, letter),
      copied(item.querySelector('.ww-what'), 'div', 'ww-zaal-what'),
      make('div', { className: 'ww-zaal-count' }, stepper('zaalLess', -1), box, stepper('zaalMore', 1)),
      make('progress', { className: 'ww-zaal-bar', max: 1, value: 0, ariaHidden: 'true' }),
      make(
        'div',
        { className: 'ww-zaal-why' },
        make('p', { className: 'ww-zaal-verdict' }, words[option.right ? 'zaalRight' : 'zaalWrong']),
        ...(why ? [copied(why)] : []),
      ),
    );
  }

  totals() {
    this.total = make('span');
    this.clear = this.button('zaalClear', () => this.wipe());
    return make('p', { className: 'ww-zaal-total' }, this.total, ' ', this.clear);
  }

  /** The answer below the options: for what is counted only what the options do not say themselves. */
  answerOf() {
    const answer = copied(this.slide.element.querySelector('.ww-answer'), 'div', 'ww-zaal-answer');
    if (this.slide.options.length) answer.querySelector('.ww-key-list')?.remove();
    for (const one of all(answer, '.ww-criteria')) one.remove();
    return answer;
  }

  showAnswer() {
    const { shown, options } = this.slide;
    this.answer.hidden = !shown;
    this.show.textContent = words[shown ? 'zaalHide' : 'zaalShow'];
    options.forEach(({ right }, index) => {
      const row = this.rows[index];
      row.querySelector('.ww-zaal-why').hidden = !shown;
      row.toggleAttribute('data-right', shown && right);
      row.toggleAttribute('data-wrong', shown && !right);
    });
  }

  // ---- Counting ----
  add(option, by) {
    this.set(option, option.count + by);
    this.tell(say('zaalCounted', { letter: LETTERS[this.slide.options.indexOf(option)], count: option.count }));
  }

  set(option, count) {
    option.count = Math.min(MOST, Math.max(0, count));
    this.count();
  }

  wipe() {
    for (const option of this.slide.options) option.count = 0;
    this.count();
    this.tell(say('zaalTotal', { count: 0 }));
  }

  count() {
    const { options } = this.slide;
    const most = Math.max(1, ...options.map(({ count }) => count));
    options.forEach(({ count }, index) => {
      const row = this.rows[index];
      const box = row.querySelector('input');
      if (box !== document.activeElement || box.value !== '') box.value = count;
      Object.assign(row.querySelector('progress'), { max: most, value: count });
    });
    if (options.length) this.total.textContent = say('zaalTotal', { count: options.reduce((sum, { count }) => sum + count, 0) });
  }

  // ---- Keys: they work in this view only; those with a sign on them can be switched off ----
  key(event) {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || this.help.open || target.matches?.('select')) return;
    const typing = target.matches?.('input');
    const act = this.move(key, typing, target) ?? (this.keys && !typing ? this.sign(event) : null);
    if (!act) return;
    event.preventDefault();
    act();
  }

  move(key, typing, target) {
    if (/^Page(Down|Up)$/.test(key)) return () => this.go(this.at + (key === 'PageDown' ? 1 : -1));
    if (typing) return null;
    if (/^Arrow(Right|Left)$/.test(key)) return () => this.go(this.at + (key === 'ArrowRight' ? 1 : -1));
    return key === ' ' && !target.matches?.('button, a') ? () => this.toggle() : null;
  }

  sign({ code, key, shiftKey }) {
    if (key === '?') return () => this.help.showModal();
    if (/^f$/i.test(key)) return () => this.full();
    const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
    if (digit === '0') return () => this.slide.options.length && this.wipe();
    const option = this.slide.options[Number(digit) - 1];
    return option ? () => this.add(option, shiftKey ? -1 : 1) : null;
  }
}

const short = (text) => (text.length > 70 ? `${text.slice(0, 67).trimEnd()} …` : text);

function start() {
  const slides = all(document, 'ww-question').map(slide);
  if (slides.length) new Room(slides);
  else document.documentElement.classList.remove('ww-zaal');
}

/** The sheet first: without it the slides would flash unstyled. Questions are shown in the order of the page. */
const ready = bringSheet(new URL('../css/zaal.css', own).href);
/** @type {Promise<unknown>} */
const parsed = new Promise((done) => {
  if (document.readyState === 'complete') done(null);
  else addEventListener('load', done, { once: true });
});
Promise.all([ready, parsed]).then(start);
