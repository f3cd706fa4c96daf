/* The offline copy, as little of it as every page needs: ask for it once the page is there, and bring the rest (offline.js) only
   when there is something to say. `werkwijzer build` puts this in the place of install.js. */

import { stored } from '../base/storage.js';

const { src } = document.currentScript;
const root = new URL('../../', src);
const ALL = 'werkwijzer:offline'; // said before each address had a say of its own
const KEY = `${ALL}:${root.pathname}`;
const workers = navigator.serviceWorker; // none on http, in some private windows, and from a disk
const unsaved = new Set(); // questions in which something was filled in and not checked
let brought = false;

const register = () => workers.register(new URL('sw.js', root), { scope: root.pathname, updateViaCache: 'none' });

/** What the worker answers to `question`, see sw.js; false when there is none. */
async function ask(question) {
  const worker = (await workers.getRegistration(root))?.active;
  const { port1, port2 } = new MessageChannel();
  worker?.postMessage(question, [port2]);
  return worker
    ? new Promise((resolve) => {
        port1.onmessage = ({ data }) => resolve(data);
      })
    : false;
}

function bring() {
  if (!brought) document.head.append(Object.assign(document.createElement('script'), { src: new URL('offline.js', src) }));
  brought = true;
}

// No `update()`: browsers look for a newer version after each step by themselves, and Chromium that is asked to keeps it waiting.
async function look() {
  if (await ask('newer')) {
    copy.newer = true;
    bring();
    copy.tell?.();
  }
}

function begin() {
  if (document.querySelector('ww-offline')) bring();
  globalThis.Werkwijzer?.store?.on((kind, id) => unsaved.delete(id));
  workers.addEventListener('controllerchange', look);
  const wanted = stored((area) => area.getItem(KEY) ?? area.getItem(ALL)) !== 'nee' && !navigator.connection?.saveData;
  if (wanted)
    register()
      .then(look)
      .catch(() => {}); // without a copy the course works as well
}

export const copy = { KEY, root, workers, unsaved, register, ask, newer: false, tell: null };

if (workers) {
  document.addEventListener('input', ({ target }) => {
    const question = target.closest('ww-question');
    if (question) unsaved.add(question.dataset.question);
  });
  addEventListener('load', begin);
}
