/* A session plan as data; what is read from storage is built anew. No DOM. */

import { fit } from '../../browser/base/rules.js';

const KINDS = ['active', 'watch', 'break', 'slack'];
const TEXTS = ['title', 'purpose', 'facilitator', 'participants', 'material', 'plan_b', 'watch_out'];
export const COLUMNS = TEXTS.slice(1);
const HEADS = ['naam', 'gedrag', 'conditie', 'criterium', 'bewijs', 'klein', 'groot', 'vervalt'];
export const MOST = 40;
const DAY = 1440; // minutes

const text = (said) => (typeof said === 'string' ? fit(said) : '');
const match = (said, form) => (typeof said === 'string' && form.test(said) ? said : '');
const whole = (said, most) => (Number.isInteger(said) && said >= 0 && said <= most ? said : 0);

export function cleanBlock(block) {
  const texts = TEXTS.map((name) => [name, text(block?.[name])]);
  const kind = KINDS.includes(block?.kind) ? block.kind : 'active';
  return { kind, minutes: whole(block?.minutes, DAY), format: match(block?.format, /^[a-z0-9-]{1,60}$/), ...Object.fromEntries(texts) };
}

export const minutesIn = (said) => Math.min(DAY, Math.max(0, Math.trunc(Number(said)) || 0));

export function clean(plan) {
  const head = Object.fromEntries(HEADS.map((name) => [name, text(plan?.head?.[name])]));
  head.datum = match(plan?.head?.datum, /^\d{4}-\d\d-\d\d$/);
  head.start = match(plan?.head?.start, /^([01]\d|2[0-3]):[0-5]\d$/);
  head.tijd = String(whole(Number(plan?.head?.tijd), DAY) || '');
  return {
    id: match(plan?.id, /^[0-9a-f]{16}$/),
    head,
    blocks: (Array.isArray(plan?.blocks) ? plan.blocks : []).slice(0, MOST).map(cleanBlock),
  };
}

/** The time on the clock some minutes after `start`; without a start the minutes themselves. */
export function clock(start, minutes) {
  if (!start) return String(minutes);
  const [hour, minute] = start.split(':').map(Number);
  const late = (hour * 60 + minute + minutes) % 1440;
  return [Math.floor(late / 60), late % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `{total, active, slack, kept}`, as `weigh` in Python; rules: `{id, most}` or `{id, least}`. */
export function weigh(parts, goals, rules) {
  const sum = (fits) => parts.reduce((count, [kind, minutes]) => count + (fits(kind) ? minutes : 0), 0);
  const total = sum(() => true);
  const share = (own) => (total ? Math.floor((sum((kind) => kind === own) * 100) / total) : 0);
  const [active, slack] = [share('active'), share('slack')];
  const found = { kerndoelen: goals, bezig: active, speling: slack };
  const kept = Object.fromEntries(rules.map(({ id, most, least }) => [id, most === undefined ? found[id] >= least : found[id] <= most]));
  return { total, active, slack, kept };
}

export const goalsOf = (head) => head.gedrag.split('\n').filter((line) => line.trim()).length;

/** Each block with when it begins and ends. */
export function timed({ head, blocks }) {
  let past = 0;
  return blocks.map((block) => {
    const from = past;
    past += block.minutes;
    return { ...block, from: clock(head.start, from), to: clock(head.start, past) };
  });
}
