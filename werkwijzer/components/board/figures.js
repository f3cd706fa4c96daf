/* What the reports of a group add up to: pure functions over reports (as report.js reads them) and the course. No DOM.

   An answer counts when its question is still the same here: same hash, same points. Else the question is `changed` for that person.
   States: none, busy, done, changed, and unknown for what a report cannot tell (not shared, or a report about something else). */

import { readings } from '../../browser/base/pasted.js';
import { plain } from '../../browser/base/plain.js';

const FEW = 5; // a scan is shown from this many people on
const ORDER = ['none', 'unknown', 'busy', 'changed', 'done'];
const own = (group, key) => (Object.hasOwn(group, key) ? group[key] : null);
const count = (all, fits) => all.reduce((sum, one) => sum + Boolean(fits(one)), 0);
const total = (all, value) => all.reduce((sum, one) => sum + value(one), 0);
const share = ({ points, of }) => (of ? points / of : 1);

// ---- What somebody hands in ----
// A code may be broken over lines; what stands before and behind it is no part of it.
const CODES = /(?<![\w-])W[RO]\d{1,3}\.(?:[\w\s-]{1,40000}\.(?:\s*[0-9a-f]){8}|\S*)/g;

/** The codes of reports and assignments in what was dropped or pasted; all of it when it is a file or holds none. */
export function split(said) {
  const all = /^\s*[[{]/.test(said) ? [] : [...readings(said)].map((text) => text.match(CODES) ?? []);
  const most = all.reduce((best, found) => (found.length > best.length ? found : best), []);
  return most.length ? most : [said];
}

// FNV-1a from some state on, and back.
const onward = (state, said) => Array.from(said).reduce((hash, sign) => Math.imul(hash ^ sign.codePointAt(0), 0x01000193), state);
const back = (state, said) => Array.from(said).reduceRight((hash, sign) => Math.imul(hash, 0x359c449b) ^ sign.codePointAt(0), state);

/** What the first half of the id of a report would be had it been made of `plain` name. Ids of 2026 were made of the name as it was typed. */
const renamed = ({ id, name }, plain) => onward(back(parseInt(id.slice(0, 8), 16), name.toLowerCase()), plain);

/** Whether two reports are of one person: the same browser, and a name that looks the same. */
function isSame(one, other) {
  if (one.id === other.id) return true;
  const name = plain(one.name);
  if (name !== plain(other.name) || [one, other].every((report) => report.name.toLowerCase() === name)) return false;
  const [mine, theirs] = [one, other].map((report) => [parseInt(report.id.slice(0, 8), 16) | 0, renamed(report, name)]);
  return mine.some((mark) => theirs.includes(mark));
}

/** `reports` by id with `one` among them: of two of one person the newest stays; a time in the future (a clock that ran ahead)
 *  counts as now, so whatever comes after it is newer. Says 'added', 'replaced' or 'older'. */
export function add(reports, one, now = Date.now()) {
  const known = reports.get(one.id) ?? [...reports.values()].find((other) => isSame(one, other));
  if (known && known.at > one.at && !(known.at > now && one.at <= now)) return 'older';
  if (known) reports.delete(known.id);
  reports.set(one.id, one);
  return known ? 'replaced' : 'added';
}

// ---- The course, as these figures need it ----
/** What `sums` asks for: `items` (items.js), `texts` (texts.js) and, if there is one, the assignment that all this is about. */
export function course(items, texts, asked = null) {
  const chapters = items.course.chapters.map((chapter) => ({
    ...chapter,
    asked: questionsOf(items, chapter),
    goals: own(texts.chapters, chapter.id)?.goals ?? [],
  }));
  return { items, texts, asked, chapters, questions: chapters.flatMap((chapter) => chapter.asked) };
}

const questionsOf = (items, chapter) =>
  chapter.trail
    .split(' ')
    .filter(Boolean)
    .map((trail) => items.questions.get(trail.split(':')[0]));

/** What people were asked to do: the assignment; without one the chapters that the reports are about. */
function asks({ asked, chapters }, reports) {
  if (asked) return asked.assignment.parts.flatMap((part) => part.items);
  return chapters.map(({ id }) => id).filter((id) => reports.some((report) => own(report.chapters, id)));
}

// ---- One person ----
/** `{state: 'none' | 'changed' | 'current', answer}` */
function given(report, question) {
  const id = [question.id, ...question.was].find((one) => Object.hasOwn(report.answers, one));
  if (id === undefined) return { state: 'none', answer: null };
  const answer = report.answers[id];
  return { state: answer.hash === question.hash && answer.of === question.of ? 'current' : 'changed', answer };
}

/** The report with, for each scored question of the course, what was given. */
function person(report, { questions }) {
  const marks = new Map(questions.filter(({ of }) => of).map((question) => [question.id, given(report, question)]));
  return { report, marks };
}

const STATES = {
  chapter: ({ report, marks }, { id }, { chapters }) => {
    const [kept, chapter] = [own(report.chapters, id), chapters.find((one) => one.id === id)];
    if (!kept) return 'unknown';
    if (chapter.asked.some((question) => marks.get(question.id)?.state === 'changed')) return 'changed';
    if (kept.state !== 'none' && kept.total !== chapter.asked.length) return 'changed';
    return kept.state === 'done' && kept.done < kept.total ? 'busy' : kept.state;
  },
  vraag: ({ report, marks }, { question }) => {
    if (!question.of) return own(report.texts, question.id) === null ? 'unknown' : 'done';
    const { state } = marks.get(question.id);
    return state === 'current' ? 'done' : state;
  },
  casus: ({ report }, { id }) => {
    const kept = own(report.cases, id);
    return kept ? (kept.ending ? 'done' : 'busy') : 'none';
  },
  scan: ({ report }, { id }) => (own(report.scans, id) ? 'done' : 'unknown'),
};

/** A report about another assignment does not tell what was left undone. */
function stateOf(one, item, held) {
  if (!item.known) return 'unknown';
  const state = STATES[item.kind](one, item, held);
  const about = one.report.assignment;
  return state === 'none' && item.kind !== 'chapter' && about && about.id !== held.asked?.id ? 'unknown' : state;
}

function overall(states) {
  const known = states.filter((state) => state !== 'unknown');
  const all = (...some) => known.every((state) => some.includes(state));
  if (!known.length) return 'unknown';
  return ['none', 'done'].find((state) => all(state)) ?? (all('done', 'changed') ? 'changed' : 'busy');
}

function row(one, items, held) {
  const states = items.map((item) => stateOf(one, item, held));
  const { id, name, at, assignment } = one.report;
  return {
    id,
    name,
    at,
    about: assignment?.title ?? '',
    state: overall(states),
    states,
    done: count(states, (state) => state === 'done'),
    total: count(states, (state) => state !== 'unknown'),
  };
}

/** Who needs attention first. */
const urgent = (a, b) =>
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
  a.done / (a.total || 1) - b.done / (b.total || 1) ||
  a.name.localeCompare(b.name, 'nl') ||
  (a.id < b.id ? -1 : 1);

// ---- The group ----
const tally = (states) => Object.fromEntries(ORDER.map((name) => [name, count(states, (state) => state === name)]));

function goal([id, text], chapter, group, { texts }) {
  const asked = chapter.asked.filter((question) => question.of && own(texts.questions, question.id)?.[0] === id);
  const each = group.map(({ marks }) => reached(asked, marks, chapter.pass));
  const answered = each.filter((one) => one.of);
  return {
    id,
    text,
    chapter: chapter.id,
    people: answered.length,
    points: total(answered, (one) => one.points),
    of: total(answered, (one) => one.of),
    ...tally(each.map(({ state }) => state)),
  };
}

function reached(asked, marks, pass) {
  const all = asked.map((question) => ({ question, ...marks.get(question.id) }));
  const current = all.filter(({ state }) => state === 'current');
  const [points, of] = [total(current, ({ answer }) => answer.points), total(current, ({ answer }) => answer.of)];
  if (all.some(({ state }) => state === 'changed')) return { state: 'changed', points, of };
  const done = current.length === asked.length && points * 100 >= pass * of;
  return { state: current.length ? (done ? 'done' : 'busy') : 'none', points, of };
}

function figures(question, group, { texts }) {
  const marks = group.map((one) => one.marks.get(question.id));
  const tried = marks.filter(({ state, answer }) => state === 'current' && answer.attempts).map(({ answer }) => answer);
  const [good, wrong] = [tried.filter(({ points, of }) => points === of), tried.filter(({ points, of }) => points < of)];
  return {
    id: question.id,
    chapter: question.chapter.id,
    number: question.number,
    weighed: question.weighed,
    prompt: own(texts.questions, question.id)?.[1] ?? '',
    tried: tried.length,
    right: good.length,
    once: count(good, ({ attempts }) => attempts === 1),
    points: total(tried, ({ points }) => points),
    of: total(tried, ({ of }) => of),
    attempts: total(tried, ({ attempts }) => attempts),
    changed: count(marks, ({ state }) => state === 'changed'),
    sureWrong: count(wrong, ({ confidence }) => confidence === 'sure'),
    guessRight: count(good, ({ confidence }) => confidence === 'guess'),
    misses: misses(own(texts.questions, question.id)?.[2] ?? [], wrong),
  };
}

/** How the parts of a response are called in texts.js: `id`, `name=id`, and `id<id` for what stands before what. */
function signs(response) {
  if (typeof response === 'string') return [response];
  if (Array.isArray(response))
    return [...response, ...response.flatMap((first, place) => response.slice(place + 1).map((later) => `${first}<${later}`))];
  return Object.entries(response ?? {}).map(([name, value]) => `${name}=${value}`);
}

/** What was chosen and is wrong, the most chosen first. */
function misses(known, wrong) {
  const held = wrong.map(({ response }) => new Set(signs(response)));
  const counted = known.map(([sign, text, why]) => ({ text, why, count: count(held, (set) => set.has(sign)) }));
  return counted.filter((one) => one.count).sort((a, b) => b.count - a.count);
}

/** From five people on, how many lean to which value per dimension; below that only how many there are. */
function scan({ id, title, names = {}, values = {} }, group) {
  const profiles = group.map(({ report }) => own(report.scans, id)).filter(Boolean);
  if (profiles.length < FEW) return { id, title, people: profiles.length, dimensions: null };
  const scale = Object.entries(values).sort(([, a], [, b]) => a - b);
  const most = Math.max(...scale.map(([, value]) => value));
  const near = (average) => scale.reduce((best, word) => (Math.abs(word[1] - average) < Math.abs(best[1] - average) ? word : best))[0];
  const spread = (dimension) => {
    const all = profiles
      .map((profile) => own(profile, dimension))
      .filter((average) => average !== null && average <= most)
      .map(near);
    return scale.map(([word]) => ({ word, count: count(all, (one) => one === word) }));
  };
  return {
    id,
    title,
    people: profiles.length,
    dimensions: Object.entries(names).map(([dimension, name]) => ({ id: dimension, name, spread: spread(dimension) })),
  };
}

function outcome({ id, title }, group, { texts }) {
  const all = group.map(({ report }) => own(report.cases, id)).filter(Boolean);
  const endings = Object.entries(own(texts.cases, id) ?? {}).map(([ending, name]) => ({
    id: ending,
    title: name,
    count: count(all, (one) => one.ending === ending),
  }));
  return { id, title, people: all.length, busy: count(all, ({ ending }) => !ending), endings };
}

function written(question, group, { texts }) {
  const answers = group
    .map(({ report }) => ({ id: report.id, name: report.name, text: own(report.texts, question.id) ?? '' }))
    .filter(({ text }) => text.trim());
  return {
    id: question.id,
    chapter: question.chapter.id,
    number: question.number,
    prompt: own(texts.questions, question.id)?.[1] ?? '',
    answers,
  };
}

/** All figures of a group. `held` is what `course` gives. */
export function sums(reports, held) {
  const items = asks(held, reports).map(held.items.look);
  const group = reports.map((report) => person(report, held));
  const people = group.map((one) => row(one, items, held)).sort(urgent);
  return {
    people,
    states: tally(people.map(({ state }) => state)),
    items: items.map(({ ref, title, known }, index) => ({ ref, title, known, ...tally(people.map(({ states }) => states[index])) })),
    goals: held.chapters
      .flatMap((chapter) => chapter.goals.map((one) => goal(one, chapter, group, held)))
      .filter(({ people: some, changed }) => some || changed),
    questions: held.questions
      .filter(({ of }) => of)
      .map((question) => figures(question, group, held))
      .filter(({ tried, changed }) => tried || changed),
    scans: held.items.course.scan.map((one) => scan(one, group)).filter(({ people: some }) => some),
    cases: held.items.course.casus.map((one) => outcome(one, group, held)).filter(({ people: some }) => some),
    texts: held.questions
      .filter(({ of }) => !of)
      .map((question) => written(question, group, held))
      .filter(({ answers }) => answers.length),
  };
}

// ---- What stands out ----
export const lowest = ({ goals }) => [...goals].filter(({ people }) => people).sort((a, b) => share(a) - share(b));

/** Questions with one right answer, that most did not get right at once. */
export const hardest = ({ questions }, most = 10) =>
  questions
    .filter(({ tried, once, weighed }) => tried && once < tried && !weighed)
    .sort((a, b) => a.once / a.tried - b.once / b.tried || share(a) - share(b) || b.tried - a.tried)
    .slice(0, most);

export const most = ({ questions }, name) => questions.filter((one) => one[name] && !one.weighed).sort((a, b) => b[name] - a[name]);

/** What a trainer could do, each with its reason: `{kind, …}`; the page has the words. */
export function suggest(all, { texts, chapters }) {
  const people = all.people.length;
  const enough = Math.min(people, Math.max(2, Math.ceil(people / 4)));
  const waiting = all.states.none + all.states.busy;
  const low = lowest(all)
    .filter((one) => one.people >= enough && 100 * share(one) < chapters.find(({ id }) => id === one.chapter).pass)
    .slice(0, 3);
  const [missed] = all.questions
    .filter(({ misses: some, weighed }) => some[0]?.count >= enough && !weighed)
    .sort((a, b) => b.misses[0].count - a.misses[0].count);
  const [sure] = most(all, 'sureWrong').filter(({ sureWrong }) => sureWrong >= enough);
  const [talk] = [...all.texts].sort((a, b) => b.answers.length - a.answers.length).filter(({ answers }) => answers.length >= enough);
  const split_ = all.cases.find(({ endings }) => count(endings, (one) => one.count) > 1);
  const changed = count(all.people, ({ states }) => states.includes('changed'));
  return [
    waiting && { kind: 'remind', waiting, people },
    ...low.map((one) => ({ kind: 'goal', goal: one, formats: formats(texts, one.chapter), guide: own(texts.chapters, one.chapter).guide })),
    missed && { kind: 'miss', question: missed },
    sure && sure !== missed && { kind: 'sure', question: sure },
    talk && { kind: 'talk', question: talk },
    split_ && { kind: 'case', case: split_ },
    !low.length && all.goals.length > 0 && { kind: 'ready' },
    changed && { kind: 'changed', changed },
  ].filter(Boolean);
}

const formats = (texts, chapter) =>
  texts.formats
    .filter(([, , chapters]) => chapters.split(' ').includes(chapter))
    .slice(0, 3)
    .map(([id, name]) => ({ id, name }));

// ---- CSV, as RFC 4180 has it, but with the semicolons and decimal commas that a Dutch spreadsheet expects ----
/** A spreadsheet takes a cell that starts with one of these signs for a formula; an apostrophe stops that. */
const cell = (value) => {
  const said = typeof value === 'number' ? String(Math.round(value * 10) / 10).replace('.', ',') : String(value);
  const text = typeof value === 'number' ? said : said.replace(/^(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/, "'");
  return /[";\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};
export const csv = (rows) => rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('');
