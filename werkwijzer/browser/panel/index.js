/* Jouw opdracht: a link that somebody opened, and what a reader has accepted, on the home page and in every chapter. */

import { assignment as form, ics, items } from '../assignment/index.js';
import { clearHash, hash, isAsked } from '../base/arrival.js';
import { bringSheet, link, make, status } from '../base/dom.js';
import { download } from '../base/share.js';
import { named, say, words } from '../base/words.js';
import { record, Shown, store } from '../course/index.js';
import './again.js';

const { dayNow, isoOf, partTitle, sayDay } = form;
const { sayDays, sayMinutes } = items;
const place = () => document.querySelector('.ww-home, .ww-head--chapter, .ww-text');
const FEW = 8; // as many items need no folding
const isHome = () => Boolean(document.querySelector('.ww-home'));

function button(word, act, quiet = true) {
  const made = make('button', { className: quiet ? 'ww-button ww-button--quiet' : 'ww-button', type: 'button' }, words[word]);
  made.addEventListener('click', act);
  return made;
}

// ---- What an assignment looks like ----
function row(item, { states }) {
  const line = make('li', '', item.href ? link(item.href, item.title) : make('span', '', item.title));
  if (item.known) line.append(' ', make('span', 'ww-asked-minutes', sayMinutes(item.minutes)));
  if (!states || !item.known) return line;
  line.dataset.state = item.state;
  line.append(' ', make('span', 'ww-chapter-state', named('item', item.state)));
  return line;
}

/** A part that folds: open when it is what comes next, or when there is little to fold. */
function partOf(assignment, part, shown) {
  const head = make('h3', '', partTitle(assignment, part.due));
  const time = shown.states
    ? part.left
      ? say('partLeft', { time: sayMinutes(part.left) })
      : words.partDone
    : say('partTime', { time: sayMinutes(part.minutes) });
  const late = shown.states && part.left && part.due < isoOf(dayNow()) ? ` · ${words.partLate}` : '';
  const when = make('span', 'ww-asked-when', say('partDue', { day: sayDay(part.due) }), ' · ', time, late);
  const folder = make(
    'details',
    'ww-asked-part',
    make('summary', '', head, when),
    make('ul', 'ww-asked-items', ...part.items.map((item) => row(item, shown))),
  );
  folder.open = shown.all || part === shown.next;
  folder.dataset.fold = part.due;
  return folder;
}

function said(name, text, label) {
  return text ? [make('p', name, ...(label ? [make('strong', '', `${words[label]} `)] : []), text)] : [];
}

function body({ assignment }, standing, shown) {
  const { days, team, note, bring } = assignment;
  return [
    ...said('ww-asked-team', team, 'from'),
    ...said('ww-asked-days', days.length ? say(days.length > 1 ? 'trainingDays' : 'trainingDay', { days: sayDays(days) }) : ''),
    ...said('ww-asked-note', note),
    ...said('ww-asked-note', bring, 'bring'),
    ...standing.parts.map((part) =>
      partOf(assignment, part, { ...shown, next: shown.states ? standing.next : null, all: standing.total <= FEW }),
    ),
  ];
}

// ---- A link that was opened ----
class Proposal {
  constructor(read, mine) {
    this.read = read;
    this.older = mine.filter(({ id, assignment }) => id !== read.id && assignment.key === read.assignment.key);
    this.box = make('section', 'ww-asked ww-asked--new', ...this.content());
    this.box.setAttribute('aria-labelledby', 'ww-asked-new');
  }

  content() {
    const { read } = this;
    const head = make('h2', '', read.assignment.title);
    Object.assign(head, { id: 'ww-asked-new', tabIndex: -1 });
    const standing = items.standing(read.assignment);
    const minutes = standing.parts.reduce((sum, part) => sum + part.minutes, 0);
    return [
      make('p', 'ww-card-label', words.proposal),
      head,
      make('p', '', say('proposalTime', { time: sayMinutes(minutes) })),
      ...body(read, standing, { states: false }),
      make('p', 'ww-asked-ask', words[this.older.length ? 'proposalNewer' : 'proposalAsk']),
      make(
        'p',
        'ww-buttons',
        button('accept', () => this.accept(), false),
        button('later', () => this.leave('declined')),
      ),
    ];
  }

