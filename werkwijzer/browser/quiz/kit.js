/* What question types have in common: reading and filling boxes, marking what is right. No element of a page is touched before a type is. */

import { all, make } from '../base/dom.js';
import { words } from '../base/words.js';
import { asText, each, fits } from './scoring.js';

// A box is a text field, a list, or whatever holds a set of radios.
const picked = (box) => (box?.matches('input, select') ? box : box?.querySelector(':checked'));
export const value = (box) => picked(box)?.value.trim() ?? '';

/** Only what can stand there. */
export function fill(box, to) {
  if (picked(box) === box) box.value = asText(to);
  else for (const radio of all(box, 'input')) radio.checked = radio.value === to;
  if (box.selectedIndex < 0) box.selectedIndex = 0;
}

export function spoken(box) {
  if (!value(box)) return words.none;
  return picked(box) === box ? (box.selectedOptions?.[0].text ?? box.value) : picked(box).labels[0].textContent;
}

/** What is said about an answer, in words beside it. */
export function verdict(kind, said) {
  const made = make('span', 'ww-mark', ` ${said}`);
  made.dataset.mark = kind;
  return made;
}

function mark(input, kind, word) {
  const made = verdict(kind, words[word]);
  if (input.labels?.[0]) input.labels[0].append(made);
  else input.after(made);
}

export const markRow = (input, good) => (good ? mark(input, 'right', 'markPart') : mark(input, 'wrong', 'markPartWrong'));

/** The items of the answer list for these ids; their `.ww-why` says what was thought there. */
export const keyItems = (el, ids, css = '.ww-key li') => all(el, css).filter((item) => ids.includes(item.dataset.option));

/**
 * What was picked and, when `shown`, what should have been.
 * @param {any} el
 * @param {any} box
 * @param {string[]} right
 * @param {{shown: boolean, items?: string}} how
 */
export function markOptions(el, box, right, { shown, items }) {
  for (const input of all(box, 'input')) {
    const good = right.includes(input.value);
    if (input.checked) mark(input, good ? 'right' : 'wrong', good ? 'markRight' : 'markWrong');
    else if (good && shown) mark(input, 'missed', input.type === 'radio' ? 'markAnswer' : 'markMissed');
  }
  return keyItems(
    el,
    all(box, ':checked').map((input) => input.value),
    items,
  );
}

/** A type whose answer is one box. */
export const single = (box, missing) => ({
  read: (el) => value(box(el)),
  empty: (response) => (response ? null : missing),
  write: (el, response) => fill(box(el), response),
  words: (el) => spoken(box(el)),
});

/** A type with a box per row: `rows` gives [id, box] pairs, `why` the items that explain a row. */
export const many = (rows, missing, why) => ({
  read: (el) => Object.fromEntries(rows(el).map(([id, box]) => [id, value(box)])),
  empty: (response) => (Object.values(response).every(Boolean) ? null : missing),
  write: (el, response) => rows(el).forEach(([id, box]) => fill(box, response?.[id])),
  words: (el) =>
    rows(el)
      .map(([, box]) => [(box.labels?.[0] ?? box.querySelector('legend'))?.textContent, spoken(box)].filter(Boolean).join(': '))
      .join('; '),
  score: each,
  mark: (el, key) =>
    rows(el)
      .filter(([, box]) => value(box))
      .flatMap(([id, box]) => {
        const good = fits(key[id], value(box));
        markRow(picked(box), good);
        return why(el, id, good, value(box));
      }),
});

/** A type whose answer is typed in one field; `hit` tells whether this near miss was made. */
export const typed = (hit) => ({
  ...single((el) => el.querySelector('.ww-input'), 'emptyText'),
  mark(el, key, response) {
    const text = asText(response);
    if (!text) return [];
    const good = /** @type {any} */ (this).score(key, text).points > 0;
    markRow(el.querySelector('.ww-input'), good);
    const near = key.near.findIndex((miss) => hit(text, miss, key));
    return good ? [] : all(el, near < 0 ? '[data-other]' : `[data-near="${near}"]`);
  },
});
