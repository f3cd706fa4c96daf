/* Rules for what comes from elsewhere: storage, files, codes. A rule returns a clean value, built anew, or throws; `plain` stands in for
   a value that is not there. */

export const LONG = 20000; // signs in a text
const LONE = /\p{Surrogate}/gu;

export const bad = () => {
  throw new TypeError('not a record');
};
export const rule =
  (fits, plain) =>
  (value = plain) =>
    fits(value) ? value : bad();
export const number = (most) => rule((value) => typeof value === 'number' && value >= 0 && value <= most, 0);
/** A whole number; it counts from nothing when it is not there. */
export const whole = (most) => rule((value) => Number.isInteger(value) && value >= 0 && value <= most, 0);
// Any clock: times say what came after what, also when they lie in the future (`store.set`), so they are kept as they are.
export const time = rule((value) => Number.isInteger(value) && value >= 0);
export const text = (most, plain) => rule((value) => typeof value === 'string' && value.length <= most && value.search(LONE) < 0, plain);
export const like = (pattern) => rule((value) => typeof value === 'string' && pattern.test(value));
export const oneOf = (...values) => rule((value) => values.includes(value), values[0]);
export const list =
  (most, each) =>
  (value = []) =>
    Array.isArray(value) && value.length <= most ? value.map((item) => each(item)) : bad();
export const both = (first, then) => (value) => then(first(value));
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of an object, sorted, so that equal values have equal JSON. Those such as __proto__ do not pass. */
export function keys(value, most = 40) {
  const found = isObject(value) ? Object.keys(value).sort() : bad();
  return found.length <= most && found.every((key) => /^[a-z0-9-]{1,80}$/.test(key)) ? found : bad();
}

export const group = (most, each) => (value) => {
  const clean = Object.create(null);
  for (const key of keys(value, most)) clean[key] = each(value[key]);
  return clean;
};

export const shape = (rules) => (value) =>
  keys(value) && Object.fromEntries(Object.entries(rules).map(([key, each]) => [key, each(value[key])]));

/** Text as it is kept: whole, but for half characters. */
export const fit = (said) => said.replace(LONE, '');

/**
 * What a reader of files and codes answers when something is wrong: the name of the word that says so.
 * @param {string} word
 * @returns {any}
 */
export const refuse = (word) => ({ ok: false, word });
