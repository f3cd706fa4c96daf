/* A self-scan: one situation at a time, then a profile. Kept per take, so that before and after can be laid side by side. */

import { all, make } from '../../browser/base/dom.js';
import { know } from '../../browser/base/kinds.js';
import { more } from '../../browser/base/kinds-more.js';
import { named, say } from '../../browser/base/words.js';
import { date, store } from '../../browser/course/index.js';
import { adviceFor, bandOf, profileOf } from './profile.js';

know(store, more);

const HELPS = 'helpt';
const nameOf = (fieldset) => fieldset.querySelector('input').name;
const wordOf = (share) => named('scan', bandOf(share));

class Scan extends HTMLElement {
  connectedCallback() {
    if (this.life) return;
    this.life = new AbortController();
    this.situations = all(this, '.ww-scan-situation');
    this.dimensions = all(this, 'tbody tr').map((row) => row.dataset.dimension);
    const { signal } = this.life;
    this.addEventListener('click', ({ target }) => this.pressed(target.closest('[data-do]')), { signal });
    this.addEventListener('change', () => this.draft(), { signal });
    this.querySelector('.ww-scan-plain').hidden = true;
    this.fill();
    const taken = this.takes.length > 0;
    this.querySelector('.ww-scan-earlier').hidden = !taken;
    this.go(this.situations.findIndex((situation) => this.missing(situation)));
  }

  disconnectedCallback() {
    if (!this.life) return;
    this.life.abort();
    this.life = null;
    for (const part of [...this.situations, ...all(this, '.ww-scan-plain, .ww-scan-about, .ww-scan-intro')]) part.hidden = false;
    for (const part of all(this, '.ww-actions, .ww-scan-result, .ww-error')) part.hidden = true;
  }

  get takes() {
    return store.get('scan', this.dataset.scan)?.takes ?? [];
  }

  // ---- What is filled in, kept until the profile is made ----
  get note() {
    return `scan-${this.dataset.scan}`;
  }

  answers() {
    return Object.fromEntries(all(this, '.ww-scan-situation :checked').map((radio) => [radio.name, radio.value]));
  }

  draft() {
    store.set('note', this.note, { parts: { draft: JSON.stringify(this.answers()) }, at: Date.now() });
  }

  fill() {
    let kept = {};
    try {
      kept = JSON.parse(store.get('note', this.note)?.parts.draft ?? '{}') ?? {};
    } catch {
      /* what is damaged is empty */
    }
    for (const radio of all(this, '.ww-scan-situation input')) radio.checked = kept[radio.name] === radio.value;
  }

  missing(situation) {
    return all(situation, 'fieldset').filter((set) => !set.querySelector(':checked')).length;
  }

  // ---- Going through it ----
  pressed(button) {
    if (button) this[`do_${button.dataset.do}`]();
  }

  go(place, { focus = false } = {}) {
    this.place = Math.max(0, place);
    this.situations.forEach((situation, index) => {
      situation.hidden = index !== this.place;
    });
    const here = this.situations[this.place];
    for (const part of all(here, '.ww-actions')) part.hidden = false;
    here.querySelector('.ww-error').hidden = true;
    // What the reactions stand for would colour the answers, so it comes with the profile.
    this.querySelector('.ww-scan-result').hidden = this.querySelector('.ww-scan-about').hidden = true;
    this.querySelector('.ww-scan-intro').hidden = this.place > 0;
    if (focus) here.querySelector('h2').focus();
  }

  complete() {
    const here = this.situations[this.place];
    const count = this.missing(here);
    if (!count) return true;
    const error = here.querySelector('.ww-error');
    error.hidden = false;
    error.textContent = say('scanMissing', { count });
    all(here, 'fieldset')
      .find((set) => !set.querySelector(':checked'))
      .querySelector('input')
      .focus();
    return false;
  }

  do_next() {
    if (this.complete()) this.go(this.place + 1, { focus: true });
  }

  do_previous() {
    this.go(this.place - 1, { focus: true });
  }

  do_finish() {
    if (!this.complete()) return;
    const open = this.situations.findIndex((situation) => this.missing(situation));
    if (open >= 0) return this.go(open, { focus: true });
    const at = Date.now();
    const kept = this.takes;
    const takes = [...kept.slice(0, 1), ...kept.slice(1).slice(-10), { answers: this.answers(), at }];
    store.set('scan', this.dataset.scan, { takes, at });
    this.show();
  }

  do_earlier() {
    this.show();
  }

