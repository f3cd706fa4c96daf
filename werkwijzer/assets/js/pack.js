/* Text → a code for a link, a mail or a field, and back. The body is deflated (number 1) or, where a browser cannot do that, the text as
   it is (number 2); then base64 with the signs that a URL may hold. Everybody reads 2; 1 needs a browser that can inflate. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const FORMAT = 'deflate-raw';
  const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream));

  /** Browsers had these streams before they had this format. */
  function able() {
    try { return Boolean(new CompressionStream(FORMAT) && new DecompressionStream(FORMAT)); } catch { return false; }
  }

  function base64(bytes) {
    const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return btoa(signs).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  }

  const bytesOf = (body) => Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

  const shut = async (text) => base64(new Uint8Array(await through(text, new CompressionStream(FORMAT)).arrayBuffer()));

  /** `[number, body]` */
  const packed = async (text) => (W.pack.able ? [1, await shut(text)] : [2, base64(new TextEncoder().encode(text))]);

  /** Throws when `body` is not what `shut` gives, or when this browser cannot read it. */
  async function open(body, number = 1) {
    return number === 2 ? new TextDecoder().decode(bytesOf(body)) : through(bytesOf(body), new DecompressionStream(FORMAT)).text();
  }

  /** Eight hexadecimal digits that tell whether `text` came over whole. */
  const checksum = (text) => W.record.digest(text).toString(16).padStart(8, '0');

  W.pack = { shut, packed, open, checksum, LAST: 2, able: able() };
})();
