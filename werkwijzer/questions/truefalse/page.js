/* Judge a statement, and pick the reason where there are reasons. */

import { kit, scoring } from '../../browser/quiz/index.js';

const verdict = (el) => el.querySelector('.ww-field');
const reasons = (el) => el.querySelector('.ww-reasons');
export const type = {
  read: (el) => ({ verdict: { true: true, false: false }[kit.value(verdict(el))] ?? null, reason: kit.value(reasons(el)) || null }),
  empty(response, el) {
    if (response.verdict === null) return 'emptyVerdict';
    return reasons(el) && !response.reason ? 'emptyReason' : null;
  },
  write(el, response) {
    kit.fill(verdict(el), JSON.stringify(response?.verdict));
    if (reasons(el)) kit.fill(reasons(el), scoring.asText(response?.reason));
  },
  words: (el) => [verdict(el), reasons(el)].filter(Boolean).map(kit.spoken).join('; '),
  init: (el, signal) => el.shuffle('.ww-reasons .ww-options', signal),
  score(key, response) {
    const points = Number(response?.verdict === key.verdict);
    return key.reason === null ? { points, of: 1 } : { points: points + Number(response?.reason === key.reason), of: 2 };
  },
  mark(el, key, response, shown) {
    const items = (group) => `[data-group="${group}"] li`;
    const judged = kit.markOptions(el, verdict(el), [String(key.verdict)], { shown, items: items('verdict') });
    return reasons(el) ? [...judged, ...kit.markOptions(el, reasons(el), [key.reason], { shown, items: items('reason') })] : judged;
  },
};
