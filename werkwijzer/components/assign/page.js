/* A trainer's form becomes one link. Nothing is kept and nothing leaves the page. */

import { assignment as form, ics, items } from '../../browser/assignment/index.js';
import { dayNow, dayOf, isDay, isoOf, sayDay } from '../../browser/base/days.js';
import { drawn } from '../../browser/base/digest.js';
import { make } from '../../browser/base/dom.js';
import { COURSE } from '../../browser/base/identity.js';
import { copy, download, tell } from '../../browser/base/share.js';
import { say, words } from '../../browser/base/words.js';
import { record } from '../../browser/course/index.js';
import { qr } from './qr.js';

export { qr };

const { partTitle, V } = form;
const { sayDays, sayMinutes } = items;
const SVG = 'http://www.w3.org/2000/svg';
const MOST = 2000; // what a link may be long and still survive every mail program
let made = 0;

function drawing(tag, attributes, ...content) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

function qrCode(text, label) {
  const rows = qr(text);
  if (!rows) return null;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('');
  const size = rows.length + 8;
  const title = drawing('title', {}, label);
  return drawing(
    'svg',
    { viewBox: `0 0 ${size} ${size}`, class: 'ww-qr', role: 'img', 'shape-rendering': 'crispEdges' },
    title,
    drawing('rect', { width: size, height: size, class: 'ww-qr-light' }),
    drawing('path', { d: path, class: 'ww-qr-dark' }),
  );
}

const home = () => document.querySelector('.ww-brand')?.href ?? location.href;
const isOnline = (address) => /^https?:\/\/\w/.test(address);
const newPart = (due, auto) => ({ id: `p${(made += 1)}`, due, auto });

class Assign extends HTMLElement {
  connectedCallback() {
    this.life?.abort();
    this.life = new AbortController();
    const { signal } = this.life;
    this.addEventListener('click', ({ target }) => this.act(target.closest('[data-do]')), { signal });
    this.addEventListener('change', (event) => this.changed(event.target), { signal });
    this.addEventListener('input', ({ target }) => target.matches('input[type="text"], textarea:not([readonly])') && this.refresh(), {
      signal,
    });
    this.reveal(true);
    this.begin();
  }

  disconnectedCallback() {
    this.life?.abort();
    this.reveal(false);
  }

  one(css) {
    return this.querySelector(css);
  }
  all(css) {
    return [...this.querySelectorAll(css)];
  }

  reveal(on) {
    this.one('.ww-assign-plain').hidden = on;
    this.one('.ww-assign-body').hidden = !on;
    this.one('.ww-assign-where').hidden = isOnline(home());
  }

  /** An empty form: one training day in three weeks. */
  begin() {
    this.key = drawn(1);
    this.days = [isoOf(dayNow() + 21)];
    this.parts = [];
    this.plan();
  }

  // ---- Days and dates ----
  get known() {
    return [...this.days].filter(isDay).sort();
  }

  /** What we propose: two days before each training day, and two weeks after the last; without days two weeks from now. */
  proposals() {
    const days = this.known;
    if (!days.length) return [isoOf(dayNow() + 14)];
    return [...days.map((day) => isoOf(Math.max(dayOf(day) - 2, dayNow()))), isoOf(dayOf(days.at(-1)) + 14)];
  }

  plan() {
    const dues = this.proposals();
    const chosen = new Set(this.picks.map((pick) => pick.value));
    dues.forEach((due, index) => {
      this.parts[index] ??= newPart(due, true);
      if (this.parts[index].auto) this.parts[index].due = due;
    });
    this.parts = this.parts.filter((part, index) => index < dues.length || !part.auto || chosen.has(part.id));
    this.showDays();
    this.showParts();
    this.fillPicks();
    this.refresh();
  }

  /** Fields are made anew only when there are more or fewer: who is typing a date stays where they are. */
  showDays() {
    if (this.all('input[data-day]').length !== this.days.length)
      this.one('.ww-assign-days').replaceChildren(...this.days.map((day, index) => this.dayRow(day, index)));
    this.all('input[data-day]').forEach((field, index) => this.put(field, this.days[index]));
  }

  dayRow(day, index) {
    const field = this.dateField(`ww-assign-day-${index}`, say('day', { day: index + 1 }), day);
    field.lastChild.dataset.day = index;
    const drop = make('button', 'ww-button ww-button--quiet', '×');
    drop.type = 'button';
    drop.setAttribute('aria-label', say('dropDay', { day: index + 1 }));
    Object.assign(drop.dataset, { do: 'dropDay', day: index });
    return make('li', 'ww-assign-date', ...field.childNodes, ...(this.days.length > 1 ? [drop] : []));
  }

