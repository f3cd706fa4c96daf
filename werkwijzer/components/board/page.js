/* The group board: reads reports that a trainer drops or pastes, and shows what they add up to. Sends nothing, keeps nothing unless asked. */

import { assignment, items } from '../../browser/assignment/index.js';
import { stampOf } from '../../browser/base/days.js';
import { drawn } from '../../browser/base/digest.js';
import { link, make } from '../../browser/base/dom.js';
import { list, shape, text, time } from '../../browser/base/rules.js';
import { download, tell } from '../../browser/base/share.js';
import { named, say, words } from '../../browser/base/words.js';
import { date, record, store } from '../../browser/course/index.js';
import { report as form } from '../../browser/reports/index.js';
import * as figures from './figures.js';

/** What the figures are made with. */
export const board = { ...figures };

const SVG = 'http://www.w3.org/2000/svg';
const LARGE = 24e6; // a file that is not even opened
const MOST = 400; // reports on the board
const ROOM = 3e6; // signs that a kept group may take
const STATES = ['done', 'busy', 'changed', 'none', 'unknown'];
const counted = (count) => say(count === 1 ? 'report' : 'reports', { count });

// What a browser keeps of a group is read as if a stranger had sent it: here its shape, in `open` every report.
store.check('group', shape({ name: text(60), at: time, asked: text(6000, ''), reports: list(MOST, text(8e6)) }));

