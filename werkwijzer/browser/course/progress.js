/* How far you are: what a chapter's goals and lists of chapters share. */

import { named, say } from '../base/words.js';
import { status } from './record.js';
import { store } from './store.js';

function goalWords({ state, right, of, answered, total }) {
  if (state !== 'busy') return named('goal', state);
  return of ? say('goalBusy', { right, of }) : say('progress', { done: answered, total });
}

export function showGoals(root, pass) {
  for (const goal of root.querySelectorAll('[data-goal][data-questions]')) {
    const sum = status(goal.dataset.questions, { pass });
    goal.dataset.state = sum.state;
    goal.querySelector('.ww-goal-state').textContent = goalWords(sum);
  }
}

/** An element that shows what is stored, and shows it again when that changes here or in another tab. */
export class Shown extends HTMLElement {
  connectedCallback() {
    this.off?.();
    this.off = store.on(() => {
      cancelAnimationFrame(this.due);
      this.due = requestAnimationFrame(() => this.show());
    });
    this.show();
  }

  /** What it shows: says who extends this. */
  show() {}

  disconnectedCallback() {
    this.off();
    cancelAnimationFrame(this.due);
    this.querySelectorAll('.ww-goal-again, .ww-mastery-progress, .ww-resume > a').forEach((made) => made.remove());
  }
}