  put(field, value) {
    if (field !== document.activeElement && field.value !== value) field.value = value;
  }

  dateField(id, label, value) {
    const input = make('input', '');
    Object.assign(input, { type: 'date', id, value, min: '2020-01-01', max: '2099-12-31' });
    const name = make('label', '', label);
    name.htmlFor = id;
    return make('span', '', name, ' ', input);
  }

  showParts() {
    const shown = this.all('[data-part]').map((field) => field.dataset.part);
    if (shown.join() !== this.parts.map(({ id }) => id).join())
      this.one('.ww-assign-parts').replaceChildren(...this.parts.map((part) => this.partRow(part)));
    for (const part of this.parts) {
      const field = this.one(`[data-part="${part.id}"]`);
      this.put(field, part.due);
      field.labels[0].textContent = say('due', { part: this.titleOf(part) });
    }
  }

  partRow(part) {
    const field = this.dateField(`ww-assign-part-${part.id}`, '', part.due);
    field.lastChild.dataset.part = part.id;
    return make('li', 'ww-assign-date', ...field.childNodes, ' ', make('span', 'ww-assign-sum'));
  }

  sorted() {
    return [...this.parts].sort((a, b) => (a.due < b.due ? -1 : 1));
  }

  /** Two parts in the same stretch are told apart by their date. */
  titleOf(part) {
    const title = partTitle({ days: this.known }, part.due);
    const twice = this.parts.filter((other) => partTitle({ days: this.known }, other.due) === title).length > 1;
    return twice && isDay(part.due) ? `${title} (${sayDay(part.due, { day: 'numeric', month: 'short' })})` : title;
  }

  // ---- Picking ----
  get picks() {
    return this.all('select[data-item]');
  }

  fillPicks() {
    const parts = this.sorted().map((part) => [part.id, this.titleOf(part)]);
    for (const select of this.all('select')) {
      const { value } = select;
      const options = parts.map(([id, title]) => Object.assign(make('option', '', title), { value: id }));
      select.replaceChildren(select.options[0], ...options);
      select.value = this.parts.some((part) => part.id === value) ? value : '';
    }
  }

  inModule(number) {
    return this.all(`.ww-assign-module[data-module="${number}"] > .ww-assign-rows select`);
  }

  changed(field) {
    if (!field.matches('select, [type="date"]')) return;
    const { day, part, item, whole } = field.dataset;
    if (day !== undefined) {
      this.days[day] = field.value;
      this.plan();
    } else if (part) this.setDue(part, field.value);
    else if (whole !== undefined)
      this.inModule(field.closest('[data-module]').dataset.module).forEach((select) => {
        select.value = field.value;
      });
    if (item || whole !== undefined) this.refresh();
  }

  setDue(id, due) {
    Object.assign(
      this.parts.find((part) => part.id === id),
      { due, auto: false },
    );
    this.showParts();
    this.fillPicks();
    this.refresh();
  }

  // ---- Sums and the result, kept up to date ----
  chosen(part) {
    return this.picks.filter((pick) => pick.value === part.id);
  }
  minutes(picks) {
    return picks.reduce((sum, pick) => sum + Number(pick.dataset.minutes), 0);
  }

  refresh() {
    for (const part of this.parts) {
      const picks = this.chosen(part);
      const said = say(picks.length === 1 ? 'partSumOne' : 'partSum', { count: picks.length, time: sayMinutes(this.minutes(picks)) });
      this.one(`[data-part="${part.id}"]`).parentElement.querySelector('.ww-assign-sum').textContent = picks.length
        ? said
        : words.partEmpty;
    }
    this.all('.ww-assign-module[data-module]').forEach((box) => this.showWhole(box));
    if (!this.one('.ww-assign-result').hidden) this.write();
  }

  showWhole(box) {
    const whole = box.querySelector('[data-whole]');
    const values = new Set(this.inModule(box.dataset.module).map((select) => select.value));
    if (whole) whole.value = values.size === 1 ? [...values][0] : '';
  }

