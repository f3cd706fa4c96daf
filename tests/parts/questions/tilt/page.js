/* One of two. */
(() => {
  'use strict';
  const { types, kit, scoring } = globalThis.Werkwijzer;
  const box = (el) => el.querySelector('.ww-field');
  types.tilt = {
    ...kit.single(box, 'emptyTilt'),
    score: (key, response) => scoring.whole(response === key),
    mark: (el, key, response, shown) => kit.markOptions(el, box(el), [key], { shown }),
  };
})();
