/* What the reader should see again, from what the record holds. Only home and Herhalen need this; the rules stand in `rules.js`. */

import { items } from '../assignment/index.js';
import { DAY } from '../base/days.js';
import { record, store } from '../course/index.js';
import { plan } from './rules.js';

function planned(question, trainings) {
  const { answer } = record.standing(question.id, question.hash, question.was);
  if (!answer || !question.of || question.weighed || !(answer.attempts || answer.shown)) return null;
  const was = store.get('review', question.id);
  const next = plan(answer, was, trainings);
  if (next && JSON.stringify(next) !== JSON.stringify(was)) store.set('review', question.id, next);
  return next?.due ? { question, day: next.due / DAY, stage: next.stage } : null;
}

/** Every question that comes back, first day first: `[{question, day, stage}]`. Brings the record up to date. */
async function review() {
  const trainings = (await items.accepted()).map(({ assignment }) => assignment.days);
  const all = items.course.chapters
    .flatMap(({ trail }) => trail.split(' ').filter(Boolean))
    .map((trail) => planned(items.questions.get(trail.split(':')[0]), trainings));
  return all.filter(Boolean).sort((a, b) => a.day - b.day);
}

/** How many minutes that many questions take. */
const minutesFor = (count) => Math.ceil(count * 1.25);

export const planning = { minutesFor, plan, review };