  /**
   * `{assignment}`, or `{field, word}`: what is missing, and where.
   * @returns {any}
   */
  collect() {
    const title = this.one('#ww-assign-title').value.trim();
    const long = ['title', 'team', 'note', 'bring', 'address'].find((name) => record.isLong(this.one(`#ww-assign-${name}`)));
    const taken = this.parts.filter((part) => this.chosen(part).length);
    if (!taken.length) return { field: 'items', word: 'needItems' };
    if (!taken.every((part) => isDay(part.due))) return { field: 'parts', word: 'needDue' };
    if (!title) return { field: 'title', word: 'needTitle' };
    if (long) return { field: long, word: 'shorten' };
    if (!isOnline(this.address())) return { field: 'address', word: 'needAddress' };
    const dues = [...new Set(taken.map((part) => part.due))].sort();
    const parts = dues.map((due) => ({
      due,
      items: this.picks.filter((pick) => taken.some((part) => part.due === due && part.id === pick.value)).map((pick) => pick.dataset.item),
    }));
    const [team, note, bring] = ['team', 'note', 'bring'].map((name) => record.fit(this.one(`#ww-assign-${name}`).value.trim()));
    return {
      assignment: {
        v: V,
        course: COURSE,
        key: this.key,
        title: record.fit(title),
        team,
        note,
        bring,
        days: [...new Set(this.known)],
        parts,
      },
    };
  }

