/* A report: what a reader chooses to show a trainer, as a file or a code. No DOM. Who reads one (the trainer's board) uses `read`.

   JSON:
     format: 'werkwijzer-rapport', v: 1, course: the course's id, at: milliseconds
     id: 16 hexadecimal digits, the same for the same browser and name (as `plain` has it; reports of 2026 may have it as it was typed,
         in small letters), so that of two reports of one person the newest counts; they say nothing about either
     name: what the reader typed ('' for none; it is not kept in the record)
     assignment: {id, title}, left out when the report is about the whole course
     chapters: {chapterId: {state: none|busy|done|changed, done, total}}       questions answered, of how many
     answers: {questionId: {hash, points, of, attempts, hints, confidence, response}}   scored questions that were tried;
         response holds ids of options only (a text, a truth value, a list or a group of those), null where an answer is typed
     texts: {questionId: text}                  open answers that the reader ticked
     scans: {scanId: {dimensionId: average}}    only when the reader ticked it
     cases: {caseId: {ending, path: [nodeId, …]}}
   Code: WR1.<JSON, deflated, base64url>.<checksum of that body>; WR2 where a browser cannot deflate. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { record, pack, pasted } = W;
  const { rule, shape, group, list, text, number, oneOf, keys, time } = record;
  const HEAD = { format: 'werkwijzer-rapport', v: 1, course: W.course };
  const MOST = 8e6; // as much as a browser keeps of a record
  const CODE = 16000;
  const NAME = 60;

  // ---- Reading what somebody brings ----
  const like = (pattern) => rule((value) => typeof value === 'string' && pattern.test(value));
  const id = like(/^[a-z0-9-]{1,80}$/);
  const part = (value) => (value === null || typeof value === 'boolean' ? value : Array.isArray(value) ? list(20, id)(value) : id(value));
  const response = (value = null) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? group(20, part)(value) : part(value));
  const orNone = (each) => (value = {}) => each(value);
  const whole = (most) => rule((value) => Number.isInteger(value) && value >= 0 && value <= most, 0);
  const within = (less, more) => rule((value) => value[less] <= value[more]);
  const both = (first, then) => (value) => then(first(value));
  const rules = shape({
    at: time, id: like(/^[0-9a-f]{16}$/), name: text(NAME, ''),
    assignment: (value) => (value === undefined ? undefined : shape({ id: like(/^[0-9a-f]{8}$/), title: text(100) })(value)),
    chapters: orNone(group(200, both(shape({ state: oneOf('none', 'busy', 'done', 'changed'), done: whole(1000), total: whole(1000) }), within('done', 'total')))),
    answers: orNone(group(5000, both(shape({ hash: like(/^[0-9a-f]{10}$/), points: number(1000), of: number(1000), attempts: whole(1e6), hints: whole(100), confidence: oneOf(null, 'guess', 'doubt', 'sure'), response }), within('points', 'of')))),
    texts: orNone(group(1000, text(20000))),
    scans: orNone(group(50, group(40, number(1000)))),
    cases: orNone(group(50, shape({ ending: text(80, ''), path: list(40, like(/^[a-z0-9:.-]{1,161}$/)) }))),
  });
  const refuse = (word) => ({ ok: false, word });

  /** `{ok: true, report}` with only checked values in it, or `{ok: false, word}` that says why not. Takes a file's text or a code; never throws. */
  async function read(said) {
    if (typeof said !== 'string' || said.length > MOST) return refuse('reportTooLarge');
    return /^\s*[[{]/.test(said) ? readJson(said) : readCode(said);
  }

  async function readCode(said) {
    const { version, body } = [...pasted.codes(said, 'WR')].find((code) => code.version && code.body.length <= CODE && pack.checksum(code.body) === code.sum) ?? {};
    if (!body) return refuse('reportBroken');
    if (version > pack.LAST) return refuse('reportNewer');
    if (version === 1 && !pack.able) return refuse('reportUnsupported');
    try {
      const json = await pack.open(body, version);
      return json.length > MOST ? refuse('reportTooLarge') : readJson(json);
    } catch {
      return refuse('reportBroken');
    }
  }

  function readJson(json) {
    try {
      const value = JSON.parse(json);
      const word = refusal(keys(value), value);
      return word ? refuse(word) : { ok: true, report: { ...HEAD, ...rules(value) } };
    } catch {
      return refuse('reportBroken');
    }
  }

  function refusal(names, value) {
    if (!names.includes('format') || value.format !== HEAD.format) return 'reportBroken';
    if (value.course !== HEAD.course) return 'reportOther';
    if (value.v === HEAD.v) return null;
    return Number.isInteger(value.v) && value.v > HEAD.v ? 'reportNewer' : 'reportBroken';
  }

  // ---- Making one ----
  const hex = (said) => record.digest(said).toString(16).padStart(8, '0');
  const who = (seed, name) => `${hex(`${seed} rapport ${name}`)}${hex(`${name} rapport ${seed}`)}`;

  /** A name as it tells people apart: small letters, one kind of apostrophe and dash, single spaces, nothing that cannot be seen. */
  const plain = (name) => W.seen(name).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

  const pick = (from, ids) => Object.fromEntries(ids.filter((one) => Object.hasOwn(from, one)).map((one) => [one, from[one]]));

  /** The report about `held` (as `gather` gives it). `choice`: `{name, assignment: {id, title} or null, texts: [question ids], scans: true or false}`. */
  function make(held, choice, { at = Date.now(), seed = record.seed() } = {}) {
    const name = record.fit(choice.name.trim());
    return {
      ...HEAD, at, id: who(seed, plain(name)), name, ...(choice.assignment && { assignment: choice.assignment }),
      chapters: held.chapters, answers: held.answers, texts: pick(held.texts, choice.texts), scans: choice.scans ? held.scans : {}, cases: held.cases,
    };
  }

  /** When a report is made: now, and after the last one even when the clock was put back, for the newest counts. */
  function moment() {
    const at = Math.max(Date.now(), (W.store.get('learner', 'report') ?? 0) + 1);
    W.store.set('learner', 'report', at);
    return at;
  }

  /** `{ok: true, code}` or `{ok: false, word}`. */
  async function encode(report) {
    const [number, body] = await pack.packed(JSON.stringify(report));
    return body.length > CODE ? refuse('reportCodeTooLarge') : { ok: true, code: `WR${number}.${body}.${pack.checksum(body)}` };
  }

  /** What stands in the record of these items (`look` of items.js); of the whole course when there are none. */
  function gather(refs) {
    const { store, items } = W;
    const { course, questions } = items;
    const asked = refs ?? [...course.chapters.map((chapter) => chapter.id), ...['casus', 'scan'].flatMap((kind) => course[kind].map((one) => `${kind}:${one.id}`))];
    const all = asked.map(items.look).filter((item) => item.known);
    const chapters = all.filter((item) => item.chapter);
    const wanted = [...chapters.flatMap(({ chapter }) => chapter.trail.split(' ').filter(Boolean).map((trail) => questions.get(trail.split(':')[0]))), ...all.map((item) => item.question).filter(Boolean)];
    const given = [...new Set(wanted)].map((question) => ({ question, ...record.standing(question.id, question.hash, question.was) })).filter(({ state }) => state === 'current');
    const open = given.filter(({ question, answer }) => !question.of && answer.response?.text?.trim?.());
    const of = (kind) => all.filter((item) => item.kind === kind).map(({ id }) => [id, store.get(kind === 'casus' ? 'case' : kind, id)]).filter(([, kept]) => kept);
    return {
      chapters: Object.fromEntries(chapters.map((item) => [item.id, chapterOf(items.stateOf(item))])),
      answers: Object.fromEntries(given.filter(({ question, answer }) => question.of && (answer.attempts || answer.shown)).map((one) => [one.question.id, answerOf(one)])),
      texts: Object.fromEntries(open.map(({ question, answer }) => [question.id, answer.response.text])),
      scans: Object.fromEntries(of('scan').filter(([, kept]) => kept.takes.length).map(([id_, kept]) => [id_, profile(course.scan.find((one) => one.id === id_), kept.takes.at(-1))])),
      cases: Object.fromEntries(of('casus').map(([id_, { ending, path }]) => [id_, { ending, path }])),
    };
  }

  const chapterOf = ({ state, answered, total }) => ({ state, done: answered, total });

  function answerOf({ question, answer: { hash, points, of, attempts, hints, confidence, response: chosen } }) {
    return { hash, points: Math.min(points, of), of, attempts, hints, confidence, response: question.typed ? null : chosen };
  }

  /** The average per dimension of one take of a scan; `dimensions`: answer → dimension, `values`: what is chosen → number. */
  function profile({ dimensions = {}, values = {} }, { answers }) {
    const rated = Object.entries(answers).filter(([statement, said]) => Object.hasOwn(dimensions, statement) && Object.hasOwn(values, said));
    const sums = {};
    for (const [statement, said] of rated) (sums[dimensions[statement]] ??= []).push(values[said]);
    return Object.fromEntries(Object.entries(sums).map(([dimension, all]) => [dimension, Math.round((100 * all.reduce((sum, value) => sum + value, 0)) / all.length) / 100]));
  }

  W.report = { make, moment, encode, read, gather, profile, plain };
})();
