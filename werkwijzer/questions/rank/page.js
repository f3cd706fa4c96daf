/* A judgement per option, beside a weighing that has a spread. */

import { say, words } from '../../browser/base/words.js';
import { kit, scoring } from '../../browser/quiz/index.js';

const rows = (el) => kit.all(el, '.ww-rank').map((row) => [row.dataset.option, row]);

/** Steps outside the spread: below 0 stricter, above 0 milder. */
const off = ([low, high], given) => Math.min(given - low, 0) + Math.max(given - high, 0);

const earned = (spread, given) => (/^[0-3]$/.test(given) ? Math.max(1 - Math.abs(off(spread, Number(given))), -1) : 0);

// An option can be two sentences long, and what is kept in words has room for all of them.
const begin = (text) => (text.length > 50 ? `${text.slice(0, 49)}…` : text);

const tag = (place, kind, text) => place.append(kit.verdict(kind, text));

/** Marks a judgement in its row, and in the item of the answer list that it is set beside. Returns how far off it was. */
function compare(row, item, spread) {
  const away = off(spread, Number(kit.value(row)));
  const kind = away ? 'wrong' : 'right';
  tag(item.querySelector('.ww-weighing'), kind, say('rankYours', { answer: kit.spoken(row) }));
  tag(item.querySelector('.ww-scale').children[kit.value(row)], kind, words.rankYou);
  tag(row.querySelector(':checked').labels[0], kind, words[away ? (away < 0 ? 'rankStricter' : 'rankMilder') : 'rankWithin']);
  return away;
}

export const type = {
  ...kit.many(rows, 'emptyRank'),
  words: (el) =>
    rows(el)
      .map(([, row]) => `${begin(row.querySelector('legend').textContent)}: ${kit.spoken(row)}`)
      .join('; '),
  score(key, response) {
    const spreads = Object.entries(key);
    const points = spreads.reduce((sum, [id, spread]) => sum + earned(spread, scoring.asText(response?.[id])), 0);
    return { points: Math.max(points, 0), of: spreads.length };
  },
  mark(el, key, response, shown) {
    const judged = rows(el).filter(([, row]) => kit.value(row));
    const apart = judged.flatMap(([id, row]) => kit.keyItems(el, [id]).filter((item) => compare(row, item, key[id])));
    // The answer list, once open, says it all.
    return shown || !apart.length ? [] : [...apart, el.querySelector('.ww-rank-note')];
  },
};
