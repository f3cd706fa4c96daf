/* A value as the parts of a note, and back. No DOM. */

import { fit } from '../base/rules.js';

const ROOM = 18000; // signs in one part of a note
const PARTS = 20;

/** JSON, cut in parts; signs of two halves are written out, so that no cut can fall between them. */
export function pack(value) {
  const text = JSON.stringify(value).replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  const parts = {};
  for (let at = 0; at < text.length; at += ROOM) parts[`json-${String(at / ROOM).padStart(2, '0')}`] = text.slice(at, at + ROOM);
  return Object.keys(parts).length > PARTS ? null : parts;
}

/** Texts as they are kept, each a part of its own. */
export const whole = (values) => Object.fromEntries(Object.entries(values).map(([name, said]) => [name, fit(said)]));

/** What `pack` was given, or null. It comes from storage: whoever uses it checks it. */
export function unpack(parts) {
  try {
    return JSON.parse(
      Object.keys(parts ?? {})
        .filter((name) => name.startsWith('json-'))
        .sort()
        .map((name) => parts[name])
        .join(''),
    );
  } catch {
    return null;
  }
}
