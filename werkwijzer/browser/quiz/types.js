/* The question types that this page knows, by name. Each comes from its own folder: most in the script of the quiz, some in their own. */

/**
 * @typedef {object} Type
 * @property {(el: any) => any} read what is filled in, as it is kept
 * @property {(response: any, el?: any) => string | null} empty the word for what is missing, or null
 * @property {(el: any, response: any) => void} write fills in what was kept; what cannot stand there counts as nothing
 * @property {(el: any, response?: any) => string} words what is filled in, as people read it
 * @property {(key: any, response: any) => {points: number, of: number}} score what an answer earns
 * @property {(el: any, key: any, response: any, shown?: boolean) => any[]} mark says what was right; the items that explain the rest
 * @property {(el: any, signal: AbortSignal) => void} [init]
 */

/** @type {Record<string, Type>} */
export const types = {};
