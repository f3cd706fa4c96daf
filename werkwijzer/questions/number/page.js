/* Type a number. */
(() => {
  'use strict';
  const { types, kit, scoring, text } = globalThis.Werkwijzer;
  const typed = kit.typed((response, [answer, tolerance]) => scoring.within(response, answer, tolerance));
  types.number = {
    ...typed,
    empty: (response) => typed.empty(response) ?? (scoring.readings(response).length ? null : 'notNumber'),
    score: (key, response) => scoring.whole(scoring.within(text(response), key.answer, key.tolerance)),
  };
})();