// ---- Pictures and tables ----
/** A bar of parts `[name, count]`, each as wide as its count; what it says stands beside it in words. */
function bar(parts) {
  const svg = document.createElementNS(SVG, 'svg');
  const all = parts.reduce((sum, [, count]) => sum + count, 0);
  let at = 0;
  for (const [name, count] of parts) {
    const piece = document.createElementNS(SVG, 'rect');
    for (const [key, value] of Object.entries({ class: `ww-bar-${name}`, x: at, y: 0, width: (100 * count) / (all || 1), height: 10 }))
      piece.setAttribute(key, String(value));
    at += (100 * count) / (all || 1);
    if (count) svg.append(piece);
  }
  for (const [key, value] of Object.entries({ class: 'ww-bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }))
    svg.setAttribute(key, value);
  return svg;
}

/** A line of a picture: what, a bar, and the same in words. */
const line = (title, parts, said) =>
  make('li', 'ww-bars-line', make('span', 'ww-bars-title', title), bar(parts), make('span', 'ww-bars-said', said));

const bars = (lines) => make('ul', 'ww-bars', ...lines);

/** Rows of texts or elements; the first cell of a row is its head. A wide one scrolls by keyboard too. */
function table(caption, heads, rows) {
  const head = make('tr', '', ...heads.map((one) => Object.assign(make('th', '', one), { scope: 'col' })));
  const body = rows.map(([first, ...rest]) =>
    make('tr', '', Object.assign(make('th', '', first), { scope: 'row' }), ...rest.map((one) => make('td', '', one))),
  );
  const made = make('table', '', make('caption', '', caption), make('thead', '', head), make('tbody', '', ...body));
  const frame = make('div', 'ww-table', made);
  Object.assign(frame, { tabIndex: 0, ariaLabel: caption });
  frame.setAttribute('role', 'region');
  return frame;
}

const folded = (content) => make('details', 'ww-board-behind', make('summary', '', words.inFigures), content);

const seatWord = (state) => named('seat', state);

/** A state as a seat that fills up, with its word. */
function seat(state, hidden) {
  const made = make('span', 'ww-seat', make('span', hidden ? 'ww-hidden' : '', seatWord(state)));
  made.dataset.state = state;
  return made;
}

const states = (tally) =>
  STATES.filter((name) => tally[name])
    .map((name) => `${tally[name]} ${seatWord(name)}`)
    .join(', ');
const parts = (tally) => STATES.map((name) => [name, tally[name]]);
const decimals = (value) => value.toLocaleString('nl-NL', { maximumFractionDigits: 1 });

class Board extends HTMLElement {
  connectedCallback() {
    this.life?.abort();
    this.life = new AbortController();
    const { signal } = this.life;
    this.addEventListener('click', ({ target }) => this.act(target.closest('[data-do]')), { signal });
    this.addEventListener('change', ({ target }) => this.changed(target), { signal });
    for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'])
      this.addEventListener(kind, (event) => this.dragged(event), { signal });
    signal.addEventListener(
      'abort',
      store.on((kind) => (kind === null || kind === 'group') && this.showKept()),
    );
    this.empty();
    this.reveal(true);
    this.showKept();
  }

  disconnectedCallback() {
    this.life?.abort();
    this.reveal(false);
  }

  one(css) {
    return this.querySelector(css);
  }
  place(name) {
    return this.one(`[data-part="${name}"]`);
  }
  tell(text, place = '.ww-board-load') {
    tell(this.one(`${place} > .ww-status, ${place} .ww-board-options > .ww-status`), text);
  }

  reveal(on) {
    this.one('.ww-board-plain').hidden = on;
    this.one('.ww-board-body').hidden = !on;
  }

  empty() {
    this.reports = new Map();
    this.codes = new Map();
    this.asked = null;
    this.group = '';
  }

  // ---- What comes in ----
  changed(field) {
    if (field.id === 'ww-board-files') this.takeFiles(field);
    if (field.id === 'ww-board-anonymous') this.show();
    if (field.id === 'ww-board-keep') this.keepOrNot(field.checked);
    if (field.id === 'ww-board-name' && this.group) this.keep();
  }

  async takeFiles(field) {
    const files = [...field.files];
    field.value = '';
    if (files.length) this.load(await Promise.all(files.map(async (file) => [file.name, file.size > LARGE ? null : await file.text()])));
  }

  dragged(event) {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    this.one('.ww-board-drop').toggleAttribute('data-over', event.type === 'dragenter' || event.type === 'dragover');
    if (event.type === 'drop') this.takeFiles({ files: event.dataTransfer.files });
  }

  do_paste() {
    const field = this.one('#ww-board-paste');
    if (!field.value.trim()) return this.tell(words.boardNothing);
    const codes = board.split(field.value).map((code, index) => [say('boardPasted', { number: index + 1 }), code]);
    field.value = '';
    this.load(codes);
  }

  /** Takes `[name, text]` of files and codes; what is no report gets a sentence and changes nothing. */
  async load(said) {
    const pieces = said.flatMap(([name, whole]) => (whole === null ? [[name, null]] : board.split(whole).map((piece) => [name, piece])));
    const read = await Promise.all(pieces.map(async ([name, piece]) => ({ name, ...(await this.read(piece)) })));
    const done = { added: 0, replaced: 0, older: 0 };
    const refused = read.filter((one) => !one.ok);
    for (const one of read.filter(({ ok }) => ok)) {
      if (one.asked) this.asked = one.asked;
      else if (this.reports.size >= MOST && !this.reports.has(one.report.id)) refused.push({ name: one.name, word: 'boardFull' });
      else done[board.add(this.reports, one.report)] += 1;
    }
    this.showRefused(refused);
    this.show();
    this.keep();
    this.tell(
      this.news(
        done,
        read.some(({ asked }) => asked),
        refused.length,
      ),
    );
  }

  async read(piece) {
    if (piece === null) return { word: 'reportTooLarge' };
    if (!/^WO\d/.test(piece)) return form.read(piece);
    const read = await assignment.decode(piece);
    return read.ok ? { ok: true, asked: read } : read;
  }

  news({ added, replaced, older }, asked, refused) {
    const lines = [
      ['boardAdded', added],
      ['boardReplaced', replaced],
      ['boardOlder', older],
      ['boardRefused', refused],
    ].filter(([, count]) => count);
    const said = lines.map(([word, count]) => say(word, { count: word === 'boardRefused' ? count : counted(count) }));
    return [...said, asked && say('boardAsked', { title: this.asked.assignment.title })].filter(Boolean).join(' ');
  }

  showRefused(refused) {
    this.one('.ww-board-refused').hidden = !refused.length;
    this.one('.ww-board-refused ul').replaceChildren(
      ...refused.map(({ name, word }) => make('li', '', make('strong', '', name), ' ', words[word])),
    );
  }

  // ---- What it adds up to ----
  show() {
    this.one('.ww-board-results').hidden = !this.reports.size;
    if (!this.reports.size) return;
    const held = board.course(items, globalThis.Werkwijzer.texts, this.asked);
    const reports = [...this.reports.values()];
    this.sums = board.sums(reports, held);
    this.hidden_ = this.one('#ww-board-anonymous').checked;
    this.numbers = new Map([...this.reports.keys()].sort().map((id, index) => [id, index + 1]));
    this.showTitle(reports);
    for (const [name, made] of Object.entries({
      who: this.who(),
      ready: this.ready(),
      suggest: this.suggest(held),
      goals: this.goals(held),
      questions: this.questions(),
      misses: this.misses(),
      sure: this.listed('sureWrong'),
      guess: this.listed('guessRight'),
      texts: this.texts(),
      cases: this.cases(),
      scans: this.scans(),
    }))
      this.fill(name, made);
  }

  /** A part that has nothing to say is not there. */
  fill(name, made) {
    const place = this.place(name);
    place.replaceChildren(...made);
    const part = place.closest(`.ww-board-${name}`);
    if (part.matches('section')) part.hidden = !made.length;
  }

  nameOf({ id, name }) {
    if (this.hidden_) return say('numbered', { number: this.numbers.get(id) });
    return name || words.nobody;
  }

  showTitle(reports) {
    const days = reports.map(({ at }) => at).sort((a, b) => a - b);
    const [first, last] = [date(days[0]), date(days.at(-1))];
    this.one('.ww-board-title').textContent = say(first === last ? 'boardHeadDay' : 'boardHead', {
      people: counted(reports.length),
      first,
      last,
    });
    this.one('.ww-board-about').textContent = this.asked ? say('boardAbout', { title: this.asked.assignment.title }) : '';
  }

  who() {
    const names = this.sums.people.map(({ name }) => form.plain(name));
    const rows = this.sums.people.map((one) => [this.nameOf(one), date(one.at), one.about || words.wholeCourse, this.dropButton(one)]);
    const twice = names.some((name, index) => name && names.indexOf(name) !== index);
    return [
      ...(twice ? [make('p', 'ww-board-note', words.twice)] : []),
      table(words.whoCaption, [words.name, words.date, words.about, words.action], rows),
    ];
  }

  dropButton(one) {
    const button = make('button', 'ww-button ww-button--quiet', words.drop);
    Object.assign(button, { type: 'button', ariaLabel: say('dropName', { name: this.nameOf(one) }) });
    Object.assign(button.dataset, { do: 'drop', id: one.id });
    return button;
  }

  ready() {
    const { people, items: all } = this.sums;
    const lines = all.map((item) => line(item.title, parts(item), states(item)));
    const rows = people.map((one) => [
      this.nameOf(one),
      seat(one.state),
      say('ofTotal', one),
      ...one.states.map((state) => seat(state, true)),
    ]);
    const heads = all.map(({ ref, title }) => this.head(ref, title));
    return [
      this.legend(),
      table(words.readyCaption, [words.name, words.state, words.doneOf, ...heads], rows),
      make('h3', '', words.readyItems),
      bars(lines),
    ];
  }

  legend() {
    return make('p', 'ww-board-legend', ...STATES.map((state) => seat(state)));
  }

  /** A narrow head for a column: the number of a chapter, for who sees it. */
  head(ref, title) {
    const [number] = /^\d[\d.]*(?= )/.exec(title) ?? [ref.includes(':') ? ref.split(':')[1] : title];
    const short = make('span', 'ww-board-short', number.length > 8 ? `${number.slice(0, 7)}…` : number);
    short.setAttribute('aria-hidden', 'true');
    const made = make('span', '', make('span', 'ww-hidden', title), short);
    made.title = title;
    return made;
  }

  goals(held) {
    const chapters = new Map(held.chapters.map((one) => [one.id, one]));
    const all = board.lowest(this.sums);
    const tally = (one) => [
      ['boardGoalDone', one.done],
      ['boardGoalBusy', one.busy],
      ['seatChanged', one.changed],
      ['boardGoalNone', one.none],
    ];
    const said = (one) =>
      tally(one)
        .filter(([, count]) => count)
        .map(([word, count]) => `${count} ${words[word]}`)
        .join(', ');
    const lines = all.slice(0, 8).map((one) =>
      line(
        one.text,
        [
          ['done', one.done],
          ['busy', one.busy],
          ['changed', one.changed],
          ['none', one.none],
        ],
        said(one),
      ),
    );
    const rows = all.map((one) => [one.text, chapters.get(one.chapter).title, String(one.people), say('pointsOf', one), String(one.done)]);
    const heads = [words.goal, words.chapter, words.people, words.boardPoints, words.reached];
    return all.length ? [bars(lines), folded(table(words.goalsCaption, heads, rows))] : [];
  }

  questionLink({ id, chapter, number }) {
    const { title, path } = items.chapters.get(chapter);
    return link(items.href(path, `#vraag-${id}`), say('questionLink', { number, title }));
  }

  titled(question) {
    return make('span', '', make('span', 'ww-board-prompt', question.prompt), ' ', this.questionLink(question));
  }

  questions() {
    const { questions } = this.sums;
    if (!questions.length) return [];
    const all = board.hardest(this.sums);
    if (!all.length) return [make('p', '', words.noneHard)];
    const lines = all.map((one) =>
      line(
        this.titled(one),
        [
          ['done', one.once],
          ['busy', one.right - one.once],
          ['none', one.tried - one.right],
        ],
        this.triedWords(one),
      ),
    );
    const rows = all.map((one) =>
      [
        say('questionLink', { number: one.number, title: items.chapters.get(one.chapter).title }),
        one.tried,
        one.once,
        one.right,
        decimals(one.attempts / one.tried),
        one.changed,
      ].map(String),
    );
    const heads = ['question', 'tried', 'once', 'boardRight', 'boardAttempts', 'changedSince'].map((word) => words[word]);
    return [bars(lines), folded(table(words.hardCaption, heads, rows))];
  }

  triedWords({ once, right, tried }) {
    return `${words.once}: ${say('times', { count: once, of: tried })}. ${words.boardRight}: ${say('times', { count: right, of: tried })}.`;
  }

  misses() {
    const all = this.sums.questions
      .filter(({ weighed }) => !weighed)
      .flatMap((question) => question.misses.slice(0, 1).map((miss) => ({ question, miss })))
      .sort((a, b) => b.miss.count - a.miss.count)
      .slice(0, 10);
    if (!all.length) return this.sums.questions.length ? [make('p', '', words.noneMiss)] : [];
    const cards = all.map(({ question, miss }) =>
      make(
        'li',
        'ww-board-miss',
        this.titled(question),
        make('p', '', make('strong', '', miss.text), ` (${say('times', { count: miss.count, of: question.tried })})`),
        make('p', 'ww-board-why', miss.why),
      ),
    );
    const rows = all.map(({ question, miss }) => [
      say('questionLink', { number: question.number, title: items.chapters.get(question.chapter).title }),
      miss.text,
      String(miss.count),
    ]);
    return [make('ol', 'ww-board-list', ...cards), folded(table(words.missCaption, [words.question, words.miss, words.boardChosen], rows))];
  }

  listed(name) {
    const all = board.most(this.sums, name).slice(0, 10);
    if (!this.sums.questions.length) return [];
    return all.length
      ? [
          bars(
            all.map((one) =>
              line(
                this.titled(one),
                [
                  ['accent', one[name]],
                  ['none', one.tried - one[name]],
                ],
                say('times', { count: one[name], of: one.tried }),
              ),
            ),
          ),
        ]
      : [make('p', '', words.noneSure)];
  }

  /** With hidden names no order gives away who wrote what. */
  texts() {
    return this.sums.texts.map((question) => {
      const answers = [...question.answers].sort((a, b) => (this.hidden_ ? (a.text < b.text ? -1 : 1) : 0));
      const quotes = answers.map((one) =>
        make(
          'li',
          'ww-board-said',
          ...(this.hidden_ ? [] : [make('strong', '', say('answersBy', { name: this.nameOf(one) })), ' ']),
          one.text,
        ),
      );
      return make(
        'article',
        'ww-board-text',
        make('h3', '', question.prompt),
        make('p', '', this.questionLink(question)),
        make('ul', 'ww-board-quotes', ...quotes),
      );
    });
  }

  cases() {
    return this.sums.cases.map((one) => {
      const lines = one.endings.map(({ title, count }) =>
        line(
          title,
          [
            ['accent', count],
            ['none', one.people - count],
          ],
          say('times', { count, of: one.people }),
        ),
      );
      const found = items.look(`casus:${one.id}`);
      const busy = one.busy ? [make('p', 'ww-board-help', say('boardCaseBusy', { count: one.busy }))] : [];
      return make('article', 'ww-board-case', make('h3', '', link(found.href, one.title)), bars(lines), ...busy);
    });
  }

  scans() {
    return this.sums.scans.map((one) => {
      if (!one.dimensions) return make('p', '', say('scanFew', { title: one.title, count: one.people }));
      const said = (spread) =>
        spread
          .filter(({ count }) => count)
          .map(({ word, count }) => `${count} ${word}`)
          .join(', ');
      const lines = one.dimensions.map(({ name, spread }) =>
        line(
          name,
          spread.map(({ count }, index) => [`step-${index}`, count]),
          said(spread),
        ),
      );
      const rows = one.dimensions.map(({ name, spread }) => [name, ...spread.map(({ count }) => String(count))]);
      const caption = say('scanCaption', { title: one.title, count: one.people });
      return make(
        'article',
        'ww-board-scan',
        make('h3', '', one.title),
        bars(lines),
        folded(table(caption, [words.scanDimension, ...one.dimensions[0].spread.map(({ word }) => word)], rows)),
      );
    });
  }

  // ---- Suggestions ----
  suggest(held) {
    const all = board.suggest(this.sums, held).map((one) => this[`advise_${one.kind}`](one));
    return all.length ? [make('ol', 'ww-board-list', ...all)] : [];
  }

  advice(what, why, ...links) {
    const more = links.length ? [make('ul', 'ww-board-links', ...links.map((one) => make('li', '', one)))] : [];
    return make('li', 'ww-board-advice', make('p', 'ww-board-what', what), ...(why ? [make('p', 'ww-board-why', why)] : []), ...more);
  }

  advise_remind({ waiting, people }) {
    return this.advice(
      say(waiting === people ? 'adviseRemindAll' : waiting === 1 ? 'adviseRemindOne' : 'adviseRemind', { waiting, people }),
      '',
    );
  }

  advise_goal({ goal, formats, guide }) {
    const chapter = items.chapters.get(goal.chapter);
    const [path, anchor = ''] = guide.split('#');
    const room = guide ? [link(items.href(path, anchor && `#${anchor}`), words.adviseGuide)] : [];
    const cards = formats.map(({ id, name }) => link(items.href('gereedschap/werkvormen', `#${id}`), say('adviseFormat', { name })));
    return this.advice(
      say('adviseGoal', { goal: goal.text }),
      say(goal.done === 1 || goal.people === 1 ? 'adviseGoalOne' : 'adviseGoalWhy', goal),
      ...room,
      ...cards,
      link(items.href(chapter.path), chapter.title),
    );
  }

  advise_miss({ question }) {
    const [{ text: said, count, why }] = question.misses;
    return this.advice(
      say('adviseMiss', { text: said }),
      say(count === 1 ? 'adviseMissOne' : 'adviseMissWhy', { count, tried: question.tried, why }),
      this.questionLink(question),
    );
  }

  advise_sure({ question }) {
    const { sureWrong: count } = question;
    return this.advice(
      say('adviseSure', question),
      say(count === 1 ? 'adviseSureOne' : 'adviseSureWhy', { count }),
      this.questionLink(question),
    );
  }

  advise_talk({ question }) {
    const { length: count } = question.answers;
    return this.advice(
      say('adviseTalk', question),
      say(count === 1 ? 'adviseTalkOne' : 'adviseTalkWhy', { count }),
      this.questionLink(question),
    );
  }

  advise_case({ case: { id, title, endings } }) {
    return this.advice(
      say('adviseCase', { title }),
      say('adviseCaseWhy', { count: endings.filter(({ count }) => count).length }),
      link(items.look(`casus:${id}`).href, title),
    );
  }

  advise_ready() {
    return this.advice(words.adviseReady, words.adviseReadyWhy, link(items.href('casussen'), words.cases));
  }
  advise_changed({ changed: count }) {
    return this.advice(words.adviseChanged, say(count === 1 ? 'adviseChangedOne' : 'adviseChangedWhy', { count }));
  }

  // ---- Out, and away ----
  act(button) {
    if (button) this[`do_${button.dataset.do}`](button);
  }

  do_print() {
    print();
  }

  save(name, rows) {
    download(`werkwijzer-${name}-${stampOf()}.csv`, 'text/csv', `\ufeff${board.csv(rows)}`);
  }

  do_csvPeople() {
    const heads = ['name', 'date', 'about', 'state', 'doneOf', 'total'].map((word) => words[word]);
    const rows = this.sums.people.map((one) => [
      this.nameOf(one),
      stampOf(one.at),
      one.about || words.wholeCourse,
      seatWord(one.state),
      one.done,
      one.total,
      ...one.states.map(seatWord),
    ]);
    this.save('groep', [[...heads, ...this.sums.items.map(({ title }) => title)], ...rows]);
  }

  do_csvQuestions() {
    const heads = [
      'chapter',
      'question',
      'prompt',
      'tried',
      'once',
      'boardRight',
      'boardAttempts',
      'sureWrong',
      'guessRight',
      'changedSince',
      'miss',
      'boardChosen',
    ].map((word) => words[word]);
    const rows = this.sums.questions.map((one) => [
      items.chapters.get(one.chapter).title,
      one.number,
      one.prompt,
      one.tried,
      one.once,
      one.right,
      one.tried ? one.attempts / one.tried : '',
      one.sureWrong,
      one.guessRight,
      one.changed,
      one.misses[0]?.text ?? '',
      one.misses[0]?.count ?? 0,
    ]);
    this.save('vragen', [heads, ...rows]);
  }

  do_drop(button) {
    this.reports.delete(button.dataset.id);
    this.codes.delete(button.dataset.id);
    this.show();
    this.keep();
    this.tell(words.dropped, this.reports.size ? '.ww-board-tools' : '.ww-board-load');
    (this.reports.size ? this.one('.ww-board-who summary') : this.one('#ww-board-files')).focus();
  }

  // ---- Keeping a group, when asked ----
  async keepOrNot(on) {
    if (!on) return this.do_wipe();
    this.group = drawn(2);
    if (await this.keep()) this.tell(words.kept, '.ww-board-tools');
  }

  /** True when the group as it is now will be here next time. */
  async keep() {
    if (!this.group) return false;
    if (!this.reports.size) return (this.forget(this.group), this.showKeep(), false);
    const reports = await Promise.all([...this.reports.values()].map((one) => this.textOf(one)));
    const fits = reports.reduce((sum, one) => sum + one.length, 0) <= ROOM && !record.isLong(this.one('#ww-board-name'));
    const name = record.fit(this.one('#ww-board-name').value.trim()) || words.groupName;
    const kept = this.group && fits && store.set('group', this.group, { name, at: Date.now(), asked: this.asked?.code ?? '', reports });
    if (!kept) this.keepFailed();
    this.showKeep();
    return kept;
  }

  /** What was kept before stays. */
  keepFailed() {
    const { memory, keyOf } = store.raw;
    memory.delete(keyOf('group', this.group));
    const before = store.get('group', this.group) !== null;
    this.tell(words[before ? 'keepOlder' : 'keepTooLarge'], '.ww-board-tools');
    if (!before) this.group = '';
  }

  /** A report as a code, which takes less room, or as it is. */
  async textOf(one) {
    if (this.codes.get(one.id)?.one !== one) {
      const code = await form.encode(one);
      this.codes.set(one.id, { one, text: code.ok ? code.code : JSON.stringify(one) });
    }
    return this.codes.get(one.id).text;
  }

  forget(id) {
    if (id === this.group) this.group = '';
    store.forget('group', id);
  }

  do_wipe() {
    this.forget(this.group);
    this.showKeep();
    this.tell(words.wiped, '.ww-board-tools');
    this.one('#ww-board-keep').focus();
  }

  showKeep() {
    this.one('#ww-board-keep').checked = Boolean(this.group);
    this.one('.ww-board-wipe').hidden = !this.group;
  }

  showKept() {
    const all = store
      .entries('group')
      .filter(([id]) => id !== this.group)
      .sort(([, a], [, b]) => b.at - a.at);
    this.one('.ww-board-kept').hidden = !all.length;
    this.one('.ww-board-kept ul').replaceChildren(...all.map(([id, kept]) => this.keptRow(id, kept)));
  }

  keptRow(id, { name, at, reports }) {
    const said = say('keptLine', { name, reports: counted(reports.length), date: date(at) });
    const buttons = [
      ['open', 'openName'],
      ['wipeKept', 'wipeName'],
    ].map(([act, word]) => {
      const button = make('button', 'ww-button ww-button--quiet', say(word, { name }));
      button.type = 'button';
      Object.assign(button.dataset, { do: act, id });
      return button;
    });
    return make('li', '', make('span', '', said), ' ', ...buttons);
  }

  async do_open({ dataset: { id } }) {
    const kept = store.get('group', id);
    const read = await Promise.all(kept.reports.map((one) => form.read(one)));
    const asked = kept.asked ? await assignment.decode(kept.asked) : { ok: false };
    this.empty();
    this.group = id;
    this.asked = asked.ok ? asked : null;
    for (const { report } of read.filter(({ ok }) => ok)) board.add(this.reports, report);
    this.one('#ww-board-name').value = kept.name;
    const lost = read.filter(({ ok }) => !ok).length;
    this.showRefused([]);
    this.show();
    this.showKeep();
    this.showKept();
    this.tell(say(lost ? 'openedPart' : 'opened', { reports: counted(this.reports.size), count: lost }));
    this.one('#ww-board-files').focus();
  }

  do_wipeKept({ dataset: { id } }) {
    this.forget(id);
    this.tell(words.wipedKept);
    this.one('#ww-board-files').focus();
  }
}

customElements.define('ww-board', Board);
