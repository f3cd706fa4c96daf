/* Names of people. */

import { seen } from './seen.js';

/** A name as it tells people apart: small letters, one kind of apostrophe and dash, single spaces, nothing that cannot be seen. */
export const plain = (name) => seen(name).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
