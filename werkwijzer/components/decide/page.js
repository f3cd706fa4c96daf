/* The decision aid: works out the advice, as `advise` in Python does. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer;
  const all = (el, css) => [...el.querySelectorAll(css)];

  /**
   * Of answers `{to, reason, find}` in the order of the questions, `ranks` (outcome → rank) and the outcome that holds otherwise:
   * `{outcome, reasons, also, find}`.
   */
  function advise(answers, ranks, plain) {
    const pointing = answers.filter(({ to }) => to);
    const outcome = pointing.map(({ to }) => to).sort((a, b) => ranks[a] - ranks[b])[0] ?? plain;
    const why = (own) => pointing.filter(({ to }) => (to === outcome) === own).map(({ reason }) => reason);
    return { outcome, reasons: why(true), also: why(false), find: answers.filter(({ find }) => find).map(({ find }) => find) };
  }

  function answerOf(radio) {
    const said = (css) => radio.parentElement.querySelector(css)?.textContent ?? '';
    return { to: radio.dataset.to ?? '', reason: said('[data-reason]'), find: said('[data-find]') };
  }

  class Decide extends W.sheet.Kit {
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
      this.querySelector('#advies').textContent = W.words.decideOutcomes;
      delete this.dataset.advised;
    }

    picked() { return this.questions.map((question) => question.querySelector(':checked')); }

    packed() { return W.sheet.whole(this.value()); }
    unpacked(parts) { return parts; }

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
      for (const question of missing) this.error(question, W.words.decideEmpty);
      if (missing.length) {
        missing[0].querySelector('input').focus();
        return this.say(W.say('decideMissing', { count: missing.length, total: this.questions.length }));
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
      this.replace(Object.fromEntries(button.dataset.picked.trim().split(' ').map((pair) => pair.split(':'))));
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
      const heading = W.say(find.length ? 'decideFirst' : 'decideAdvice', { title });
      if (this.shown && this.querySelector('#advies').textContent !== heading) this.say(W.say('decideUpdated', { title }));
      this.querySelector('#advies').textContent = heading;
      this.querySelector('.ww-decide-advice').hidden = false;
      this.shown = true;
      this.dataset.advised = outcome;
    }

    list(css, texts) {
      const box = this.querySelector(css);
      box.hidden = !texts.length;
      box.querySelector('ul').replaceChildren(...texts.map((textContent) => Object.assign(document.createElement('li'), { textContent })));
    }
  }

  W.decide = { advise };
  customElements.define('ww-decide', Decide);
})();
