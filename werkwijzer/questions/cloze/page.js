/* Gaps in running text, typed or picked. */
(() => {
  'use strict';
  const { types, kit } = globalThis.Werkwijzer;
  const rows = (el) => kit.all(el, '.ww-gap').map((gap) => [gap.dataset.option, gap]);
  // A list explains what was picked, a typed gap what was missed.
  const why = (el, id, good, given) => kit.keyItems(el, [id], '.ww-answer > ol > li').flatMap((item) => (
    item.querySelector('li') ? kit.keyItems(item, [given], 'li') : good ? [] : [item]
  ));
  types.cloze = kit.many(rows, 'emptyGaps', why);
})();
