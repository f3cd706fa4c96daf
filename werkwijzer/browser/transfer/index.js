/* The record as a whole: taken along, brought back, merged, erased; and what other addresses of this course keep. Mijn voortgang has this
   by itself; home, a page whose storage is full and a page in a frame elsewhere bring it when they need it. */

import { checksum, shut } from '../base/pack.js';
import { at, offer, others, shown, take } from './address.js';
import { OTHERS, readImport } from './file.js';
import { asides, download, erase, exportAll, fileOf, fromCode, give, merge, plan, toCode } from './transfer.js';

export const address = { at, offer, others, shown, take };
export const transfer = {
  OTHERS,
  asides,
  download,
  erase,
  exportAll,
  fileOf,
  fromCode,
  give,
  merge,
  pack: { checksum, shut },
  plan,
  readImport,
  toCode,
};
