/* The items of an assignment: what each is, where it stands, how far somebody is with it. Knows the course from catalogue.js. */

import { sayDay } from '../base/days.js';
import { know } from '../base/kinds.js';
import { more } from '../base/kinds-more.js';
import { say, words } from '../base/words.js';
import { record, store } from '../course/index.js';
import { decode, partTitle } from './assignment.js';

const QUESTION = 2; // minutes

know(store, more);

export const course = globalThis.Werkwijzer?.catalogue ?? { chapters: [], casus: [], scan: [] };
export const chapters = new Map(course.chapters.map((chapter) => [chapter.id, chapter]));
export const questions = new Map();
for (const chapter of course.chapters) {
  const [typed, weighed] = [chapter.typed, chapter.weighed].map((ids) => new Set(ids.split(' ')));
  chapter.trail
    .split(' ')
    .filter(Boolean)
    .forEach((trail, index) => {
      const [id, hash, of, was] = trail.split(':');
      questions.set(id, {
        id,
        hash,
        of: Number(of),
        was: was ? was.split(',') : [],
        trail,
        chapter,
        number: index + 1,
        typed: typed.has(id),
        weighed: weighed.has(id),
      });
    });
}
// A renamed question is found under its earlier names.
for (const question of [...questions.values()]) for (const id of question.was) if (!questions.has(id)) questions.set(id, question);

/** The address of a page of the course, as this page would link to it; the link to Mijn voortgang shows how addresses look here. */
export function href(path, place = '') {
  const link = document.querySelector('[data-ww="record"]')?.href ?? '';
  const at = link.lastIndexOf('voortgang');
  return at < 0 ? place : link.slice(0, at) + path + link.slice(at + 9) + place;
}

const KINDS = {
  vraag: (id) => {
    const question = questions.get(id);
    return (
      question && {
        title: say('itemQuestion', { number: question.number, title: question.chapter.title }),
        href: href(question.chapter.path, `#vraag-${question.id}`),
        minutes: QUESTION,
        question,
      }
    );
  },
  casus: (id) => other('casus', 'itemCase', id),
  scan: (id) => other('scan', 'itemScan', id),
};

function other(kind, word, id) {
  const found = course[kind].find((one) => one.id === id);
  return found && { title: say(word, { title: found.title }), href: found.path ? href(found.path) : '', minutes: found.minutes };
}

/** `{ref, kind, id, title, href, minutes}`; an item that the course does not hold (any more) has no minutes and no address. */
export function look(ref) {
  const [first, second] = ref.split(':');
  const [kind, id] = second === undefined ? ['chapter', first] : [first, second];
  const chapter = kind === 'chapter' && chapters.get(id);
  const found = chapter ? { title: chapter.title, href: href(chapter.path), minutes: chapter.minutes, chapter } : KINDS[kind]?.(id);
  return { ref, kind, id, known: Boolean(found), ...(found ?? { title: say('itemUnknown', { id }), href: '', minutes: 0 }) };
}

// ---- How far: none, busy, done or changed, and the minutes that are left ----
const left = (minutes, part) => Math.max(1, Math.ceil(minutes * (1 - part)));
const whole = (state, minutes) => ({ state, left: state === 'done' ? 0 : minutes });

function chapterState({ chapter, minutes }) {
  const opened = store.get('chapter', chapter.id) !== null;
  const sum = record.status(chapter.trail, { pass: chapter.pass, opened });
  return { ...sum, left: sum.state === 'done' ? 0 : left(minutes, sum.total ? sum.answered / sum.total : 0) };
}

function questionState({ question, minutes }) {
  const { state, answered } = record.status(question.trail, { pass: 0 });
  return whole(state === 'busy' && answered ? 'done' : state, minutes);
}

function caseState({ id, minutes }) {
  const kept = store.get('case', id);
  return whole(kept ? (kept.ending || kept.runs ? 'done' : 'busy') : 'none', minutes);
}

const scanState = ({ id, minutes }) => whole(store.get('scan', id)?.takes.length ? 'done' : 'none', minutes);

/** `{state, left}` of what `look` gave. */
export function stateOf(item) {
  if (!item.known) return { state: 'none', left: 0 };
  return { chapter: chapterState, vraag: questionState, casus: caseState, scan: scanState }[item.kind](item);
}

/** The parts of an assignment with their items, each with its state, and sums. */
export function standing(assignment) {
  const parts = assignment.parts.map(({ due, items }) => {
    const all = items.map(look).map((item) => ({ ...item, ...stateOf(item) }));
    return {
      due,
      items: all,
      minutes: sum(all, 'minutes'),
      left: sum(all, 'left'),
      done: all.filter(({ state }) => state === 'done').length,
    };
  });
  return {
    parts,
    left: sum(parts, 'left'),
    done: sum(parts, 'done'),
    total: parts.reduce((count, part) => count + part.items.length, 0),
    next: parts.find((part) => part.left) ?? null,
  };
}

const sum = (all, name) => all.reduce((total, one) => total + one[name], 0);

/** The reader's assignments: `[{id, code, assignment}]`, the one whose next day comes first on top. */
export async function accepted() {
  const read = await Promise.all(store.entries('assignment').map(async ([id, { code }]) => ({ ...(await decode(code)), id })));
  const last = ({ assignment }) => assignment.parts.at(-1).due;
  return read.filter(({ ok }) => ok).sort((a, b) => (last(a) < last(b) ? -1 : 1));
}

/** 45 minuten · 2 uur · 2 uur en 15 minuten */
export function sayMinutes(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return say(minutes === 1 ? 'minute' : 'minutes', { minutes });
  return rest ? say('hoursMinutes', { hours, minutes: rest }) : say('hours', { hours });
}

/** donderdag 11 en donderdag 18 maart 2027 */
export function sayDays(days) {
  const said = days.map((day) => sayDay(day));
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} ${words.and} ${said.at(-1)}`;
}

/** What a calendar gets: the training days and the deadlines. */
export function events(assignment, url) {
  const { key, title, days, parts, bring, note } = assignment;
  const items = (part) => part.items.map((ref) => `– ${look(ref).title}`).join('\n');
  const training = days.map((day, index) => ({
    uid: `${key}-dag-${index + 1}`,
    day,
    url,
    title: days.length > 1 ? say('eventDay', { title, day: index + 1 }) : title,
    text: [bring && say('eventBring', { bring }), note].filter(Boolean).join('\n\n'),
  }));
  const due = parts.map((part, index) => ({
    uid: `${key}-deel-${index + 1}`,
    day: part.due,
    url,
    title: say('eventDue', { title, part: partTitle(assignment, part.due) }),
    text: items(part),
  }));
  return [...training, ...due];
}
