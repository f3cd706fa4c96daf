/* Short marks of a text. */

/** FNV-1a, 32 bits. */
export const digest = (said) =>
  Array.from(said).reduce((hash, sign) => Math.imul(hash ^ sign.codePointAt(0), 0x01000193), 0x811c9dc5) >>> 0;

/** A number of 32 bits as eight hexadecimal digits. */
export const hex = (number) => number.toString(16).padStart(8, '0');

/** `count` times 32 bits that nobody else has, in hexadecimal digits. */
export const drawn = (count) => Array.from(crypto.getRandomValues(new Uint32Array(count)), hex).join('');
