/* Reports: what a reader shows a trainer. The trainer's board reads them. */

import { plain } from '../base/plain.js';
import { record } from '../course/index.js';
import { gather, moment } from './gather.js';
import { encode, make, profile, read } from './report.js';

/** The report about `held` (as `gather` gives it), of this reader at this moment. */
const mine = (held, choice, { at = Date.now(), seed = record.seed() } = {}) => make(held, choice, { at, seed });

export const report = { encode, gather, make: mine, moment, plain, profile, read };
