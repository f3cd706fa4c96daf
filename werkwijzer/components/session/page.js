/* The session plan: blocks on the clock, weighed by our rules of thumb, printed as a table or put in a calendar. */

import { all, make } from '../../browser/base/dom.js';
import { ics, newId } from '../../browser/base/ics.js';
import { download } from '../../browser/base/share.js';
import { say, words } from '../../browser/base/words.js';
import { sheet } from '../../browser/sheet/index.js';
import { COLUMNS, clean, cleanBlock, clock, goalsOf, MOST, minutesIn, timed, weigh } from './plan.js';

class Session extends sheet.Kit {
  started() {
    this.list = this.querySelector('.ww-session-blocks');
    this.heads = all(this, '.ww-session-editor [data-head]');
    this.blank = [...this.querySelector('.ww-session-sheet tbody').rows];
    this.addEventListener('change', (event) => this.counted(event), { signal: this.life.signal });
    this.rules = all(this, '[data-rule]').map(({ dataset: { rule, most, least } }) => ({
      id: rule,
      ...(most ? { most: Number(most) } : { least: Number(least) }),
    }));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.list?.replaceChildren();
  }

  value() {
    const head = Object.fromEntries(this.heads.map((field) => [field.dataset.head, field.value]));
    const blocks = [...this.list.children].map((item) => {
      const said = Object.fromEntries(all(item, '[data-field]').map((field) => [field.dataset.field, field.value]));
      return { ...said, minutes: minutesIn(said.minutes), format: item.dataset.format ?? '' };
    });
    return clean({ id: (this.plan ||= newId()), head, blocks });
  }

  /** A calendar knows a plan by its id, whatever becomes of its day. */
  fill(plan) {
    const { id, head, blocks } = clean(plan);
    this.plan = id;
    for (const field of this.heads) field.value = head[field.dataset.head];
    this.list.replaceChildren(...blocks.map((block) => this.item(block)));
  }

  isFilled() {
    const { head, blocks } = this.value();
    return blocks.length > 0 || Object.values(head).some(Boolean);
  }

  item(block) {
    const item = this.querySelector('template').content.firstElementChild.cloneNode(true);
    for (const field of all(item, '[data-field]')) field.value = block[field.dataset.field];
    const card = item.querySelector('.ww-session-card');
    if (block.format) item.dataset.format = block.format;
    card.hidden = !block.format;
    card.href = `${card.getAttribute('href')}#${block.format}`;
    return item;
  }

  typed({ target }) {
    if (!target.matches('[data-field], [data-head]')) return;
    this.say('');
    this.touched();
  }

  /** Says what a new number of minutes, kind or time comes down to; while typing that would be too much. */
  counted({ target }) {
    if (!target.matches('[data-field="minutes"], [data-field="kind"], [data-head="start"], [data-head="tijd"]')) return;
    // What cannot be meant is put right where it stands, not behind its back.
    if (target.type === 'number' && target.value) target.value = minutesIn(target.value);
    const looks = all(this, '[data-rule][data-state="look"]').map((rule) => rule.textContent.trim());
    this.say([this.querySelector('.ww-session-total').textContent, ...looks].join(' '));
  }

  changed() {
    const plan = this.value();
    this.querySelector('.ww-session-none').hidden = plan.blocks.length > 0;
    this.querySelector('#draaiboek--agenda-error').hidden = true;
    timed(plan).forEach(({ from, to, title }, index) => {
      const item = this.list.children[index];
      item.querySelector('.ww-session-clock').textContent = `${from}–${to}`;
      const name = title || words.sessionPart;
      item.querySelector('.ww-session-of').textContent = name;
      for (const part of all(item, '[data-do], .ww-session-card')) part.setAttribute('aria-label', `${part.textContent}: ${name}`);
    });
    this.showWeighed(plan);
    this.showSheet(plan);
  }

  showWeighed({ head, blocks }) {
    const { total, active, slack, kept } = weigh(
      blocks.map(({ kind, minutes }) => [kind, minutes]),
      goalsOf(head),
      this.rules,
    );
    this.querySelector('.ww-session-total').textContent = [this.sum(head, total), this.room(head, total)].filter(Boolean).join(' ');
    const counts = { kerndoelen: goalsOf(head), bezig: active, speling: slack };
    for (const rule of all(this, '[data-rule]')) {
      const id = rule.dataset.rule;
      const goals = id === 'kerndoelen' ? 'Goals' : '';
      const word = goals && !counts[id] ? 'sessionGoalsNone' : `session${goals}${kept[id] ? 'Good' : 'Look'}`;
      const known = blocks.length > 0 || (goals && counts[id]);
      rule.querySelector('.ww-session-verdict').textContent = known ? say(word, { count: counts[id] }) : '';
      rule.dataset.state = known && !kept[id] ? 'look' : 'good';
    }
  }

  sum({ start }, total) {
    if (!start) return say('sessionTotalPlain', { total });
    return say('sessionTotal', { total, from: start, to: clock(start, total) });
  }

  room({ tijd }, total) {
    const left = Number(tijd) - total;
    if (!tijd || !total) return '';
    if (!left) return words.sessionExact;
    if (Math.abs(left) === 1) return words[left < 0 ? 'sessionOverOne' : 'sessionLeftOne'];
    return say(left < 0 ? 'sessionOver' : 'sessionLeft', { count: Math.abs(left) });
  }

