/* One question once more, for who comes from Herhalen (`#herhaal=id`): without the old answer, with a way on. */

import { items } from '../assignment/index.js';
import { clearHash, hash } from '../base/arrival.js';
import { link, make } from '../base/dom.js';
import { words } from '../base/words.js';

function bar() {
  return make('p', 'ww-again', `${words.againHere} `, link(items.href('herhalen'), words.againBack));
}

function open() {
  const [, id] = /herhaal(?:=|%(?:25)*3D)([a-z0-9-]{1,80})/i.exec(hash()) ?? [];
  const question = id && document.getElementById(`vraag-${id}`);
  if (!question?.life) return;
  clearHash(`#vraag-${id}`);
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
