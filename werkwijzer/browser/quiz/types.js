/* The question types that this page knows, by name. Each comes from its own folder: most in the script of the quiz, some in their own. */

/** @type {Record<string, import('./page.js').Type>} */
export const types = {};
