/* Typed or pasted text as a reader sees it: without signs that cannot be seen (direction marks, soft hyphens, zero-width spaces);
   every dash and minus is `-`, every quotation mark and apostrophe `'`. `werkwijzer/base/seen.py` says the same in Python. */

export const seen = (text) =>
  text
    .replace(/\p{DI}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[\p{Pi}\p{Pf}„‚"`´ʼ′″]/gu, "'");