  /** What goes on paper. */
  showSheet(plan) {
    const { head } = plan;
    const total = plan.blocks.reduce((sum, { minutes }) => sum + minutes, 0);
    const day = head.datum && new Date(`${head.datum}T12:00`).toLocaleDateString('nl-NL', { dateStyle: 'long' });
    const said = {
      ...head,
      naam: head.naam || words.sessionName,
      when: [day, plan.blocks.length ? this.sum(head, total) : ''].filter(Boolean).join('. '),
    };
    for (const place of all(this, '[data-sheet]')) {
      place.textContent = said[place.dataset.sheet];
      place.parentElement.toggleAttribute('data-blank', !said[place.dataset.sheet]);
    }
    const rows = timed(plan).map((block) => this.row(block));
    this.querySelector('.ww-session-sheet tbody').replaceChildren(...(rows.length ? rows : this.blank));
  }

  row(block) {
    const row = make('tr');
    row.append(make('td', '', `${block.from}–${block.to}`), ...COLUMNS.map((name) => make('td', '', block[name])));
    row.children[1].prepend(make('strong', '', block.title), ' ');
    return row;
  }

  // ---- Blocks ----
  do_up(button) {
    this.move(button, -1);
  }
  do_down(button) {
    this.move(button, 1);
  }

  /** Focus stays on the button, and where the block is now is said. */
  move(button, step) {
    const item = button.closest('li');
    const place = [...this.list.children].indexOf(item) + step;
    if (!this.list.children[place]) return this.say(words[step < 0 ? 'first' : 'last']);
    this.list.children[place][step < 0 ? 'before' : 'after'](item);
    button.focus();
    this.touched();
    this.say(say('moved', { text: this.titleOf(item), place: place + 1, total: this.list.children.length }));
  }

  titleOf(item) {
    return item.querySelector('[data-field="title"]').value || words.sessionPart;
  }

  do_remove(button) {
    const item = button.closest('li');
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.past = this.value();
    item.remove();
    (next?.querySelector('[data-do="remove"]') ?? this.querySelector('#onderdelen')).focus();
    this.touched();
    this.say(say('sessionRemoved', { title: this.titleOf(item) }));
    this.offer(true, false);
  }

  do_add() {
    this.add({ title: '', kind: 'active', minutes: 10 });
  }

  do_addFormat() {
    const [option] = this.querySelector('[data-add]').selectedOptions;
    const { minutes, purpose, material } = option.dataset;
    this.add({ title: option.textContent, kind: 'active', minutes: Number(minutes), format: option.value, purpose, material });
  }

  add(block) {
    if (this.list.children.length >= MOST) return this.say(say('sessionMost', { count: MOST }));
    const item = this.item(cleanBlock(block));
    this.list.append(item);
    this.touched();
    const place = this.list.children.length;
    this.say(say('sessionAdded', { title: this.titleOf(item), place, total: place }));
    item.querySelector('[data-field="title"]').focus();
  }

  // ---- Whole plans ----
  do_begin() {
    const [option] = this.querySelector('[data-choose]').selectedOptions;
    this.past = this.value();
    const had = this.isFilled();
    this.replace(this.example(option.value));
    this.say(say(had ? 'sessionReadyBack' : 'sessionReady', { title: option.textContent }));
    this.offer(had, false);
    this.querySelector('#onderdelen').focus();
  }

  /** A plan as its table on this page tells it. */
  example(id) {
    const place = this.querySelector(`[data-plan="${id}"]`);
    if (!place) return null;
    const head = Object.fromEntries(all(place, '[data-head]').map((one) => [one.dataset.head, one.textContent]));
    const blocks = all(place, 'tbody tr').map((row) => {
      const texts = all(row, '[data-column]').map((one) => [one.dataset.column, one.textContent]);
      const { title, kind, minutes, format } = row.dataset;
      return { title, kind, minutes: Number(minutes), format, ...Object.fromEntries(texts) };
    });
    return {
      head: {
        ...head,
        naam: id === 'begin' ? '' : place.querySelector('h3').textContent,
        start: place.dataset.start,
        tijd: place.dataset.minutes,
      },
      blocks,
    };
  }

  // ---- Taking along ----
  text() {
    const plan = this.value();
    const labels = all(this, '.ww-session-sheet dt').map((term) => [term.textContent, term.nextElementSibling.textContent]);
    const columns = all(this, '.ww-session-sheet th')
      .slice(2)
      .map((head) => head.textContent);
    const blocks = timed(plan).map((block) =>
      [
        `${block.from}–${block.to} ${block.title}`,
        block.purpose,
        ...COLUMNS.slice(1).map((name, index) => (block[name] ? `${columns[index]}: ${block[name]}` : '')),
      ]
        .filter(Boolean)
        .join('\n'),
    );
    const head = [
      plan.head.naam || words.sessionName,
      this.querySelector('[data-sheet="when"]').textContent,
      ...labels.filter(([, said]) => said).map((pair) => pair.join(': ')),
    ];
    return `${[head.filter(Boolean).join('\n'), ...blocks].join('\n\n')}\n`;
  }

  /** One event with the whole plan in it: a calendar should not fill up with blocks of five minutes. */
  do_calendar() {
    const { head, blocks } = this.value();
    const minutes = blocks.reduce((sum, block) => sum + block.minutes, 0);
    const error = this.querySelector('#draaiboek--agenda-error');
    const missing = !head.datum || !head.start || !minutes;
    error.textContent = missing ? words.sessionNoDate : '';
    error.hidden = !missing;
    if (missing) return this.querySelector(`#draaiboek--${head.datum ? 'start' : 'datum'}`).focus();
    const event = {
      uid: `draaiboek-${this.plan}`,
      day: head.datum,
      time: head.start,
      minutes,
      title: head.naam || words.sessionName,
      text: this.text(),
    };
    this.busy = true;
    this.save(); // with its id, which a plan of before 2027 does not have
    download(`draaiboek-${head.datum}.ics`, 'text/calendar', ics([event]));
    this.say(words.sessionCalendar);
  }
}

export const session = { weigh };
customElements.define('ww-session', Session);