  do_print() {
    print();
  }

  do_again() {
    for (const radio of all(this, ':checked')) radio.checked = false;
    this.draft();
    this.go(0, { focus: true });
  }

  // ---- The profile ----
  /** Dimension → mean of its ratings, 0 to 1. */
  profile(answers) {
    const radios = all(this, '.ww-scan-reaction').map((set) => [
      set.dataset.dimension,
      all(set, 'input').find((input) => input.value === answers[input.name]),
    ]);
    const rated = radios.filter(([, radio]) => radio).map(([dimension, radio]) => [dimension, Number(radio.dataset.value)]);
    return profileOf(this.dimensions, rated, Number(this.dataset.most));
  }

  /** Dimension → in how many situations its reaction was picked as what helps most. */
  helpful(answers) {
    const count = Object.fromEntries(this.dimensions.map((id) => [id, 0]));
    for (const situation of this.situations) {
      const picked = this.reaction(situation, answers[`${situation.dataset.situation}--${HELPS}`]);
      if (picked) count[picked.dataset.dimension] += 1;
    }
    return count;
  }

  reaction(situation, id) {
    return all(situation, '.ww-scan-reaction').find((set) => nameOf(set) === `${situation.dataset.situation}--${id}`);
  }

  /** The situations in which somebody does something else more often than what they find most helpful. */
  differing(answers) {
    const rated = (set) => Number(all(set, 'input').find((input) => input.value === answers[input.name])?.dataset.value ?? 0);
    return this.situations.filter((situation) => {
      const helps = this.reaction(situation, answers[`${situation.dataset.situation}--${HELPS}`]);
      return helps && all(situation, '.ww-scan-reaction').some((set) => rated(set) > rated(helps));
    });
  }

  show() {
    const takes = this.takes;
    const { answers, at } = takes.at(-1);
    const now = this.profile(answers);
    const before = takes.length > 1 ? this.profile(takes[0].answers) : null;
    for (const situation of this.situations) situation.hidden = true;
    this.querySelector('.ww-scan-result').hidden = this.querySelector('.ww-scan-about').hidden = false;
    this.querySelector('.ww-scan-earlier').hidden = this.querySelector('.ww-scan-intro').hidden = true;
    for (const part of all(this, '.ww-scan-result .ww-actions')) part.hidden = false;
    this.querySelector('.ww-scan-when').textContent = say('scanDone', { date: date(at) });
    this.draw(now, before);
    this.tabulate(now, before, this.helpful(answers));
    this.tellDiffering(this.differing(answers));
    this.advise(now);
    this.querySelector('.ww-scan-result h2').focus();
  }

  draw(now, before) {
    const said = [];
    for (const group of all(this, '.ww-scan-picture g')) {
      const id = group.dataset.dimension;
      const word = wordOf(now[id]);
      group.querySelector('.ww-scan-word').textContent = word;
      group.querySelector('.ww-scan-bar').setAttribute('width', 400 * now[id]);
      const top = Number(group.querySelector('.ww-scan-bar').getAttribute('y')) - 3;
      group.querySelector('.ww-scan-was').setAttribute('d', before ? `M${400 * before[id]} ${top}v26` : '');
      said.push(say('scanBar', { name: group.querySelector('text').textContent, word }));
    }
    this.querySelector('desc').textContent = `${said.join('; ')}.`;
  }

  tabulate(now, before, helpful) {
    for (const row of all(this, 'tbody tr')) {
      const id = row.dataset.dimension;
      const was = before ? ` (${say('scanChange', { before: wordOf(before[id]) })})` : '';
      row.querySelector('[data-cell=often]').textContent = wordOf(now[id]) + was;
      row.querySelector('[data-cell=helps]').textContent = say('scanTimes', { count: helpful[id], total: this.situations.length });
    }
  }

  tellDiffering(situations) {
    const box = this.querySelector('.ww-scan-differs');
    box.hidden = !situations.length;
    box
      .querySelector('ul')
      .replaceChildren(...situations.map((situation) => make('li', '', situation.querySelector('.ww-scan-text').textContent.trim())));
  }

  advise(now) {
    const advice = all(this, '.ww-scan-advice');
    const conditions = advice.map((one) => one.dataset.when.split(' ').filter(Boolean));
    const shown = adviceFor(conditions, now);
    advice.forEach((one, index) => {
      one.hidden = !shown.includes(index);
    });
  }
}

customElements.define('ww-scan', Scan);
