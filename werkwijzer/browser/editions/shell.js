/* The start page of the offline editions: shows one page of the course in a frame and holds the record, because a browser may
   give every local file a storage of its own. Its address says which page is shown, so reloading and bookmarks come back there. */

const own = (globalThis.Werkwijzer ??= {});
const OWN = 'werkwijzer:';
const SCHEME = `${OWN}weergave`;
const START = 'index.html';
const PATIENCE = 400;
const data = (id) => JSON.parse(document.getElementById(id)?.textContent ?? 'null');
const { folder, pages: list } = data('cursus');
const pages = data('paginas'); // path → HTML, in the edition of one file
const area = (() => {
  try {
    return localStorage;
  } catch {
    return null;
  }
})();
own.files = data('bestanden');

let shown = null; // {frame, page}
let coming = null;
let serial = 0;
let whenLeft = null;
const scrolls = new Map(); // entry of the history → how far its page was scrolled

// ---- The record ----
const items = () =>
  area &&
  Object.fromEntries(
    Object.keys(area)
      .filter((key) => key.startsWith(OWN))
      .map((key) => [key, area.getItem(key)]),
  );

function put([number, key, text]) {
  if (!key.startsWith(OWN)) return;
  try {
    if (text === null) area.removeItem(key);
    else area.setItem(key, text);
    post({ kept: number });
  } catch {
    post({ lost: number });
  }
  if (key === SCHEME) paint();
}

addEventListener('storage', ({ key, newValue }) => {
  if (key?.startsWith(OWN)) post({ changed: [key, newValue] });
  if (key === SCHEME) paint();
});

/** The ground behind the frame, in the colours that the reader chose. */
function paint() {
  const scheme = area?.getItem(SCHEME);
  if (scheme) document.documentElement.dataset.scheme = scheme;
  else delete document.documentElement.dataset.scheme;
}

// ---- The frame ----
const post = (what, { frame } = shown ?? coming) => frame.contentWindow?.postMessage({ werkwijzer: what }, '*'); // local files have no origin to name

const parts = (to) =>
  to.split('#').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return '';
    }
  });

/** `{page, search, anchor}` of `path?search#anchor`; a page that is not there is the first one. */
function placeOf(to) {
  const [whole, anchor = ''] = parts(to);
  if (/opdracht[=%]/i.test(whole)) return { page: START, search: '', anchor: whole }; // a trainer's link
  const [path, search = ''] = whole.split('?');
  return list.includes(path) ? { page: path, search: search && `?${search}`, anchor } : { page: START, search: '', anchor: '' };
}

const wanted = () => placeOf(location.hash.slice(1));

function load({ page, search, anchor }) {
  serial += 1;
  coming?.frame.remove();
  const frame = document.createElement('iframe');
  frame.title = own.words.frame;
  frame.allow = 'fullscreen *; clipboard-write *';
  frame.name =
    OWN +
    JSON.stringify({
      serial,
      search,
      anchor,
      scroll: scrolls.get(history.state),
      shell: location.href.split('#')[0],
      ...(pages ? { files: true } : { items: items() }),
    });
  if (pages) frame.srcdoc = whole(page);
  else frame.src = new URL(folder + page + search + (anchor && `#${encodeURI(anchor)}`), location.href).href;
  frame.toggleAttribute('data-coming', shown !== null);
  coming = { frame, page: page + search };
  document.body.append(frame);
  setTimeout(() => frame === coming?.frame && swap(), 5 * PATIENCE);
}

function swap() {
  shown?.frame.remove();
  shown = coming;
  coming = null;
  shown.frame.removeAttribute('data-coming');
  shown.frame.focus();
}

/** A page of the one file, with its scripts and styles as text: in the head where they stand, the deferred ones at the end. */
function whole(page) {
  const text = (tag, path) => `<${tag} data-file="${path}">${own.files[path]}</${tag}>`;
  const late = [];
  return pages[page]
    .replace(/<link rel="stylesheet" href="([^"]+)">/g, (all, path) => text('style', path))
    .replace(/<script src="([^"]+)"( defer)?><\/script>/g, (all, path, defer) =>
      defer ? late.push(text('script', path)) && '' : text('script', path),
    )
    .replace('</body>', () => `${late.join('')}</body>`);
}

function ready({ page, title, serial: number }) {
  if (number === serial && coming) swap();
  else if (page !== shown?.page.split('?')[0]) return go(page); // a script went there by itself, without the record
  document.title = title;
  shown.frame.title = title;
}

// ---- From page to page: every step is a change of the address, so the browser's own buttons work ----
const hashOf = ({ page, search, anchor }) => `#${encodeURI(page)}${search}${anchor && `#${encodeURI(anchor)}`}`;

function go(to) {
  const hash = hashOf(placeOf(to));
  if (hash === hashOf(wanted())) step();
  else location.hash = hash;
}

async function step() {
  const before = entry;
  const to = wanted();
  if (history.state === null) history.replaceState(Date.now() + Math.random(), '');
  entry = history.state;
  if (to.page + to.search === shown?.page && !coming) return post({ arrive: to.anchor });
  if (shown) scrolls.set(before, await left());
  load(wanted());
}

/** Gives the page a moment to save what was typed last; how far it was scrolled. */
function left() {
  return new Promise((resolve) => {
    whenLeft = resolve;
    post({ leave: true }, shown);
    setTimeout(resolve, PATIENCE, 0);
  });
}

const heard = { put, ready, go, left: (y) => whenLeft?.(y) };
addEventListener('message', ({ source, data }) => {
  if (typeof data?.werkwijzer !== 'object' || ![shown, coming].some((each) => each && each.frame.contentWindow === source)) return;
  for (const [name, value] of Object.entries(data.werkwijzer)) if (Object.hasOwn(heard, name)) heard[name](value);
});
addEventListener('hashchange', step);

let entry = null;
paint();
history.replaceState(history.state ?? Date.now(), '', hashOf(wanted()));
entry = history.state;
load(wanted());
