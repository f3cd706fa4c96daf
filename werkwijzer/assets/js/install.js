/* The offline copy comes after the page: it may not slow down what somebody came to read. */
(() => {
  'use strict';
  const { src } = document.currentScript;
  addEventListener('load', () => document.head.append(Object.assign(document.createElement('script'), { src: new URL('offline.js', src) })));
})();
