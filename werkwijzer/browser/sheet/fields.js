/* Fields with `data-part`: read, filled in, and told as text. */

import { all } from '../base/dom.js';

const ticks = (field) => field.type === 'radio' || field.type === 'checkbox';
const fieldsOf = (place) => all(place, '[data-part]');

/** Name → what is filled in there, of every field in `place`. */
export function read(place) {
  const values = {};
  for (const field of fieldsOf(place)) {
    const { part } = field.dataset;
    if (!ticks(field)) values[part] = field.value;
    else if (field.checked) values[part] = field.value;
    else values[part] ??= '';
  }
  return values;
}

/** Fills every field in `place`, and the text that stands for it on paper. Whatever is no text counts as nothing. */
export function write(place, values) {
  const said = (name) => (typeof values?.[name] === 'string' ? values[name] : '');
  for (const field of fieldsOf(place)) {
    if (ticks(field)) field.checked = field.value === said(field.dataset.part);
    else field.value = said(field.dataset.part);
  }
  mirror(place);
}

/** Fields do not grow on paper; the text beside them does. */
export function mirror(place) {
  for (const field of fieldsOf(place)) {
    const line = field.parentElement.querySelector(':scope > .ww-said');
    if (line) line.textContent = field.value;
  }
}

export const filled = (values) => Object.values(values).some((value) => value.trim());

/** Headings and what is filled in, as plain text. */
export function textOf(place) {
  const lines = [];
  for (const part of place.querySelectorAll('h2, h3, [data-part]')) {
    if (part.matches('h2, h3')) lines.push('', part.textContent.trim());
    else if (said(part)) lines.push(`${part.dataset.label}: ${said(part)}`);
  }
  return `${lines.join('\n').trim()}\n`;
}

function said(field) {
  if (!ticks(field)) return field.value.trim();
  return field.checked ? field.labels[0].textContent.trim() : '';
}
