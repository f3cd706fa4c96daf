/* Deel je voortgang: shows what a report holds, and hands it over as a file, a code or paper. The name is not kept. */

import { items } from '../../browser/assignment/index.js';
import { stampOf } from '../../browser/base/days.js';
import { all, make } from '../../browser/base/dom.js';
import { copy, download, tell } from '../../browser/base/share.js';
import { named, say, words } from '../../browser/base/words.js';
import { date, record, showGoals, store } from '../../browser/course/index.js';
import { report as form } from '../../browser/reports/index.js';

class Report extends HTMLElement {
  connectedCallback() {
    this.life?.abort();
    this.life = new AbortController();
    const { signal } = this.life;
    this.addEventListener('click', ({ target }) => this.act(target.closest('[data-do]')), { signal });
    this.addEventListener('input', () => this.show(), { signal });
    signal.addEventListener(
      'abort',
      store.on(() => {
        cancelAnimationFrame(this.due);
        this.due = requestAnimationFrame(() => this.start());
      }),
    );
    this.reveal(true);
    this.start();
  }

  disconnectedCallback() {
    this.life?.abort();
    this.reveal(false);
  }

  one(css) {
    return this.querySelector(css);
  }
  all(css) {
    return all(this, css);
  }

  reveal(on) {
    this.one('.ww-report-plain').hidden = on;
    this.one('.ww-report-body').hidden = !on;
  }

  /** The assignments to choose from; the first one is what most come for. */
  async start() {
    const list = this.one('#ww-report-about');
    const before = list.options.length > 1 ? list.value : null;
    this.assignments = new Map((await items.accepted()).map((read) => [read.id, read.assignment]));
    const options = [...this.assignments].map(([id, { title }]) => make('option', { value: id }, say('aboutAssignment', { title })));
    list.replaceChildren(...options, list.options[list.options.length - 1]);
    list.value = before !== null && (before === '' || this.assignments.has(before)) ? before : (options[0]?.value ?? '');
    this.show();
  }

  // ---- What it holds ----
  get choice() {
    const id = this.one('#ww-report-about').value;
    const texts = this.all('[data-open]:not([hidden]) input:checked').map((box) => box.value);
    const assignment = id ? { id, title: this.assignments.get(id).title } : null;
    return { name: this.one('#ww-report-name').value, assignment, texts, scans: this.one('#ww-report-scans').checked };
  }

  show() {
    const { id } = this.choice.assignment ?? {};
    this.held = form.gather(id ? this.assignments.get(id).parts.flatMap((part) => part.items) : null);
    this.offer();
    this.report = form.make(this.held, this.choice);
    this.showHead();
    for (const box of this.all('[data-chapter]')) this.showChapter(box);
    this.showRest();
    this.one('.ww-report-code').hidden = true;
  }

  /** What there is to tick: only what was written and done. */
  offer() {
    const { texts, scans } = this.held;
    for (const box of this.all('[data-open]')) {
      box.hidden = !Object.hasOwn(texts, box.dataset.open);
      if (box.hidden || box.querySelector('.ww-report-said')?.textContent === texts[box.dataset.open]) continue;
      box.querySelector('.ww-report-said')?.remove();
      box.append(make('p', 'ww-report-said', texts[box.dataset.open]));
    }
    this.one('.ww-report-texts').hidden = !Object.keys(texts).length;
    this.one('.ww-report-scans').hidden = !Object.keys(scans).length;
  }

  showHead() {
    const { name, at, assignment } = this.report;
    const about = assignment
      ? say('aboutAssignment', { title: assignment.title })
      : this.one('#ww-report-about').options[this.one('#ww-report-about').options.length - 1].text;
    const lines = [say('headName', { name: name || words.anonymous }), say('headAbout', { about }), say('headDate', { date: date(at) })];
    this.one('.ww-report-head').replaceChildren(...lines.map((text) => make('li', '', text)));
  }

