/* Scheme, menu, search button, contents list, wide tables. Loaded in the head and not deferred, so that a chosen
   colour scheme holds from the first paint; everything else waits for the document. An address with ?beeld=kaal (for a
   frame elsewhere) or ?beeld=zaal (for a projector) brings a script of that name. */

import { stored } from '../base/storage.js';

const KEY = 'werkwijzer:weergave';
const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const roomForNav = matchMedia('(min-width: 64rem)');
const roomForList = matchMedia('(min-width: 80rem)');
const part = (name) => document.querySelector(`[data-ww="${name}"]`);

const system = () => (dark.matches ? 'dark' : 'light');
const shown = () => root.dataset.scheme ?? system();

/** What the system shows anyway is no choice: then follow the system again. */
function choose(scheme) {
  if (scheme === system() || !/^(dark|light)$/.test(scheme)) delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
}

root.classList.add('ww-js');
// Where storage is blocked or full the choice lasts as long as the page.
choose(stored((area) => area.getItem(KEY)));

const [, view] = /[?&]beeld=(kaal|zaal)\b/.exec(root.dataset.search ?? location.search) ?? [];
if (view) {
  root.classList.add(`ww-${view}`);
  fetchScript(new URL(`${view}.js`, document.currentScript.src));
}

function fetchScript(src) {
  document.head.append(Object.assign(document.createElement('script'), { src }));
}

function schemeButton(button) {
  const tell = () => button.setAttribute('aria-pressed', shown() === 'dark');
  button.addEventListener('click', () => {
    choose(shown() === 'dark' ? 'light' : 'dark');
    const { scheme } = root.dataset;
    stored((area) => (scheme ? area.setItem(KEY, scheme) : area.removeItem(KEY)));
    tell();
  });
  dark.addEventListener('change', tell);
  tell();
}

/** The menu covers the page on small screens, so what lies under it is switched off meanwhile. */
function menuButton(button) {
  const isOpen = () => root.hasAttribute('data-menu');
  function set(open) {
    button.setAttribute('aria-expanded', open);
    root.toggleAttribute('data-menu', open);
    for (const area of document.querySelectorAll('.ww-main, .ww-foot')) area.inert = open;
  }
  const close = () => set(false);
  button.addEventListener('click', () => set(!isOpen()));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return;
    close();
    button.focus();
  });
  roomForNav.addEventListener('change', close);
  addEventListener('pageshow', close);
}

/** The script of the search and its index are fetched when somebody opens it, not before. */
function searchButton(button) {
  const dialog = document.getElementById('zoeken');
  const close = () => dialog.close();
  button.addEventListener('click', () => fetchScript(dialog.dataset.script), { once: true });
  button.addEventListener('click', () => {
    dialog.showModal();
    button.setAttribute('aria-expanded', true);
  });
  dialog.addEventListener('close', () => button.setAttribute('aria-expanded', false));
  // In a search field the first Escape would only empty it.
  dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  dialog.addEventListener('click', ({ target }) => target === dialog && close());
  part('close').addEventListener('click', close);
}

function contents(list) {
  const fit = () => {
    list.open = roomForList.matches;
  };
  const links = [...list.querySelectorAll('a')];
  const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  /** The section whose heading was the last to pass the upper third of the window. */
  function mark() {
    const here = heads.findLastIndex((head) => head?.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, i) => (i === here ? link.setAttribute('aria-current', true) : link.removeAttribute('aria-current')));
  }
  let due = 0;
  document.addEventListener(
    'scroll',
    () => {
      cancelAnimationFrame(due);
      if (roomForList.matches) due = requestAnimationFrame(mark);
    },
    { passive: true },
  );
  roomForList.addEventListener('change', fit);
  fit();
}

/** A box that scrolls must be reachable by keyboard; one that does not would be a needless stop. */
function scrolls(box) {
  const head = box.querySelector('th');
  const marks = { role: 'group', tabindex: '0', 'aria-label': head ? `Tabel: ${head.textContent}` : 'Voorbeeld' };
  new ResizeObserver(() => {
    const wide = box.scrollWidth > box.clientWidth + 1;
    for (const [key, value] of Object.entries(marks)) {
      if (wide) box.setAttribute(key, value);
      else box.removeAttribute(key);
    }
  }).observe(box);
}

document.addEventListener('DOMContentLoaded', () => {
  for (const [name, start] of Object.entries({ scheme: schemeButton, menu: menuButton, search: searchButton, toc: contents })) {
    const element = part(name);
    if (!element) continue;
    start(element);
    element.hidden = false;
  }
  document.querySelectorAll('.ww-table, pre').forEach(scrolls);
});
