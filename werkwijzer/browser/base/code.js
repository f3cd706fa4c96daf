/* A text as a code that carries its own checksum: two letters, the number of its packing, a full stop, the body, a full stop, the sum of the
   body. */

import { able, checksum, LAST, open, packed } from './pack.js';
import { codes } from './pasted.js';

export async function coded(letters, text) {
  const [number, body] = await packed(text);
  return { body, code: `${letters}${number}.${body}.${checksum(body)}` };
}

/** `{text}` of the first whole code with these letters in what somebody pasted, its body at most so many signs; else `{why}`. Never throws. */
export async function decoded(said, letters, most) {
  const isWhole = ({ version, body, sum }) => version && body.length <= most && checksum(body) === sum;
  const { version, body } = [...codes(said, letters)].find(isWhole) ?? {};
  if (!body) return { why: 'broken' };
  if (version > LAST) return { why: 'newer' };
  if (version === 1 && !able) return { why: 'unsupported' };
  try {
    return { text: await open(body, version) };
  } catch {
    return { why: 'broken' };
  }
}
