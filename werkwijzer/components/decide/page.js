/* The decision aid: works out the advice, as `advise` in Python does. */

import { all, make } from '../../browser/base/dom.js';
import { say, words } from '../../browser/base/words.js';
import { sheet } from '../../browser/sheet/index.js';
import { advise } from './advise.js';

function answerOf(radio) {
  const said = (css) => radio.parentElement.querySelector(css)?.textContent ?? '';
  return { to: radio.dataset.to ?? '', reason: said('[data-reason]'), find: said('[data-find]') };
}

class Decide extends sheet.Kit {
  started() {
    this.questions = all(this, '.ww-decide-question');
    this.outcomes = all(this, '.ww-decide-outcome');
    this.ranks = Object.fromEntries(this.outcomes.map(({ dataset }) => [dataset.outcome, Number(dataset.rank)]));
  }

  live(on) {
    super.live(on);
    if (on) return;
    for (const part of [...all(this, '.ww-decide-flow'), ...this.outcomes, this.querySelector('.ww-decide-advice')]) part.hidden = false;
    for (const part of all(this, '.ww-error, .ww-decide-first, .ww-decide-also, .ww-decide-reasons')) part.hidden = true;
    this.querySelector('#advies').textContent = words.decideOutcomes;
    delete this.dataset.advised;
  }

  picked() {
    return this.questions.map((question) => question.querySelector(':checked'));
  }

  packed() {
    return sheet.whole(this.value());
  }
  unpacked(parts) {
    return parts;
  }

  /** An advice that stands there follows the answers. */
  changed() {
    const picked = this.picked();
    this.questions.forEach((question, index) => picked[index] && this.error(question, ''));
    const whole = picked.every(Boolean);
    if (whole && (this.shown || !this.busy)) this.show();
    if (!whole) this.hide();
  }

  do_advise() {
    const missing = this.questions.filter((question) => !question.querySelector(':checked'));
    for (const question of missing) this.error(question, words.decideEmpty);
    if (missing.length) {
      missing[0].querySelector('input').focus();
      return this.say(say('decideMissing', { count: missing.length, total: this.questions.length }));
    }
    this.show();
    this.say('');
    this.querySelector('#advies').focus();
  }

  error(question, text) {
    const error = question.querySelector('.ww-error');
    error.textContent = text;
    error.hidden = !text;
  }

  do_example(button) {
    this.replace(
      Object.fromEntries(
        button.dataset.picked
          .trim()
          .split(' ')
          .map((pair) => pair.split(':')),
      ),
    );
    this.do_advise();
  }

  do_clear() {
    super.do_clear();
    for (const question of this.questions) this.error(question, '');
  }

  hide() {
    this.shown = false;
    delete this.dataset.advised;
    this.querySelector('.ww-decide-advice').hidden = true;
  }

  show() {
    const { outcome, reasons, also, find } = advise(this.picked().map(answerOf), this.ranks, this.dataset.default);
    for (const section of this.outcomes) section.hidden = section.dataset.outcome !== outcome;
    const section = this.outcomes.find((one) => !one.hidden);
    const title = section.querySelector('h3').textContent;
    this.list('.ww-decide-first', find);
    this.list('.ww-decide-also', also);
    this.list(`[data-outcome="${outcome}"] .ww-decide-reasons`, reasons);
    section.querySelector('.ww-decide-reasons').hidden = false;
    const heading = say(find.length ? 'decideFirst' : 'decideAdvice', { title });
    if (this.shown && this.querySelector('#advies').textContent !== heading) this.say(say('decideUpdated', { title }));
    this.querySelector('#advies').textContent = heading;
    this.querySelector('.ww-decide-advice').hidden = false;
    this.shown = true;
    this.dataset.advised = outcome;
  }

  list(css, texts) {
    const box = this.querySelector(css);
    box.hidden = !texts.length;
    box.querySelector('ul').replaceChildren(...texts.map((textContent) => make('li', '', textContent)));
  }
}

export const decide = { advise };
customElements.define('ww-decide', Decide);
