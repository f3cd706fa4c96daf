/* What question types may use. How a question behaves on a page stands in `page.js`. */

import { all } from '../base/dom.js';
import { fill, keyItems, many, markOptions, markRow, single, spoken, typed, value, verdict } from './kit.js';
import { accepts, asText, each, fits, normalise, readings, slipsBetween, whole, within } from './scoring.js';

export { seen } from '../base/seen.js';
export { types } from './types.js';
export const kit = { all, fill, keyItems, many, markOptions, markRow, single, spoken, typed, value, verdict };
export const scoring = { accepts, asText, each, fits, normalise, readings, slipsBetween, whole, within };
