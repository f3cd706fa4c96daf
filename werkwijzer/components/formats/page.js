/* The cards of exercise formats: found by aim, moment, people and time; the choice stands in the address. */

import { all } from '../../browser/base/dom.js';
import { say, words } from '../../browser/base/words.js';
import { sheet } from '../../browser/sheet/index.js';
import { fits } from './fits.js';

const NAMES = ['doel', 'moment', 'mensen', 'tijd'];
const typed = (field) => field.value.replace(/\p{DI}/gu, '').trim();
const listed = (said) => said.split(' ').filter(Boolean);

const cardOf = ({ dataset }) => ({
  aims: listed(dataset.aims),
  phases: listed(dataset.phases),
  size: listed(dataset.size).map(Number),
  minutes: Number(dataset.minutes),
});

class Formats extends sheet.Kit {
  started() {
    this.cards = all(this, '.ww-format');
    this.filters = Object.fromEntries(all(this, '[data-filter]').map((field) => [field.dataset.filter, field]));
    const { signal } = this.life;
    this.addEventListener('change', ({ target }) => target.matches('[data-pick]') && this.button(), { signal });
    addEventListener('hashchange', () => this.follow(), { signal });
    this.follow();
  }

  live(on) {
    super.live(on);
    if (!on) for (const part of all(this, '[data-format]')) part.hidden = false;
  }

  typed({ target }) {
    if (!target.matches('[data-filter]')) return;
    this.filter();
    this.address();
  }

  /** What the fields ask; null where a number is no number. */
  asked() {
    const asked = { doel: this.filters.doel.value, moment: this.filters.moment.value };
    for (const name of ['mensen', 'tijd']) {
      const said = typed(this.filters[name]);
      const wrong = said !== '' && !/^[1-9]\d*$/.test(said);
      this.filters[name].toggleAttribute('aria-invalid', wrong);
      if (wrong) this.filters[name].setAttribute('aria-invalid', 'true');
      asked[name] = wrong ? 0 : Number(said);
    }
    return asked;
  }

  filter() {
    const asked = this.asked();
    const error = this.querySelector('.ww-error');
    error.hidden = !this.querySelector('[aria-invalid]');
    error.textContent = error.hidden ? '' : words.formatsNumber;
    this.show(this.cards.filter((card) => fits(cardOf(card), asked)).map((card) => card.dataset.format));
  }

  show(ids) {
    for (const part of all(this, '[data-format]')) part.hidden = !ids.includes(part.dataset.format);
    const [count, total] = [ids.length, this.cards.length];
    const word = { 0: 'formatsNone', 1: 'formatsOne', [total]: 'formatsAll' }[count] ?? 'formatsCount';
    this.say(say(word, { count, total }));
    this.querySelector('[data-do="all"]').hidden = count === total;
    this.button();
  }

  shown() {
    return this.cards.filter((card) => !card.hidden);
  }
  picked() {
    return all(this, '[data-pick]:checked').map((box) => this.cards.find((card) => card.dataset.format === box.value));
  }

  button() {
    const picked = this.picked().length;
    const count = picked || this.shown().length;
    const button = this.querySelector('[data-do="printMany"]');
    button.textContent = say(`formatsPrint${picked ? 'Picked' : ''}${count === 1 ? 'One' : ''}`, { count });
    button.hidden = !count;
  }

  // ---- The address ----
  /** #doel=kennismaken&mensen=8, without a step in the history for every key. */
  address() {
    const asked = new URLSearchParams(NAMES.map((name) => [name, typed(this.filters[name])]).filter(([, value]) => value));
    history.replaceState(history.state, '', asked.size ? `#${asked}` : location.pathname + location.search);
  }

  /** Takes over what the address asks: a filter, or one card, which then is there whatever the filter was. */
  follow() {
    const said = decodeURIComponent(location.hash.slice(1));
    const card = this.cards.find((one) => one.dataset.format === said);
    if (card && !card.hidden && this.followed) return;
    const asked = new URLSearchParams(card ? '' : location.hash.slice(1));
    for (const name of NAMES) this.take(this.filters[name], asked.get(name) ?? '');
    this.filter();
    if (card && this.followed) card.scrollIntoView();
    this.followed = true;
  }

  take(field, value) {
    field.value = value.slice(0, 40);
    if (field.value === '' && field.options) field.selectedIndex = 0;
  }

  do_all() {
    for (const field of Object.values(this.filters)) this.take(field, '');
    this.filter();
    this.address();
    this.filters.doel.focus();
  }

  // ---- Paper ----
  do_printOne(button) {
    this.paper([button.closest('.ww-format')]);
  }

  do_printMany() {
    const picked = this.picked();
    this.paper(picked.length ? picked : this.shown());
  }

  paper(cards) {
    this.dataset.print = '';
    for (const card of this.cards) card.toggleAttribute('data-off', !cards.includes(card));
    this.unhidden = cards.filter((card) => card.hidden);
    for (const card of this.unhidden) card.hidden = false;
    print();
  }

  printed() {
    super.printed();
    for (const card of this.cards) card.removeAttribute('data-off');
    for (const card of this.unhidden ?? []) card.hidden = true;
    this.unhidden = [];
  }
}

export const formats = { fits };
customElements.define('ww-formats', Formats);
