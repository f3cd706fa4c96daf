/* A list per item. */
(() => {
  'use strict';
  const { types, kit } = globalThis.Werkwijzer;
  const rows = (el) => kit.all(el, '.ww-match li').map((item) => [item.dataset.option, item.querySelector('select')]);
  types.match = kit.many(rows, 'emptyMatch', (el, id, good) => (good ? [] : kit.keyItems(el, [id])));
})();
