/* Text → a short body for a link or code, and back: deflated, then base64 with the signs that a URL may hold. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream));

  async function shut(text) {
    const packed = new Uint8Array(await through(text, new CompressionStream('deflate-raw')).arrayBuffer());
    const signs = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
    return btoa(signs).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  }

  /** Throws when `body` is not what `shut` gives. */
  async function open(body) {
    const packed = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
    return through(packed, new DecompressionStream('deflate-raw')).text();
  }

  /** Eight hexadecimal digits that tell whether `text` came over whole. */
  const checksum = (text) => W.record.digest(text).toString(16).padStart(8, '0');

  W.pack = { shut, open, checksum, able: Boolean(globalThis.CompressionStream) };
})();
