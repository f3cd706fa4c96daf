/* The offline copy, switched off. `werkwijzer build` replaces this file by the real one; a plain build leaves it, and so does
   `werkwijzer build --no-offline`. Wherever this file stands, browsers throw away the copy that they held, without touching
   a page that is open: the next page comes from the network again. See deploy/README.md. */
(() => {
  'use strict';
  const own = (name) => name.startsWith(`werkwijzer:${registration.scope}:`);

  async function leave() {
    for (const name of (await caches.keys()).filter(own)) await caches.delete(name);
    await registration.unregister();
  }

  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(leave()));
})();