  accept() {
    const kept = store.set('assignment', this.read.id, { code: this.read.code, at: Date.now() });
    for (const { id } of this.older) remove(id);
    if (kept) record.persist();
    this.leave(kept ? 'accepted' : 'acceptedHere');
  }

  leave(word) {
    this.box.remove();
    tell(words[word]);
  }
}

const remove = (id) => store.forget('assignment', id);

// ---- One line of news, that is read out ----
const news = status('ww-asked-news');
news.tabIndex = -1;

function tell(text, ...more) {
  news.replaceChildren();
  setTimeout(() => {
    news.replaceChildren(text, ...more);
    news.focus({ preventScroll: true });
  }, 60);
}

function takeBack({ id, code }) {
  remove(id);
  const undo = button('undoRemove', () => {
    tell(words[store.set('assignment', id, { code, at: Date.now() }) ? 'removeUndone' : 'acceptedHere']);
  });
  tell(`${words.removed} `, undo);
}

// ---- What was accepted ----
function actions(read) {
  const calendar = button('calendar', () =>
    download('werkwijzer-opdracht.ics', 'text/calendar', ics(items.events(read.assignment, document.querySelector('.ww-brand')?.href))),
  );
  const gone = button('remove', () => takeBack(read));
  gone.append(' ', make('span', 'ww-hidden', read.assignment.title));
  return make('p', 'ww-buttons', calendar, link(items.href('rapport'), words.share), gone);
}

const summary = ({ done, total, left, next }) =>
  next ? say('sumNext', { done, total, time: sayMinutes(left), day: sayDay(next.due) }) : words.sumDone;

function card(read) {
  const standing = items.standing(read.assignment);
  const inside = [...body(read, standing, { states: true }), actions(read)];
  const label = make('p', 'ww-card-label', words.yours);
  const line = make('p', 'ww-asked-sum', summary(standing));
  if (isHome()) return make('section', 'ww-asked', label, make('h2', '', read.assignment.title), line, ...inside);
  const head = make(
    'summary',
    '',
    make('span', 'ww-card-label', words.yours),
    make('span', 'ww-asked-title', read.assignment.title),
    make('span', 'ww-asked-sum', summary(standing)),
  );
  return make('details', 'ww-asked ww-asked--small', head, ...inside);
}

/** Whether a chapter should still speak of it: something is left, or its last day has not passed. */
function isAlive(assignment) {
  const last = [...assignment.days, ...assignment.parts.map(({ due }) => due)].sort().at(-1);
  return items.standing(assignment).left > 0 || last >= isoOf(dayNow());
}

// What a reader folded or unfolded stays so when the list is shown anew.
const nameOf = (details) => `${details.closest('[id]').id} ${details.dataset.fold ?? ''}`;

class Assignments extends Shown {
  list = make('div', 'ww-asked-list');
  top = make('div', 'ww-asked-top');

  connectedCallback() {
    this.replaceChildren(news, this.top, this.list);
    this.hashed = () => this.open();
    addEventListener('hashchange', this.hashed);
    this.open();
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.hashed);
  }

  /** Shows what the address brings, and takes it out of the address. */
  async open() {
    if (!isAsked()) return;
    const said = hash();
    clearHash();
    const read = await form.decode(said);
    if (!read.ok) return tell(words[read.word]);
    if (store.get('assignment', read.id)) return tell(words.already);
    this.top.replaceChildren(new Proposal(read, await items.accepted()).box);
    this.top.querySelector('h2').focus();
  }

  async show() {
    const folds = new Map([...this.list.querySelectorAll('details')].map((one) => [nameOf(one), one.open]));
    const all = await items.accepted();
    const cards = all
      .filter((read) => isHome() || isAlive(read.assignment))
      .map((read) => Object.assign(card(read), { id: `opdracht-${read.id}` }));
    this.list.replaceChildren(...cards);
    for (const one of this.list.querySelectorAll('details')) one.open = folds.get(nameOf(one)) ?? one.open;
  }
}

function start() {
  const at = place();
  if (!at) return;
  const panel = make('ww-assignments', 'ww-assignments');
  if (isHome()) (at.querySelector('.ww-due, dl, h2') ?? at.lastElementChild).before(panel);
  else if (at.matches('.ww-head--chapter')) at.append(panel);
  else if (isAsked()) at.prepend(panel);
}

customElements.define('ww-assignments', Assignments);
bringSheet(new URL(document.querySelector('[data-sheet][data-assignment]').dataset.sheet, document.baseURI).href).then(start);
