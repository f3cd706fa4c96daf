/* How far you are: the goals at the end of a chapter, and what lists of chapters share with them. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { store, record } = W;
  const named = (start, state) => W.say(start + state[0].toUpperCase() + state.slice(1));

  function openChapter(id) {
    const at = Date.now();
    store.set('chapter', id, { opened: store.get('chapter', id)?.opened ?? at, at });
  }

  function goalWords({ state, right, of, answered, total }) {
    if (state !== 'busy') return named('goal', state);
    return of ? W.say('goalBusy', { right, of }) : W.say('progress', { done: answered, total });
  }

  function showGoals(root, pass) {
    for (const goal of root.querySelectorAll('[data-goal][data-questions]')) {
      const sum = record.status(goal.dataset.questions, { pass });
      goal.dataset.state = sum.state;
      goal.querySelector('.ww-goal-state').textContent = goalWords(sum);
    }
  }

  function link(href, words) {
    const made = document.createElement('a');
    made.href = href;
    made.textContent = words;
    return made;
  }

  /** An element that shows what is stored, and shows it again when that changes here or in another tab. */
  class Shown extends HTMLElement {
    connectedCallback() {
      this.off?.();
      this.off = store.on(() => {
        cancelAnimationFrame(this.due);
        this.due = requestAnimationFrame(() => this.show());
      });
      this.show();
    }

    disconnectedCallback() {
      this.off();
      cancelAnimationFrame(this.due);
      this.querySelectorAll('.ww-goal-again, .ww-mastery-progress, .ww-resume > a').forEach((made) => made.remove());
    }
  }

  class Mastery extends Shown {
    connectedCallback() {
      openChapter(this.dataset.chapter);
      super.connectedCallback();
    }

    show() {
      showGoals(this, Number(this.parentElement.querySelector('ww-quiz')?.dataset.pass ?? 70));
      for (const goal of this.querySelectorAll('[data-goal]')) this.showAgain(goal);
    }

    showAgain(goal) {
      const questions = [...document.querySelectorAll('ww-question')].filter((item) => item.dataset.goal === goal.dataset.goal);
      const source = questions.find(isWrong)?.querySelector('.ww-source a');
      goal.querySelector('.ww-goal-again')?.remove();
      if (!source) return;
      const again = link(source.href, source.textContent);
      again.className = 'ww-goal-again';
      goal.append(again);
    }
  }

  function isWrong({ dataset }) {
    const { state, answer } = record.standing(dataset.question, dataset.hash, dataset.was?.split(' '));
    return state === 'current' && Number(dataset.of) > 0 && answer.points < Number(dataset.of);
  }

  W.progress = { Shown, showGoals, named, link };
  customElements.define('ww-mastery', Mastery);
})();
