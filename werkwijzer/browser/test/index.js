/* A quiz as a test: answers first, then one result, and after that every question on its own. */

import { all, link, make } from '../base/dom.js';
import { say, words } from '../base/words.js';
import { store } from '../course/index.js';

const stateOf = (question) => question.dataset.state;
const judged = (question) => question.key && !/open|changed/.test(stateOf(question));
const asked = (question) => question.querySelector('legend, .ww-ask');

function linkTo(question) {
  const made = link(`#${question.id}`, `${question.ww('number').textContent}: ${asked(question).textContent}`);
  made.addEventListener('click', (event) => {
    event.preventDefault();
    asked(question).scrollIntoView();
    question.control().focus({ preventScroll: true });
  });
  return made;
}

function links(title, questions) {
  if (!questions.length) return [];
  return [
    make('p', 'ww-result-title', title),
    make('ul', 'ww-result-list', ...questions.map((question) => make('li', '', linkTo(question)))),
  ];
}

function perGoal(questions) {
  const goals = [...new Set(questions.map((question) => question.dataset.goal))];
  return goals.map((goal) => {
    const own = questions.filter((question) => question.dataset.goal === goal);
    const text = document.querySelector(`[data-goal="${goal}"] .ww-goal-text`)?.textContent ?? goal;
    return make('li', '', `${text} `, make('span', 'ww-goal-state', say('resultGoal', counts(own))));
  });
}

const counts = (questions) => ({ right: questions.filter((question) => stateOf(question) === 'right').length, of: questions.length });

function resultOf(questions) {
  const scored = questions.filter((question) => question.key);
  const open = questions.filter((question) => /open|changed/.test(stateOf(question)));
  const is = (right, level) => (question) =>
    judged(question) && (stateOf(question) === 'right') === right && (!level || question.answer.confidence === level);
  return [
    make('p', 'ww-result-score', say('resultScore', counts(scored))),
    make('ul', 'ww-result-goals', ...perGoal(scored)),
    ...links(words.resultWrong, scored.filter(is(false))),
    ...links(say('resultOpen', { count: open.length }), open),
    ...links(words.resultSure, scored.filter(is(false, 'sure'))),
    ...links(words.resultGuess, scored.filter(is(true, 'guess'))),
  ];
}

class Quiz extends HTMLElement {
  connectedCallback() {
    if (this.life || this.dataset.behaviour !== 'test') return;
    this.life = new AbortController();
    const { signal } = this.life;
    this.querySelector('.ww-quiz-actions').hidden = false;
    this.querySelector('.ww-submit').addEventListener('click', () => this.submit(), { signal });
    signal.addEventListener(
      'abort',
      store.on(() => this.resume()),
    );
    for (const question of this.questions) question.hold(true);
    this.resume();
  }

  disconnectedCallback() {
    if (!this.life) return;
    this.life.abort();
    this.life = null;
    this.querySelector('.ww-quiz-actions').hidden = true;
    this.release();
    this.querySelector('.ww-quiz-result').hidden = true;
  }

  get questions() {
    return all(this, 'ww-question').filter((question) => question.life && !question.hidden);
  }

  /** A test that was done before, here or in another tab, stays done. */
  resume() {
    if (this.questions.some((question) => question.held && judged(question))) this.show();
  }

  /** Scores what was filled in; several verdicts at once are not read out, the result is. */
  submit() {
    this.release();
    for (const question of this.questions.filter((each) => !each.missing)) {
      const kept = question.settle();
      question.tell(question.news(kept));
    }
    this.show();
    this.querySelector('.ww-quiz-result').focus();
  }

  release() {
    for (const question of this.questions) question.hold(false);
  }

  show() {
    this.release();
    const result = this.querySelector('.ww-quiz-result');
    result.replaceChildren(make('p', 'ww-result-title', words.resultTitle), ...resultOf(this.questions));
    result.hidden = false;
  }
}

const define = () => customElements.get('ww-quiz') ?? customElements.define('ww-quiz', Quiz);
if (document.readyState === 'complete') define();
else addEventListener('DOMContentLoaded', define);
