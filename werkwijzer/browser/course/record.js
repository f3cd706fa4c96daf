/* What the stored things mean. */

import { digest } from '../base/digest.js';
import { know, rules } from '../base/kinds.js';
import { fit, LONG } from '../base/rules.js';
import { seldom, store } from './store.js';

know(store, rules);
if (store.raw.keys().some((key) => key.startsWith(store.raw.keyOf('aside', '')))) seldom('mend');

/** Whether there is too much in a text field to keep it. A field that takes less says so itself. */
export const isLong = ({ value, dataset }) => value.length > (dataset.most ?? LONG);
export const longIn = (place) => [...place.querySelectorAll('textarea, [type="text"]')].find(isLong);

/** `{answer, from}`: under the question's own id, else the newest under an earlier id; or null. */
export function answer(id, was = []) {
  const found = [id, ...was].map((from) => ({ from, answer: store.get('answer', from) })).filter((item) => item.answer);
  if (found[0]?.from !== id) found.sort((a, b) => b.answer.at - a.answer.at);
  return found[0] ?? null;
}

/** True when it will survive this page. What is missing gets its plain value; throws when a text is too long, which fields say before. */
export function saveAnswer(id, value) {
  const tidy = JSON.parse(JSON.stringify(value), (key, item) => (typeof item === 'string' ? fit(item) : item));
  const kept = store.set('answer', id, rules.answer({ at: Date.now(), ...tidy, history: tidy.history?.slice(-10) }));
  if (kept) persist();
  return kept;
}

/** `{state: 'none' | 'current' | 'changed', answer, from}` */
export function standing(id, hash, was) {
  const found = answer(id, was) ?? { answer: null, from: null };
  const state = found.answer?.hash === hash ? 'current' : 'changed';
  return { state: found.answer ? state : 'none', ...found };
}

/** How far somebody is with the questions of a trail (`id:hash:points:was,was …`): a state and counts. */
export function status(trail, { pass = 70, opened = false } = {}) {
  const sum = { state: opened ? 'busy' : 'none', right: 0, of: 0, answered: 0, total: 0, points: 0, max: 0 };
  const states = trail
    .split(' ')
    .filter(Boolean)
    .map((item) => tally(sum, item.split(':')));
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
export function seed() {
  const known = store.get('learner', 'seed');
  if (known !== null) return known;
  const fresh = crypto.getRandomValues(new Uint32Array(1))[0];
  store.set('learner', 'seed', fresh);
  return fresh;
}

/** The items in an order that depends on the learner and `key` only. */
export function shuffle(items, key) {
  const ranked = items.map((item, index) => [digest(`${seed()} ${key} ${index} ${key}`), item]);
  return ranked.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** Asks the browser, once, not to drop the record when it needs room. */
export function persist() {
  if (store.get('learner', 'persist') !== null) return;
  store.set('learner', 'persist', 1);
  navigator.storage?.persist?.().catch(() => {});
}
