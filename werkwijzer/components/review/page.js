/* Herhalen: shows what is due now and what comes later. */

import { ics } from '../../browser/assignment/index.js';
import { dayNow, isoOf, sayDay } from '../../browser/base/days.js';
import { hex } from '../../browser/base/digest.js';
import { make } from '../../browser/base/dom.js';
import { download } from '../../browser/base/share.js';
import { say, words } from '../../browser/base/words.js';
import { Shown, store } from '../../browser/course/index.js';
import { planning } from '../../browser/planning/index.js';

function perDay(all) {
  const days = new Map();
  for (const one of all) days.set(one.day, [...(days.get(one.day) ?? []), one]);
  return days;
}

class Review extends Shown {
  connectedCallback() {
    this.querySelector('.ww-review-plain').hidden = true;
    this.querySelector('.ww-review-body').hidden = false;
    this.querySelector('[data-do]').onclick = () => this.save();
    for (const item of this.querySelectorAll('[data-question]')) item.querySelector('a').hash = `herhaal=${item.dataset.question}`;
    super.connectedCallback();
  }

  async show() {
    const today = dayNow();
    const all = await planning.review();
    const due = all.filter(({ day }) => day <= today);
    const ids = new Set(due.map(({ question }) => question.id));
    for (const item of this.querySelectorAll('[data-question]')) item.hidden = !ids.has(item.dataset.question);
    for (const box of this.querySelectorAll('.ww-review-chapter')) box.hidden = !box.querySelector('li:not([hidden])');
    this.later = perDay(all.filter(({ day }) => day > today));
    this.tell(due.length, all.length);
    this.showLater();
  }

  tell(count, all) {
    const empty = all ? 'reviewNone' : 'reviewNothing';
    const said = count ? say(count === 1 ? 'countOne' : 'countMore', { count, minutes: planning.minutesFor(count) }) : words[empty];
    const line = this.querySelector('.ww-review-count');
    if (line.textContent !== said) line.textContent = said;
  }

  showLater() {
    const rows = [...this.later].map(([day, held]) =>
      make('li', '', say(held.length === 1 ? 'dayOne' : 'dayMore', { day: sayDay(isoOf(day)), count: held.length })),
    );
    this.querySelector('.ww-review-later').hidden = !rows.length;
    this.querySelector('.ww-review-days').replaceChildren(...rows);
  }

  /** Half of a calendar's uid for this reader; not the seed of the reports, which says more. */
  mine() {
    const known = store.get('learner', 'calendar') ?? crypto.getRandomValues(new Uint32Array(1))[0];
    store.set('learner', 'calendar', known);
    return hex(known);
  }

  save() {
    const mine = this.mine();
    const events = [...this.later].map(([day, held]) => ({
      uid: `herhalen-${mine}-${isoOf(day)}`,
      day: isoOf(day),
      text: words.eventText,
      url: location.href.replace(/#.*/, ''),
      title: say(held.length === 1 ? 'eventTitleOne' : 'eventTitle', { count: held.length }),
    }));
    download('werkwijzer-herhalen.ics', 'text/calendar', ics(events));
  }
}

customElements.define('ww-review', Review);
