/* When a question comes back. No DOM.

   A question comes back when it was answered wrong, with a hint of doubt, or only looked up; not when it weighs and has no right answer. With a training ahead: three days before
   it, on its days, and 7 and 28 days after it. Without one: 7 and 28 days after the answer. A right and certain answer goes one step
   on, any other starts again. In the record, per question: `{stage, due, at}`; `due` is a day in milliseconds or 0 for never again, `at`
   the moment of the answer that it was planned from. An answer by a clock that ran ahead counts from the day on which that was first
   seen: `from`, a day's number, as long as its own day has not come. */

import { DAY, dayNow, dayOf } from '../base/days.js';

const BEFORE = 3;
const AFTER = [7, 28];

const full = ({ points, of }) => points >= of;
const certain = ({ confidence, shown }) => !shown && confidence !== 'guess' && confidence !== 'doubt';

/** Whether an answer needs a second look: not right at once, or not certain. */
export const weak = (answer) => !full(answer) || !certain(answer) || answer.history.some((past) => !full(past));

/** Whether everything that was tried after `since` was right and certain. */
export const strong = (answer, since) => full(answer) && certain(answer) && answer.history.every((past) => past.at <= since || full(past));

/** The days, as numbers, on which a training asks for review. `days`: ['2027-03-11', …] */
export function moments(days) {
  if (!days.length) return [];
  const training = days.map(dayOf);
  return [training[0] - BEFORE, ...training, ...AFTER.map((step) => training.at(-1) + step)];
}

/** The day on which a question that was answered on `day` comes back; null for never. `trainings`: a list of lists of days. */
export function dueDay(day, stage, trainings) {
  const ahead = trainings.flatMap(moments).filter((moment) => moment > day);
  if (ahead.length) return Math.min(...ahead);
  return stage < AFTER.length ? day + AFTER[stage] : null;
}

/** What the record should hold for a question, given its answer and what it held; null when it need not come back. */
export function plan(answer, was, trainings, now = Date.now()) {
  if (!was && !weak(answer)) return null;
  const fresh = !was || answer.at > was.at;
  const stage = fresh ? (was && strong(answer, was.at) ? Math.min(was.stage + 1, 100) : 0) : was.stage;
  const from = answer.at > now ? (!fresh && was.from) || dayNow(now) : 0;
  return { stage, due: (dueDay(from || dayNow(answer.at), stage, trainings) ?? 0) * DAY, at: answer.at, ...(from && { from }) };
}
