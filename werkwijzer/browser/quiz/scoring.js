/* What an answer earns, and how kindly typed text is read. What checks ask of typed text stands in `werkwijzer/questions/typed.py` too. */

import { seen } from '../base/seen.js';

// The characters that Python calls a space; \s is another set here.
const oneSpaced = (text) => text.replace(/[\p{White_Space}\x1c-\x1f]+/gu, ' ');

export function normalise(text, { case: capitals = false, accents = false } = {}) {
  text = oneSpaced(seen(text).normalize('NFKC')).replace(/^[ .']+|[ .']+$/g, '');
  if (!capitals) text = text.toLowerCase();
  return accents ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
}

export function slipsBetween(typed, meant) {
  const [given, wanted] = [[...typed], [...meant]];
  let before = [];
  let row = [0, ...wanted.keys()].map((_, index) => index);
  given.forEach((letter, i) => {
    const older = before;
    before = row;
    row = [i + 1];
    wanted.forEach((other, j) => {
      const swapped = i && j && letter === wanted[j - 1] && given[i - 1] === other;
      const cost = Math.min(before[j + 1] + 1, row[j] + 1, before[j] + (letter !== other));
      row.push(swapped ? Math.min(cost, older[j - 1] + 1) : cost);
    });
  });
  return row.at(-1);
}

export function accepts(typed, accepted, { slips = 0, ...strict } = {}) {
  const given = normalise(typed, strict);
  return accepted.some((option) => {
    const meant = normalise(option, strict);
    return given === meant || (slips > 0 && [...meant].length >= 5 && slipsBetween(given, meant) <= slips);
  });
}

// Every script has its ten digits in a row.
function digit(sign) {
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0) - value - 1))) value += 1;
  return String(value % 10);
}

export function readings(typed) {
  const said = oneSpaced(seen(typed))
    .trim()
    .replace(/ ?([¼-¾])/, (all, part) => `.${part.charCodeAt() * 25 - 4675}`);
  const [, sign, number, unit] = /^([-+]?) ?(\p{Nd}[\p{Nd} .,]*)([^\p{N} .,]\P{Nd}*)?$/u.exec(said) ?? [];
  if (!number || (/^[-+]/.test(unit) && !/, ?$/.test(number))) return [];
  const digits = number
    .replaceAll(' ', '')
    .replace(/[.,]+$/, '')
    .replace(/\p{Nd}/gu, digit);
  return forms(digits).map((form) => (sign === '-' ? -1 : 1) * form.replace(',', '.'));
}

function forms(digits) {
  const grouped = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/.exec(digits);
  const plain = /^\d+(?:[.,]\d+)?$/.test(digits);
  return [...(grouped ? [digits.replaceAll(grouped[1], '')] : []), ...(plain ? [digits] : [])];
}

export const within = (typed, answer, tolerance) => readings(typed).some((number) => Math.abs(number - answer) <= tolerance + 1e-9);

/** A key is an id, or how typed text is judged. */
export const fits = (key, given) => (typeof key === 'string' ? given === key : accepts(given, key.accept, key));

/** One point for each row of the key. */
export function each(key, response) {
  const rows = Object.entries(key);
  return { points: rows.filter(([row, wanted]) => fits(wanted, asText(response?.[row]))).length, of: rows.length };
}

/** All or nothing. */
export const whole = (right) => ({ points: Number(right), of: 1 });

/** A stored value may be anything. */
export const asText = (value) => (typeof value === 'string' ? value : '');
