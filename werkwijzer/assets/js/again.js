/* One question once more, for who comes from Herhalen (`#herhaal=id`): without the old answer, with a way on. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { make, items } = W;

  function bar() {
    const back = make('a', '', W.words.againBack);
    back.href = items.href('herhalen');
    return make('p', 'ww-again', `${W.words.againHere} `, back);
  }

  function open() {
    const [, id] = /herhaal(?:=|%(?:25)*3D)([a-z0-9-]{1,80})/i.exec(items.hash()) ?? [];
    const question = id && document.getElementById(`vraag-${id}`);
    if (!question?.life) return;
    items.clearHash(`#vraag-${id}`);
    document.querySelector('.ww-again')?.remove();
    question.append(bar());
    if (question.key && !question.held) {
      question.type.write(question, null);
      question.retry();
    }
    question.scrollIntoView();
  }

  const ready = () => customElements.whenDefined('ww-question').then(open);
  if (document.readyState === 'complete') ready();
  else addEventListener('load', ready);
  addEventListener('hashchange', open);
})();
