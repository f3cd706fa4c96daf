/* When a question comes back. Planned from what the record holds, so no page but home and Herhalen needs this.

   A question comes back when it was answered wrong, with a hint of doubt, or only looked up; not when it weighs and has no right answer. With a training ahead: three days before
   it, on its days, and 7 and 28 days after it. Without one: 7 and 28 days after the answer. A right and certain answer goes one step
   on, any other starts again. In the record, per question: `{stage, due, at}`; `due` is a day in milliseconds or 0 for never again, `at`
   the moment of the answer that it was planned from. An answer by a clock that ran ahead counts from the day on which that was first
   seen: `from`, a day's number, as long as its own day has not come. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { store, record } = W;
  const { dayNow, dayOf } = W.assignment;
  const DAY = 864e5;
  const BEFORE = 3;
  const AFTER = [7, 28];

  // ---- Rules, without the record ----
  const full = ({ points, of }) => points >= of;
  const certain = ({ confidence, shown }) => !shown && confidence !== 'guess' && confidence !== 'doubt';

  /** Whether an answer needs a second look: not right at once, or not certain. */
  const weak = (answer) => !full(answer) || !certain(answer) || answer.history.some((past) => !full(past));

  /** Whether everything that was tried after `since` was right and certain. */
  const strong = (answer, since) => full(answer) && certain(answer) && answer.history.every((past) => past.at <= since || full(past));

  /** The days, as numbers, on which a training asks for review. `days`: ['2027-03-11', …] */
  function moments(days) {
    if (!days.length) return [];
    const training = days.map(dayOf);
    return [training[0] - BEFORE, ...training, ...AFTER.map((step) => training.at(-1) + step)];
  }

  /** The day on which a question that was answered on `day` comes back; null for never. `trainings`: a list of lists of days. */
  function dueDay(day, stage, trainings) {
    const ahead = trainings.flatMap(moments).filter((moment) => moment > day);
    if (ahead.length) return Math.min(...ahead);
    return stage < AFTER.length ? day + AFTER[stage] : null;
  }

  /** What the record should hold for a question, given its answer and what it held; null when it need not come back. */
  function plan(answer, was, trainings, now = Date.now()) {
    if (!was && !weak(answer)) return null;
    const fresh = !was || answer.at > was.at;
    const stage = fresh ? (was && strong(answer, was.at) ? Math.min(was.stage + 1, 100) : 0) : was.stage;
    const from = answer.at > now ? (!fresh && was.from) || dayNow(now) : 0;
    return { stage, due: (dueDay(from || dayNow(answer.at), stage, trainings) ?? 0) * DAY, at: answer.at, ...(from && { from }) };
  }

  // ---- The record ----
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
    const trainings = (await W.items.accepted()).map(({ assignment }) => assignment.days);
    const all = W.items.course.chapters.flatMap(({ trail }) => trail.split(' ').filter(Boolean)).map((trail) => planned(W.items.questions.get(trail.split(':')[0]), trainings));
    return all.filter(Boolean).sort((a, b) => a.day - b.day);
  }

  /** How many minutes that many questions take. */
  const minutesFor = (count) => Math.ceil(count * 1.25);

  W.planning = { weak, strong, moments, dueDay, plan, review, minutesFor };
})();
