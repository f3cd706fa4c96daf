/* Assignments: how they travel, what their items are, and how far somebody is with them. */

import { dayNow, dayOf, isDay, isoOf, sayDay } from '../base/days.js';
import { COURSE } from '../base/identity.js';
import { checked, decode, encode, jsonOf, partTitle, place, V } from './assignment.js';
import { accepted, chapters, course, events, href, look, questions, sayDays, sayMinutes, standing, stateOf } from './items.js';

export { ics } from '../base/ics.js';
export * as pack from '../base/pack.js';
export * as pasted from '../base/pasted.js';
export const assignment = { COURSE, checked, dayNow, dayOf, decode, encode, isDay, isoOf, jsonOf, partTitle, place, sayDay, V };
export const items = { accepted, chapters, course, events, href, look, questions, sayDays, sayMinutes, standing, stateOf };
