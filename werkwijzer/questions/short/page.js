/* Type a word or phrase. */
(() => {
  'use strict';
  const { types, kit, scoring, text } = globalThis.Werkwijzer;
  types.short = {
    ...kit.typed((response, near, key) => scoring.accepts(response, near, key)),
    score: (key, response) => scoring.whole(scoring.fits(key, text(response))),
  };
})();
