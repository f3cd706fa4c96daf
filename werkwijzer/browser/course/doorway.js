/* What assignments and review need is fetched only by who has them: an assignment in the record, or something behind the # for them. */

import { hash } from '../base/arrival.js';
import { bring, store } from './store.js';

let asked = !document.querySelector('[data-assignment]');

function look() {
  if (asked || !(/(opdracht|herhaal)[=%]/i.test(hash()) || store.entries('assignment').length)) return;
  asked = true;
  for (const name of ['catalogue', 'assignment', 'panel']) bring(name);
}

addEventListener('hashchange', look);
// Not before the page's own scripts have run: they may be the same ones.
if (document.readyState === 'complete') look();
else addEventListener('DOMContentLoaded', look);
