/* Tools: sheets that a reader fills in. Each component extends `sheet.Kit`. */

import { textOf } from './fields.js';
import { Kit } from './kit.js';
import { whole } from './note.js';

export const sheet = { Kit, textOf, whole };
