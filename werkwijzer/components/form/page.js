/* A form: counting goes by button; the rest is what all tools do. */

import { say } from '../../browser/base/words.js';
import { sheet } from '../../browser/sheet/index.js';

/** How often something was counted, in strokes of five. */
const strokes = (count) => [...'|'.repeat(count).matchAll(/\|{1,5}/g)].map(([group]) => (group.length === 5 ? '||||/' : group)).join(' ');
const countOf = (field) => Math.max(0, Math.trunc(Number(field.value.replace(/\p{DI}/gu, ''))) || 0);

class Form extends sheet.Kit {
  do_more(button) {
    this.count(button, 1);
  }
  do_less(button) {
    this.count(button, -1);
  }

  count(button, step) {
    const field = button.parentElement.querySelector('[data-tally]');
    const count = Math.max(0, countOf(field) + step);
    field.value = count || '';
    this.say(say('formCount', { row: field.dataset.label, count }));
    this.touched();
  }

  changed() {
    for (const field of this.querySelectorAll('[data-tally]')) {
      const count = countOf(field);
      field.parentElement.querySelector('.ww-said').textContent = count > 999 ? count : count ? `${strokes(count)} (${count})` : '';
    }
  }
}

customElements.define('ww-form', Form);
