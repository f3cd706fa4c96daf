/* Pick one. */
(() => {
  'use strict';
  const { types, kit, scoring } = globalThis.Werkwijzer;
  const box = (el) => el.querySelector('.ww-field');
  types.choice = {
    ...kit.single(box, 'emptyChoice'),
    init: (el, signal) => kit.shuffle(el, '.ww-options', signal),
    score: (key, response) => scoring.whole(response === key),
    mark: (el, key, response, shown) => kit.markOptions(el, box(el), [key], { shown }),
  };
})();