  address() {
    return (isOnline(home()) ? home() : this.one('#ww-assign-address').value.trim()).replace(/#.*/, '');
  }

  refuse({ field, word }) {
    this.settle();
    const error = this.one(`#ww-assign-${field}-error`);
    error.textContent = words[word];
    error.hidden = false;
    const target = { items: '[data-preset]', parts: '[data-part]' }[field] ?? `#ww-assign-${field}`;
    this.one(target).focus();
  }

  settle() {
    for (const error of this.all('.ww-error')) error.hidden = true;
  }

  async write() {
    const { assignment } = this.collect();
    if (!assignment) return;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const code = await form.encode(assignment);
    if (turn !== this.turn) return;
    if (!code) return (this.refuse({ field: 'note', word: 'noLink' }), (this.one('.ww-assign-result').hidden = true));
    const link = `${this.address()}#opdracht=${code}`;
    this.assignment = assignment;
    this.link = link;
    this.showLink();
    this.showMail();
    this.showSheet();
  }

  showLink() {
    const { length } = this.link;
    this.one('#ww-assign-link').value = this.link;
    this.one('.ww-assign-length').textContent = say(length > MOST ? 'tooLong' : 'linkLength', { length: length.toLocaleString('nl-NL') });
    this.one('.ww-assign-try').href = this.link;
    this.one('.ww-assign-qr').replaceChildren(this.qr() ?? words.qrTooLong);
  }

  qr() {
    return qrCode(this.link, this.assignment.title);
  }

  mail() {
    const { days, team, note, bring, parts } = this.assignment;
    const lists = parts.map((part) => {
      const all = part.items.map(items.look);
      const time = sayMinutes(all.reduce((sum, item) => sum + item.minutes, 0));
      return [
        say('mailDue', { part: partTitle(this.assignment, part.due), day: sayDay(part.due), time }),
        ...all.map((item) => `– ${item.title}`),
      ].join('\n');
    });
    const blocks = [
      words.mailHello,
      days.length && say('mailWhen', { days: sayDays(days) }),
      note,
      words.mailAsk,
      ...lists,
      bring && say('mailBring', { bring }),
      `${words.mailLink}\n${this.link}`,
      words.mailPrivacy,
      team && say('mailTeam', { team }),
    ];
    return blocks.filter(Boolean).join('\n\n');
  }

  showMail() {
    const text = this.mail();
    const encoded = [this.assignment.title, text.replace(/\n/g, '\r\n')].map(encodeURIComponent);
    this.one('#ww-assign-mail').value = text;
    this.one('.ww-assign-mailto').href = `mailto:?subject=${encoded[0]}&body=${encoded[1]}`;
  }

  showSheet() {
    const { title, days, team, note, bring, parts } = this.assignment;
    const lists = parts.flatMap((part) => {
      const all = part.items.map(items.look);
      const time = sayMinutes(all.reduce((sum, item) => sum + item.minutes, 0));
      return [
        make('h4', '', partTitle(this.assignment, part.due)),
        make('p', '', say('sheetDue', { day: sayDay(part.due), time })),
        make('ul', 'ww-assign-todo', ...all.map((item) => make('li', '', `${item.title} (${sayMinutes(item.minutes)})`))),
      ];
    });
    const texts = [
      team && say('sheetTeam', { team }),
      days.length && say('sheetWhen', { days: sayDays(days) }),
      note,
      bring && say('mailBring', { bring }),
    ]
      .filter(Boolean)
      .map((text) => make('p', 'ww-assign-said', text));
    const code = this.qr();
    this.one('.ww-assign-sheet').replaceChildren(
      make('p', 'ww-assign-sheet-title', title),
      ...(code ? [code] : []),
      ...texts,
      make('p', '', words.sheetLink),
      ...lists,
    );
  }

  // ---- Doing ----
  act(button) {
    if (button) this[`do_${button.dataset.do}`](button);
  }

  tell(part, text) {
    tell(part.querySelector(':scope > .ww-status'), text);
  }

  do_addDay() {
    const last = this.known.at(-1);
    this.days.push(last ? isoOf(dayOf(last) + 7) : isoOf(dayNow() + 21));
    this.plan();
    this.one(`input[data-day="${this.days.length - 1}"]`).focus();
  }

  do_dropDay({ dataset }) {
    this.days.splice(Number(dataset.day), 1);
    this.plan();
    this.one('input[data-day]').focus();
  }

  do_addPart() {
    const last = this.sorted().at(-1)?.due;
    const part = newPart(isoOf((isDay(last) ? dayOf(last) : dayNow()) + 7), false);
    this.parts.push(part);
    this.setDue(part.id, part.due);
    this.one(`[data-part="${part.id}"]`).focus();
  }

  do_preset({ dataset: { preset } }) {
    const first = this.sorted().map((part) => part.id);
    for (const pick of this.picks) pick.value = '';
    const put = (module, part) =>
      this.inModule(module).forEach((pick) => {
        pick.value = part;
      });
    const before = Math.max(1, this.known.length);
    const modules = this.all('[data-module]')
      .map((box) => Number(box.dataset.module))
      .filter(Boolean);
    if (preset === 'each') modules.forEach((module, index) => put(module, first[Math.min(index, before - 1)]));
    else if (preset !== 'none') put(preset, first[0]);
    if (preset === 'each' || Number(preset) === modules[0]) put(0, first[0]);
    this.settle();
    this.refresh();
    const picks = this.picks.filter((pick) => pick.value);
    this.tell(
      this.one('#wat').parentElement,
      picks.length ? say('presetDone', { count: picks.length, time: sayMinutes(this.minutes(picks)) }) : words.presetNone,
    );
  }

  async do_make() {
    const found = this.collect();
    if (!found.assignment) return this.refuse(found);
    this.settle();
    this.one('.ww-assign-result').hidden = false;
    await this.write();
    if (!this.one('.ww-assign-result').hidden) this.one('.ww-assign-done').focus();
  }

  async copy(field, word) {
    const copied = await copy(field);
    this.tell(this.one('.ww-assign-result'), words[copied ? word : 'selected']);
  }

  do_copyLink() {
    this.copy(this.one('#ww-assign-link'), 'linkCopied');
  }
  do_copyMail() {
    this.copy(this.one('#ww-assign-mail'), 'textCopied');
  }
  do_print() {
    print();
  }

  do_ics() {
    download('werkwijzer-opdracht.ics', 'text/calendar', ics(items.events(this.assignment, this.link)));
    this.tell(this.one('.ww-assign-result'), words.icsSaved);
  }

  // ---- A link to change ----
  async do_load() {
    const said = this.one('#ww-assign-paste').value;
    const read = said.trim() ? await form.decode(said) : { ok: false, word: 'emptyLink' };
    if (!read.ok) return this.refuse({ field: 'paste', word: read.word });
    this.settle();
    const lost = this.fill(read.assignment);
    const more = lost ? ` ${say('assignUnknown', { count: lost })}` : '';
    this.tell(this.one('.ww-assign-edit'), words.loaded + more);
  }

  /** Puts an assignment in the form; how many of its items the form has no place for. */
  fill({ key, title, team, note, bring, days, parts }) {
    this.key = key;
    this.days = days.length ? [...days] : [''];
    this.parts = parts.map((part) => newPart(part.due, false));
    this.plan();
    for (const [name, value] of Object.entries({ title, team, note, bring })) this.one(`#ww-assign-${name}`).value = value;
    const place = new Map(parts.flatMap((part, index) => part.items.map((ref) => [ref, this.parts[index].id])));
    for (const pick of this.picks) pick.value = place.get(pick.dataset.item) ?? '';
    this.all('.ww-assign-questions').forEach((box) => {
      box.open = Boolean([...box.querySelectorAll('select')].find((pick) => pick.value));
    });
    this.refresh();
    return place.size - this.picks.filter((pick) => pick.value).length;
  }
}

customElements.define('ww-assign', Assign);
