/* What the stored things mean. Every value is checked and built anew on each read, as if a stranger had sent it. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { store } = W;
  const LONG = 20000;
  const LONE = /\p{Surrogate}/gu;

  /** The word `name` of the catalogue, its {names} filled in. */
  W.say = (name, fill = {}) => W.words[name].replace(/\{(\w+)\}/g, (all, key) => fill[key] ?? all);
  /** 22 november 2026; of something that was kept: what a clock that ran ahead put in the future counts as now. */
  W.date = (ms) => new Date(Math.min(ms, Date.now())).toLocaleDateString('nl-NL', { dateStyle: 'long' });

  // A rule returns a clean value or throws; `plain` stands in for a value that is not there.
  const bad = () => { throw new TypeError('not a record'); };
  const rule = (fits, plain) => (value = plain) => (fits(value) ? value : bad());
  const number = (most) => rule((value) => typeof value === 'number' && value >= 0 && value <= most, 0);
  // Any clock: times say what came after what, also when they lie in the future (`store.set`), so they are kept as they are.
  const time = rule((value) => Number.isInteger(value) && value >= 0);
  const text = (most, plain) => rule((value) => typeof value === 'string' && value.length <= most && value.search(LONE) < 0, plain);
  const oneOf = (...values) => rule((value) => values.includes(value), values[0]);
  const list = (most, each) => (value = []) => (Array.isArray(value) && value.length <= most ? value.map((item) => each(item)) : bad());
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  // Keys such as __proto__ do not pass; sorted, so that equal values have equal JSON.
  function keys(value, most = 40) {
    const found = isObject(value) ? Object.keys(value).sort() : bad();
    return found.length <= most && found.every((key) => /^[a-z0-9-]{1,80}$/.test(key)) ? found : bad();
  }

  const group = (most, each) => (value) => {
    const clean = Object.create(null);
    for (const key of keys(value, most)) clean[key] = each(value[key]);
    return clean;
  };

  const shape = (rules) => (value) => keys(value) && Object.fromEntries(Object.entries(rules).map(([key, each]) => [key, each(value[key])]));

  const names = list(20, text(100));
  const part = (value = null) => {
    if (value === null || typeof value === 'boolean') return value;
    return Array.isArray(value) ? names(value) : text(LONG)(value);
  };
  const parts = group(20, part);
  const score = { points: number(1000), of: number(1000), hash: rule((value) => /^[0-9a-f]{10}$/.test(text(10)(value))), at: time };
  const result = shape(score);
  const rules = {
    answer: shape({
      response: (value) => (isObject(value) ? parts(value) : part(value)), ...score, attempts: number(1e6), hints: number(100),
      confidence: oneOf(null, 'guess', 'doubt', 'sure'), shown: oneOf(false, true), history: list(10, result), text: text(LONG, ''),
    }),
    chapter: shape({ opened: time, at: time }),
    note: shape({ parts: group(20, text(LONG)), at: time }),
    learner: number(1e15),
    scan: shape({ takes: list(12, shape({ answers: group(400, text(100)), at: time })), at: time }),
    case: shape({ path: list(40, text(161)), ending: text(80, ''), runs: number(1e6), at: time }),
    review: (value) => {
      const { from, ...plan } = shape({ stage: number(100), due: rule(Number.isInteger), at: time, from: rule(Number.isInteger, 0) })(value);
      return from ? { ...plan, from } : plan;
    },
    assignment: shape({ code: text(6000), at: time }),
  };
  for (const kind of Object.keys(rules)) store.check(kind, rules[kind]);
  if (store.raw.keys().some((key) => key.startsWith(store.raw.keyOf('aside', '')))) W.seldom('mend');

  /** Learner's text as it is kept: whole, but for half characters. */
  const fit = (said) => said.replace(LONE, '');

  /** Whether there is too much in a text field to keep it. A field that takes less says so itself. */
  const isLong = ({ value, dataset }) => value.length > (dataset.most ?? LONG);
  const longIn = (place) => [...place.querySelectorAll('textarea, [type="text"]')].find(isLong);

  /** `{answer, from}`: under the question's own id, else the newest under an earlier id; or null. */
  function answer(id, was = []) {
    const found = [id, ...was].map((from) => ({ from, answer: store.get('answer', from) })).filter((item) => item.answer);
    if (found[0]?.from !== id) found.sort((a, b) => b.answer.at - a.answer.at);
    return found[0] ?? null;
  }

  /** True when it will survive this page. What is missing gets its plain value; throws when a text is too long, which fields say before. */
  function saveAnswer(id, value) {
    const tidy = JSON.parse(JSON.stringify(value), (key, item) => (typeof item === 'string' ? fit(item) : item));
    const kept = store.set('answer', id, rules.answer({ at: Date.now(), ...tidy, history: tidy.history?.slice(-10) }));
    if (kept) persist();
    return kept;
  }

  /** `{state: 'none' | 'current' | 'changed', answer, from}` */
  function standing(id, hash, was) {
    const found = answer(id, was) ?? { answer: null, from: null };
    const state = found.answer?.hash === hash ? 'current' : 'changed';
    return { state: found.answer ? state : 'none', ...found };
  }

  /** How far somebody is with the questions of a trail (`id:hash:points:was,was …`): a state and counts. */
  function status(trail, { pass = 70, opened = false } = {}) {
    const sum = { state: opened ? 'busy' : 'none', right: 0, of: 0, answered: 0, total: 0, points: 0, max: 0 };
    const states = trail.split(' ').filter(Boolean).map((item) => tally(sum, item.split(':')));
    if (states.includes('current')) sum.state = 'busy';
    if (sum.total && sum.answered === sum.total && sum.points * 100 >= pass * sum.max) sum.state = 'done';
    if (states.includes('changed')) sum.state = 'changed';
    return sum;
  }

  function tally(sum, [id, hash, worth, was]) {
    const { state, answer: given } = standing(id, hash, was ? was.split(',') : []);
    const most = Number(worth);
    const scored = most > 0;
    sum.total += 1;
    sum.max += most;
    sum.of += scored;
    if (state !== 'current') return state;
    const points = Math.min(given.points, most);
    sum.answered += scored ? given.attempts > 0 || given.shown : Boolean(given.response?.text?.trim?.());
    sum.points += points;
    sum.right += scored && points === most;
    return state;
  }

  /** Once made, the same for ever, so that a shuffle is. */
  function seed() {
    const known = store.get('learner', 'seed');
    if (known !== null) return known;
    const fresh = crypto.getRandomValues(new Uint32Array(1))[0];
    store.set('learner', 'seed', fresh);
    return fresh;
  }

  /** FNV-1a, 32 bits. */
  const digest = (said) => Array.from(said).reduce((hash, sign) => Math.imul(hash ^ sign.codePointAt(0), 0x01000193), 0x811c9dc5) >>> 0;

  /** The items in an order that depends on the learner and `key` only. */
  function shuffle(items, key) {
    const ranked = items.map((item, index) => [digest(`${seed()} ${key} ${index} ${key}`), item]);
    return ranked.sort(([a], [b]) => a - b).map(([, item]) => item);
  }

  /** Asks the browser, once, not to drop the record when it needs room. */
  function persist() {
    if (store.get('learner', 'persist') !== null) return;
    store.set('learner', 'persist', 1);
    navigator.storage?.persist?.().catch(() => {});
  }

  W.record = { answer, saveAnswer, standing, status, seed, shuffle, persist, fit, isLong, longIn, LONG, rules, shape, group, keys, time, result, digest, rule, number, text, list, oneOf, parts };
})();
