/* Draws the questions of a module's test. What was drawn, and when, is kept: a reload shows the same test. */

import { digest } from '../../browser/base/digest.js';
import { say } from '../../browser/base/words.js';
import { record, store } from '../../browser/course/index.js';
import { draw } from './draw.js';

class ModuleTest extends HTMLElement {
  connectedCallback() {
    if (this.life) return;
    this.life = new AbortController();
    this.addEventListener('click', ({ target }) => target.closest('[data-do=again]') && this.again(), { signal: this.life.signal });
    this.items = [...this.querySelectorAll('.ww-moduletest-item')];
    this.querySelector('.ww-moduletest-plain').hidden = true;
    for (const part of this.querySelectorAll('.ww-moduletest-drawn, .ww-moduletest-again')) part.hidden = false;
    this.show(this.kept() ?? this.fresh());
  }

  disconnectedCallback() {
    if (!this.life) return;
    this.life.abort();
    this.life = null;
    for (const item of this.items) item.hidden = item.firstElementChild.nextElementSibling.hidden = false;
  }

  get note() {
    return `toets-${this.dataset.module}`;
  }

  /** `[[id, since]]` of the test that is under way, or null when it was never drawn or does not exist any more: an answer counts in
      the test from the time `since` on, by the times of that question alone, so that no clock can hide one. */
  kept() {
    const { drawn = '', at, since } = store.get('note', this.note)?.parts ?? {};
    const times = since?.split(' ');
    const all = drawn
      .split(' ')
      .map((id, index) => [id, Number(times?.[index]) || 0])
      .filter(([id]) => this.question(id));
    if (!all.length) return null;
    return times
      ? all
      : this.keep(
          all.map(([id]) => id),
          Number(at) || 0,
        );
  }

  /** Keeps which questions were drawn at the time `at`, and what was answered before that. */
  keep(ids, at) {
    const all = ids.map((id) => {
      const last = record.answer(id, this.question(id).dataset.was?.split(' '))?.answer.at ?? -1;
      return [id, last < at ? last + 1 : 0];
    });
    store.set('note', this.note, {
      parts: { drawn: ids.join(' '), at: String(at), since: all.map(([, since]) => since).join(' ') },
      at: Date.now(),
    });
    return all;
  }

  fresh() {
    const items = this.items.map((item) => {
      const { question, goal } = item.querySelector('ww-question').dataset;
      return { id: question, chapter: item.dataset.chapter, goal, at: record.answer(question)?.answer.at ?? 0 };
    });
    const at = Date.now();
    const ids = draw(items, Number(this.dataset.draw), (item) => digest(`${record.seed()} ${at} ${item.id}`)).map((item) => item.id);
    return this.keep(ids, Math.max(at, ...items.map((item) => item.at + 1)));
  }

  again() {
    this.fresh();
    location.reload();
  }

  question(id) {
    return this.querySelector(`ww-question[data-question="${CSS.escape(id)}"]`);
  }

  show(drawn) {
    const since = new Map(drawn);
    for (const item of this.items) {
      const question = item.querySelector('ww-question');
      const id = question.dataset.question;
      item.hidden = question.hidden = !since.has(id);
      question.dataset.since = since.get(id) ?? 0;
    }
    this.items
      .filter((item) => !item.hidden)
      .forEach((item, index) => {
        item.querySelector('.ww-number').textContent = say('testNumber', { number: index + 1, total: drawn.length });
      });
  }
}

customElements.define('ww-moduletest', ModuleTest);
