/* What a report is made of: the record, item by item. */

import { items } from '../assignment/index.js';
import { record, store } from '../course/index.js';
import { profile } from './report.js';

/** What stands in the record of these items (`look` of items.js); of the whole course when there are none. */
export function gather(refs) {
  const { course, questions } = items;
  const asked = refs ?? [
    ...course.chapters.map((chapter) => chapter.id),
    ...['casus', 'scan'].flatMap((kind) => course[kind].map((one) => `${kind}:${one.id}`)),
  ];
  const all = asked.map(items.look).filter((item) => item.known);
  const chapters = all.filter((item) => item.chapter);
  const wanted = [
    ...chapters.flatMap(({ chapter }) =>
      chapter.trail
        .split(' ')
        .filter(Boolean)
        .map((trail) => questions.get(trail.split(':')[0])),
    ),
    ...all.map((item) => item.question).filter(Boolean),
  ];
  const given = [...new Set(wanted)]
    .map((question) => ({ question, ...record.standing(question.id, question.hash, question.was) }))
    .filter(({ state }) => state === 'current');
  const open = given.filter(({ question, answer }) => !question.of && answer.response?.text?.trim?.());
  const of = (kind) =>
    all
      .filter((item) => item.kind === kind)
      .map(({ id }) => [id, store.get(kind === 'casus' ? 'case' : kind, id)])
      .filter(([, kept]) => kept);
  return {
    chapters: Object.fromEntries(chapters.map((item) => [item.id, chapterOf(items.stateOf(item))])),
    answers: Object.fromEntries(
      given
        .filter(({ question, answer }) => question.of && (answer.attempts || answer.shown))
        .map((one) => [one.question.id, answerOf(one)]),
    ),
    texts: Object.fromEntries(open.map(({ question, answer }) => [question.id, answer.response.text])),
    scans: Object.fromEntries(
      of('scan')
        .filter(([, kept]) => kept.takes.length)
        .map(([id_, kept]) => [
          id_,
          profile(
            course.scan.find((one) => one.id === id_),
            kept.takes.at(-1),
          ),
        ]),
    ),
    cases: Object.fromEntries(of('casus').map(([id_, { ending, path }]) => [id_, { ending, path }])),
  };
}

const chapterOf = ({ state, answered, total }) => ({ state, done: answered, total });

function answerOf({ question, answer: { hash, points, of, attempts, hints, confidence, response: chosen } }) {
  return { hash, points: Math.min(points, of), of, attempts, hints, confidence, response: question.typed ? null : chosen };
}

/** When a report is made: now, and after the last one even when the clock was put back, for the newest counts. */
export function moment() {
  const at = Math.max(Date.now(), (store.get('learner', 'report') ?? 0) + 1);
  store.set('learner', 'report', at);
  return at;
}
