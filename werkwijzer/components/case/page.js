/* A case that branches: shows the route so far, keeps it, and ends where the meters say. */

import { all } from '../../browser/base/dom.js';
import { know } from '../../browser/base/kinds.js';
import { more } from '../../browser/base/kinds-more.js';
import { say, words } from '../../browser/base/words.js';
import { store } from '../../browser/course/index.js';
import { endingOf, flags, holds, sums } from './rules.js';

know(store, more);

const BOOK = '.ww-case-plain, .ww-case-many, .ww-case-if'; // for who reads the case as a book

const meterWord = (value) => words[value > 0 ? 'caseUp' : value < 0 ? 'caseDown' : 'caseSame'];

class Case extends HTMLElement {
  connectedCallback() {
    if (this.life) return;
    this.life = new AbortController();
    this.steps = all(this, '.ww-case-step');
    this.endings = all(this, '.ww-case-ending');
    const { signal } = this.life;
    this.addEventListener('click', ({ target }) => this.pressed(target.closest('[data-do]')), { signal });
    signal.addEventListener(
      'abort',
      store.on((kind, id) => (kind !== 'case' || id === this.dataset.case ? this.elsewhere() : null)),
    );
    for (const part of all(this, BOOK)) part.hidden = true;
    this.path = this.kept();
    this.show();
  }

  /** Leaves the page as it was written. */
  disconnectedCallback() {
    if (!this.life) return;
    this.life.abort();
    this.life = null;
    this.querySelector('.ww-case-route').append(...this.steps);
    for (const part of [
      ...this.steps,
      ...this.endings,
      ...all(this, `.ww-case-choices, .ww-option, .ww-case-also, .ww-case-outcome, .ww-case-weight, .ww-case-on, ${BOOK}`),
    ])
      part.hidden = false;
    for (const part of all(this, '.ww-actions, .ww-case-foot, .ww-error')) part.hidden = true;
  }

  get record() {
    return store.get('case', this.dataset.case);
  }

  /** The path as far as it still exists: the author may have changed the case since. */
  kept() {
    const path = [];
    for (const item of this.record?.path ?? []) {
      const [step, choice] = item.split(':');
      const outcome = step === this.next(path) && this.outcome(step, choice);
      if (!outcome || !holds(outcome, flags(this.outcomes(path)))) break;
      path.push(item);
    }
    return path;
  }

  elsewhere() {
    const path = this.kept();
    if (path.join() === this.path.join()) return;
    this.path = path;
    this.show();
  }

  step(id) {
    return this.steps.find((step) => step.dataset.step === id);
  }

  outcome(step, choice) {
    return all(this.step(step) ?? this, '.ww-case-outcome').find(
      (outcome) => outcome.dataset.choice === choice && outcome.closest('.ww-case-step') === this.step(step),
    );
  }

  outcomes(path = this.path) {
    return path.map((item) => this.outcome(...item.split(':')));
  }

  /** The step that comes after a path, or `end`. */
  next(path = this.path) {
    return path.length ? this.outcomes(path).at(-1).dataset.to : this.dataset.start;
  }

  pressed(button) {
    if (button) this[`do_${button.dataset.do}`](button);
  }

  do_choose(button) {
    const step = button.closest('.ww-case-step');
    const picked = step.querySelector('.ww-option:not([hidden]) :checked');
    if (!picked) return this.refuse(step);
    this.path = [...this.path, `${step.dataset.step}:${picked.value}`];
    this.keep();
    this.show();
    this.outcomes().at(-1).querySelector('summary').focus();
  }

  refuse(step) {
    const error = step.querySelector('.ww-error');
    error.hidden = false;
    error.textContent = words.caseEmpty;
    step.querySelector('.ww-option:not([hidden]) input').focus();
  }

  do_back() {
    const [step] = this.path.at(-1).split(':');
    this.path = this.path.slice(0, -1);
    this.keep();
    this.show();
    this.step(step).querySelector('h2').focus();
  }

  do_again() {
    this.path = [];
    for (const radio of all(this, ':checked')) radio.checked = false;
    this.keep();
    this.show();
    this.step(this.dataset.start).querySelector('h2').focus();
  }

  keep() {
    const ended = this.next() === 'end';
    const { runs = 0, ending = '' } = this.record ?? {};
    const reached = ended ? endingOf(this.endings, this.outcomes()).dataset.ending : ending;
    store.set('case', this.dataset.case, { path: this.path, ending: reached, runs: runs + ended, at: Date.now() });
  }

  show() {
    const next = this.next();
    const shown = [...this.path.map((item) => item.split(':')[0]), next];
    for (const step of this.steps) this.showStep(step, shown.indexOf(step.dataset.step), next);
    this.querySelector('.ww-case-route').append(...shown.map((id) => this.step(id)).filter(Boolean));
    const ending = next === 'end' ? endingOf(this.endings, this.outcomes()) : null;
    for (const each of this.endings) each.hidden = each !== ending;
    if (ending) this.showParts(ending, flags(this.outcomes()));
    this.querySelector('.ww-case-endings').hidden = !ending;
    this.showFoot(Boolean(ending));
  }

  /** Of a step or ending only what is there for somebody to whom that happened. */
  showParts(part, happened) {
    for (const each of all(part, '.ww-case-also, .ww-option')) each.hidden = !holds(each, happened);
  }

  showStep(step, place, next) {
    step.hidden = place < 0;
    const happened = flags(this.outcomes(this.path.slice(0, Math.max(0, place))));
    this.showParts(step, happened);
    const chosen = this.path[place]?.split(':')[1];
    const ended = next === 'end';
    step.querySelector('.ww-case-choices').hidden = step.querySelector('.ww-actions').hidden = Boolean(chosen);
    step.querySelector('.ww-error').hidden = true;
    for (const outcome of all(step, '.ww-case-outcome')) {
      const own = outcome.dataset.choice === chosen;
      outcome.hidden = !own && !(ended && chosen && holds(outcome, happened));
      outcome.open = own;
      outcome.toggleAttribute('data-own', own);
      outcome.querySelector('.ww-case-weight').hidden = !ended;
      outcome.querySelector('.ww-case-on').hidden = true;
    }
  }

  showFoot(ended) {
    this.querySelector('.ww-case-foot').hidden = !this.path.length;
    this.querySelector('.ww-case-weighed').hidden = !ended;
    for (const [meter, value] of Object.entries(sums(this.outcomes()))) {
      const line = this.querySelector(`[data-meter="${meter}"]`);
      const seat = Math.max(-2, Math.min(2, value)) + 2;
      all(line, 'i').forEach((part, index) => part.toggleAttribute('data-at', index === seat));
      line.querySelector('.ww-case-meter').textContent = say('caseMeter', { name: line.dataset.name, word: meterWord(value) });
    }
  }
}

customElements.define('ww-case', Case);
