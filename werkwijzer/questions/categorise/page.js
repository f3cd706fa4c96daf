/* A set of radios per card. */
(() => {
  'use strict';
  const { types, kit } = globalThis.Werkwijzer;
  const rows = (el) => kit.all(el, '.ww-sort').map((card) => [card.dataset.option, card]);
  types.categorise = kit.many(rows, 'emptyCards', (el, id, good) => (good ? [] : kit.keyItems(el, [id])));
})();
