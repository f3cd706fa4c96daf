/* Text → a code for a link, a mail or a field, and back. The body is deflated (number 1) or, where a browser cannot do that, the text as
   it is (number 2); then base64 with the signs that a URL may hold. Everybody reads 2; 1 needs a browser that can inflate. */

import { digest, hex } from './digest.js';

const FORMAT = 'deflate-raw';
const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream));

/** Browsers had these streams before they had this format. */
function canDeflate() {
  try {
    return Boolean(new CompressionStream(FORMAT) && new DecompressionStream(FORMAT));
  } catch {
    return false;
  }
}

export const able = canDeflate();

/** The highest number that this script knows. */
export const LAST = 2;

function base64(bytes) {
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(signs).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

const bytesOf = (body) => Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

export const shut = async (text) => base64(new Uint8Array(await through(text, new CompressionStream(FORMAT)).arrayBuffer()));

/**
 * The number of the packing, and the body.
 * @param {string} text
 * @returns {Promise<[number, string]>}
 */
export const packed = async (text) => (able ? [1, await shut(text)] : [2, base64(new TextEncoder().encode(text))]);

/** Throws when `body` is not what `shut` gives, or when this browser cannot read it. */
export async function open(body, number = 1) {
  return number === 2 ? new TextDecoder().decode(bytesOf(body)) : through(bytesOf(body), new DecompressionStream(FORMAT)).text();
}

/** Eight hexadecimal digits that tell whether `text` came over whole. */
export const checksum = (text) => hex(digest(text));
