/* The goals at the end of a chapter: how far you are with each, and where to read again. */

import { all, link } from '../base/dom.js';
import { Shown, showGoals } from './progress.js';
import { standing } from './record.js';
import { store } from './store.js';

function openChapter(id) {
  const at = Date.now();
  store.set('chapter', id, { opened: store.get('chapter', id)?.opened ?? at, at });
}

class Mastery extends Shown {
  connectedCallback() {
    openChapter(this.dataset.chapter);
    super.connectedCallback();
  }

  show() {
    showGoals(this, Number(this.parentElement.querySelector('ww-quiz')?.dataset.pass ?? 70));
    for (const goal of all(this, '[data-goal]')) this.#showAgain(goal);
  }

  #showAgain(goal) {
    const questions = all(document, 'ww-question').filter((item) => item.dataset.goal === goal.dataset.goal);
    const source = questions.find(isWrong)?.querySelector('.ww-source a');
    goal.querySelector('.ww-goal-again')?.remove();
    if (!source) return;
    const again = link(source.href, source.textContent);
    again.className = 'ww-goal-again';
    goal.append(again);
  }
}

function isWrong({ dataset }) {
  const { state, answer } = standing(dataset.question, dataset.hash, dataset.was?.split(' '));
  return state === 'current' && Number(dataset.of) > 0 && answer.points < Number(dataset.of);
}

customElements.define('ww-mastery', Mastery);
