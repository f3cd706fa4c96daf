/* The learner's record: what is kept in this browser and what it means. A page with anything of ours on it loads this first. */

import './mastery.js';
import './plan.js';
import './doorway.js';
import { digest } from '../base/digest.js';
import { fit } from '../base/rules.js';
import { answer, isLong, longIn, persist, saveAnswer, seed, shuffle, standing, status } from './record.js';

export { date } from './date.js';
export { Shown, showGoals } from './progress.js';
export { bring, store } from './store.js';
export const record = { answer, digest, fit, isLong, longIn, persist, saveAnswer, seed, shuffle, standing, status };
