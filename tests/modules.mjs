/* Runs functions of the course's scripts outside a browser. The first line in is what a page would have as `Werkwijzer`; each line
   after it asks ({module, name, calls}) and gets a line of JSON ({values} or {error}). `name` leads through what the module exports:
   `type.score`. Elements may be defined here, and are never made. */

import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

Object.assign(globalThis, {
  HTMLElement: class {},
  customElements: { define() {} },
  document: { currentScript: { src: 'https://example.org/assets/js/quiz.js' }, documentElement: { dataset: {} }, querySelectorAll: () => [] },
  addEventListener() {},
});

async function answer({ module, name, calls }) {
  const found = name.split('.').reduce((from, part) => from[part], await import(pathToFileURL(module)));
  const values = [];
  for (const given of calls) values.push((await found(...given)) ?? null);
  return { values };
}

for await (const line of createInterface({ input: process.stdin })) {
  if (!globalThis.Werkwijzer) {
    globalThis.Werkwijzer = JSON.parse(line);
    continue;
  }
  const said = await answer(JSON.parse(line)).catch((error) => ({ error: error.stack }));
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
