/* Te herhalen: how many questions are due today, on the home page. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};

  class Due extends W.progress.Shown {
    async show() {
      const today = W.assignment.dayNow();
      const count = (await W.planning.review()).filter(({ day }) => day <= today).length;
      this.querySelector('.ww-due-line').hidden = !count;
      this.querySelector('.ww-due-count').textContent = W.say(count === 1 ? 'dueOne' : 'dueMore', { count, minutes: W.planning.minutesFor(count) });
    }
  }

  customElements.define('ww-due', Due);
})();
