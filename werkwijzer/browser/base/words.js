/* The words of the interface, which each script brings along from the catalogue (`words.yml`). */

/** @type {Record<string, string>} */
export const words = ((globalThis.Werkwijzer ??= {}).words ??= {});

/** The word `name` of the catalogue, its {names} filled in. */
export const say = (name, fill = {}) => words[name].replace(/\{(\w+)\}/g, (all, key) => fill[key] ?? all);

/** The word whose name is `start` and a state: `status` and `busy` is `statusBusy`. */
export const named = (start, state) => say(start + capital(state));

export const capital = (word) => word[0].toUpperCase() + word.slice(1);
