/* Te herhalen: how many questions are due today, on the home page. */

import { dayNow } from '../../browser/base/days.js';
import { say } from '../../browser/base/words.js';
import { Shown } from '../../browser/course/index.js';
import { planning } from '../../browser/planning/index.js';

class Due extends Shown {
  async show() {
    const today = dayNow();
    const count = (await planning.review()).filter(({ day }) => day <= today).length;
    this.querySelector('.ww-due-line').hidden = !count;
    this.querySelector('.ww-due-count').textContent = say(count === 1 ? 'dueOne' : 'dueMore', {
      count,
      minutes: planning.minutesFor(count),
    });
  }
}

customElements.define('ww-due', Due);
