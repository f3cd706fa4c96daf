/* Laying two records together, kind by kind: both devices end up with the same, in whatever order. No DOM. */

import { result } from '../base/kinds.js';

export const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const newer = (a, b) => (a.at === b.at ? JSON.stringify(a) > JSON.stringify(b) : a.at > b.at);
const bare = (value) => ({ ...value, history: [] });
const share = ({ points, of }) => (of ? points / of : 0);

/** At most ten results, oldest first, each once; the best one is never dropped. */
function newest(results) {
  const all = [...new Map(results.map((item) => [JSON.stringify(item), item])).values()].sort((a, b) => (newer(a, b) ? 1 : -1));
  const late = all.slice(-10);
  const best = all.reduce((top, item) => (top && share(top) >= share(item) ? top : item), null);
  return !best || late.includes(best) ? late : [best, ...late.slice(1)];
}

const JOIN = {
  answer(mine, theirs) {
    const [first, last] = newer(bare(mine), bare(theirs)) ? [mine, theirs] : [theirs, mine];
    const past = equal(bare(mine), bare(theirs)) ? [] : [result(last)];
    return { ...first, history: newest([...mine.history, ...theirs.history, ...past]) };
  },
  chapter: (mine, theirs) => ({ opened: Math.min(mine.opened, theirs.opened), at: Math.max(mine.at, theirs.at) }),
  scan: (mine, theirs) => ({ takes: takes([...mine.takes, ...theirs.takes]), at: Math.max(mine.at, theirs.at) }),
};
const later = (mine, theirs) => (newer(mine, theirs) ? mine : theirs);

/** At most twelve takes of a scan, oldest first, each once; the first one stays, for it is what the last is laid beside. */
function takes(all) {
  const sorted = [...new Map(all.map((take) => [JSON.stringify(take), take])).values()].sort((a, b) => (newer(a, b) ? 1 : -1));
  return sorted.length > 12 ? [sorted[0], ...sorted.slice(-11)] : sorted;
}

/** What `mine` and `theirs` become together. */
export const joined = (kind, mine, theirs) => (JOIN[kind] ?? later)(mine, theirs);

/** How their answer to a question stands to mine: new, newer, older or same. */
export function compare(mine, theirs) {
  if (!mine) return 'new';
  if (equal(bare(mine), bare(theirs))) return 'same';
  return newer(bare(theirs), bare(mine)) ? 'newer' : 'older';
}