  showChapter(box) {
    const chapter = Object.hasOwn(this.report.chapters, box.dataset.chapter) ? this.report.chapters[box.dataset.chapter] : null;
    const rows = [...box.querySelectorAll('[data-question]')];
    rows.forEach((row) => this.showQuestion(row));
    const any = rows.some((row) => !row.hidden);
    box.hidden = !any && !(chapter && (this.report.assignment || chapter.state !== 'none'));
    box.querySelector('.ww-report-questions').hidden = !any;
    box.querySelector('.ww-report-state').textContent = chapter
      ? say('chapterState', { ...chapter, state: named('state', chapter.state) })
      : '';
    box.querySelector('.ww-goals').hidden = !chapter || chapter.state === 'none';
    showGoals(box, Number(box.dataset.pass));
  }

  showQuestion(row) {
    const { answers, texts } = this.report;
    const id = row.dataset.question;
    const [answer, text] = [answers, texts].map((from) => (Object.hasOwn(from, id) ? from[id] : null));
    row.hidden = !answer && text === null;
    row.querySelector('dd').textContent = answer ? this.line(id, answer) : (text ?? '');
  }

  line(id, { points, of, attempts, hints, confidence, response }) {
    const { answer } = record.answer(id, items.questions.get(id).was);
    const said = [
      say('reportPoints', { points, of }),
      say('reportAttempts', { attempts }),
      hints && say('hints', { hints }),
      confidence && say('sureness', { level: words[confidence] }),
      response === null ? words.typed : answer?.text && say('reportChosen', { text: answer.text }),
    ];
    return said.filter(Boolean).join(' · ');
  }

  showRest() {
    const { cases, scans, answers, chapters } = this.report;
    const lines = (kind, ids, say) =>
      ids.map((id) => make('li', '', say(items.course[kind].find((one) => one.id === id)?.title ?? id, id)));
    this.fill(
      '.ww-report-cases',
      lines('casus', Object.keys(cases), (title, id) => say('caseLine', { title, count: cases[id].path.length })),
    );
    this.fill(
      '.ww-report-profile',
      Object.entries(scans).flatMap(([id, profile]) =>
        Object.entries(profile).map(([dimension, value]) => make('li', '', this.scanLine(id, dimension, value))),
      ),
    );
    const started = Object.values(chapters).some(({ state }) => state !== 'none');
    this.one('.ww-report-empty').hidden = started || Object.keys({ ...answers, ...cases, ...scans }).length > 0;
  }

  scanLine(id, dimension, value) {
    const title = items.course.scan.find((one) => one.id === id)?.names?.[dimension] ?? dimension;
    return say('scanLine', { dimension: title, value: value.toLocaleString('nl-NL') });
  }

  fill(css, rows) {
    this.one(css).hidden = !rows.length;
    this.one(`${css} ul`).replaceChildren(...rows);
  }

  // ---- Out ----
  act(button) {
    if (button) this[`do_${button.dataset.do}`]();
  }

  tell(text) {
    tell(this.one('.ww-status'), text);
  }

  /** Made at this moment, and later than the last one that was made here; null when the name is too long for it. */
  fresh() {
    const name = this.one('#ww-report-name');
    if (record.isLong(name)) {
      this.tell(words.shortenName);
      name.focus();
      return null;
    }
    this.show();
    this.report.at = form.moment();
    return this.report;
  }

  do_save() {
    const report = this.fresh();
    if (!report) return;
    download(`werkwijzer-rapport-${stampOf()}.json`, 'application/json', JSON.stringify(report, null, 1));
    this.tell(words.reportSaved);
  }

  async do_code() {
    const report = this.fresh();
    if (!report) return;
    const done = await form.encode(report);
    this.one('.ww-report-code').hidden = !done.ok;
    if (!done.ok) return this.tell(words[done.word]);
    this.tell('');
    this.one('#ww-report-code').value = done.code;
    this.one('#ww-report-code').select();
  }

  async do_copy() {
    const copied = await copy(this.one('#ww-report-code'));
    this.tell(words[copied ? 'reportCopied' : 'reportSelect']);
  }

  do_print() {
    if (this.fresh()) print();
  }
}

customElements.define('ww-report', Report);
