/* First script of every page in the offline editions. Inside the shell it brings the shell's record to the page and the page's
   clicks to the shell; a page that was opened on its own says so. The scripts of the course need to know nothing of it.

   Browsers may give every local file a storage of its own, so the shell sends its record along in the name of the frame, which
   the page can read before any other script runs. From then on `localStorage` of the page is that record: read here, written there. */

const own = (globalThis.Werkwijzer ??= {});
const OWN = 'werkwijzer:';
const WAITING = `${OWN}wacht`;
const { page: here, shell: start } = document.documentElement.dataset;
const root = new URL('../'.repeat(here.split('/').length - 1) || './', document.baseURI);
const given = window !== parent && window.name.startsWith(OWN) ? JSON.parse(window.name.slice(OWN.length)) : null;
const tell = (what) => parent.postMessage({ werkwijzer: what }, '*'); // local files have no origin to name

// ---- Where a link leads: the page's path in the course and the place on it, or null for elsewhere ----
function route(link) {
  const url = new URL(link.getAttribute('href'), document.baseURI);
  if (url.protocol === 'about:') return here + url.hash; // made from the address of a page that has none
  if (!url.href.startsWith(root.href)) return null;
  const path = decodeURIComponent(url.href.slice(root.href.length).split(/[?#]/)[0]).replace(/(^|\/)$/, '$1index.html');
  return path.endsWith('.html') ? path + url.search + url.hash : null;
}

const inShell = (to) => `${given?.shell ?? new URL(start, root)}#${to}`;

function follow(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || link.hasAttribute('download')) return;
  if (!given.files && /[?&]beeld=/.test(link.search)) return apart(link);
  const to = route(link);
  if (to === null) return elsewhere(link);
  event.preventDefault();
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) open(inShell(to));
  else tell({ go: to });
}

// Another view of a page, such as questions on a projector, needs no record: it gets a window of its own.
function apart(link) {
  link.target = '_blank';
  link.rel = 'noopener';
}

// Other sites may not come inside the frame.
function elsewhere(link) {
  link.target = /^https?:$/.test(link.protocol) ? '_blank' : '_top';
  link.rel = 'noopener';
}

/** As a browser goes to a place on a page, `:target`, focus and `hashchange` included; but the steps back are the shell's. */
function arrive(anchor) {
  if (/(opdracht|herhaal)[=%]/i.test(anchor)) bring(`#${anchor}`);
  else location.replace(`${location.href.split('#')[0]}#${encodeURI(anchor)}`);
}

/** Something for a script rather than a place: a frame has no address of its own to put it in. Empty when it was taken. */
function bring(hash) {
  own.arrived = hash;
  if (hash) dispatchEvent(new Event('hashchange'));
}
own.arrive = bring;

function leave() {
  dispatchEvent(new Event('pagehide')); // what saves itself when a page closes saves itself now
  tell({ left: scrollY });
}

// ---- The record ----
const native = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');

/** The page's own storage, which the course does not see; null when the browser keeps none. */
function natively(work) {
  try {
    return work(native.get.call(globalThis));
  } catch {
    return null;
  }
}

const at = (text) => {
  try {
    return JSON.parse(text)?.at ?? 0;
  } catch {
    return 0;
  }
};

/** The shell's record: `area` is what the page takes for its `localStorage`. */
class Mirror {
  sent = new Map(); // number of a message → key and text that the shell has not confirmed
  count = 0;
  closing = false;
  full = false;

  constructor(items) {
    const mirror = this;
    this.area = Object.assign(
      Object.create({
        getItem(key) {
          return Object.hasOwn(this, key) ? this[key] : null;
        },
        setItem(key, text) {
          mirror.send(key, (this[key] = mirror.room(String(text))));
        },
        removeItem(key) {
          delete this[key];
          mirror.send(key, null);
        },
      }),
      items,
    );
    addEventListener('pagehide', ({ isTrusted }) => isTrusted && this.close(), true);
  }

  room(text) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    return text;
  }

  send(key, text) {
    this.count += 1;
    this.sent.set(this.count, [key, text]);
    tell({ put: [this.count, key, text] });
    if (this.closing) this.journal();
  }

  // A page that closes cannot wait for the shell: what is under way is also kept in the page's own storage, for its next visit.
  close() {
    this.closing = true;
    if (this.sent.size) this.journal();
  }

  journal() {
    natively((area) => area.setItem(WAITING, JSON.stringify([...this.sent.values()])));
  }

  replay() {
    const waiting = natively((area) => JSON.parse(area.getItem(WAITING)));
    natively((area) => area.removeItem(WAITING));
    for (const [key, text] of waiting ?? []) if (text !== null && at(text) > at(this.area.getItem(key))) this.area.setItem(key, text);
  }

  // ---- What the shell says ----
  kept(number) {
    this.sent.delete(number);
  }

  /** The shell's browser keeps no more: write it again, so that the page finds out and says so. */
  lost(number) {
    const [key] = this.sent.get(number);
    const text = this.area.getItem(key);
    const [kind, id] = key.split(':').slice(3);
    this.sent.delete(number);
    delete this.area[key];
    this.full = true;
    if (id && text) own.store?.set(kind, id, JSON.parse(text));
  }

  /** Another window of the course wrote something. */
  changed([key, text]) {
    if (text === null) delete this.area[key];
    else this.area[key] = text;
    dispatchEvent(new StorageEvent('storage', { key, newValue: text }));
  }
}

/** The shell's record in the place of `localStorage`; null when the shell has none, and then the page has none either. */
function takeOver(items) {
  const mirror = items && new Mirror(items);
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: mirror ? () => mirror.area : blocked });
  mirror?.replay();
  return mirror;
}

// ---- One file ----
// What a page loads later on stands in the shell, and runs as the text that its policy knows.
function bringFiles(files) {
  const pathOf = (url) => new URL(url, document.baseURI).href.slice(root.href.length).split(/[?#]/)[0];
  const put = {
    src(script, path) {
      Object.assign(script, { textContent: files[path] }).dataset.file = path;
    },
    href(link, path) {
      document.head.append(Object.assign(document.createElement('style'), { textContent: files[path] }));
    },
  };
  /** @type {[any, string][]} */
  const places = [
    [HTMLScriptElement, 'src'],
    [HTMLLinkElement, 'href'],
  ];
  for (const [{ prototype }, name] of places) {
    const native = Object.getOwnPropertyDescriptor(prototype, name);
    Object.defineProperty(prototype, name, {
      ...native,
      get() {
        return this.dataset.file ? new URL(this.dataset.file, root).href : native.get.call(this);
      },
      set(url) {
        const path = pathOf(url);
        if (!Object.hasOwn(files, path)) return native.set.call(this, url);
        put[name](this, path);
        setTimeout(() => this.dispatchEvent(new Event('load')));
      },
    });
  }
}

// The page has no address of its own, only what stands behind the #.
function keepAddress() {
  const native = history.replaceState;
  history.replaceState = (state, title, url) =>
    native.call(history, state, title, `about:srcdoc${new URL(url ?? '', document.baseURI).hash}`);
}

// ---- Inside the shell, or on its own ----
function framed() {
  const mirror = 'items' in given ? takeOver(given.items) : null;
  if (given.files) {
    bringFiles(parent.Werkwijzer.files);
    keepAddress();
    document.documentElement.dataset.search = given.search;
    if (given.anchor) arrive(given.anchor); // for scripts that read the address; the place itself is still to come
  }
  const heard = { leave, arrive };
  for (const name of ['kept', 'lost', 'changed']) heard[name] = (value) => mirror?.[name](value);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || typeof data?.werkwijzer !== 'object') return;
    for (const [name, value] of Object.entries(data.werkwijzer)) if (Object.hasOwn(heard, name)) heard[name](value);
  });
  document.addEventListener('click', follow);
  document.addEventListener('auxclick', (event) => event.button === 1 && follow(event));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'p' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    print(); // the shell would print one screen
  });
  document.addEventListener('DOMContentLoaded', () => {
    if (given.files && !given.scroll && document.getElementById(given.anchor)) arrive(given.anchor);
    tell({ ready: { page: here, title: document.title, serial: given.serial } });
  });
}

// Not before what is kept has been put back, which makes the page longer.
addEventListener('load', () => given?.scroll && scrollTo({ top: given.scroll, behavior: 'instant' }));

function alone() {
  const box = document.createElement('p');
  box.className = 'ww-notice';
  const link = document.createElement('a');
  link.href = inShell(here);
  link.textContent = own.words.aloneLink;
  box.append(own.words.alone, ' ', link);
  document.querySelector('main article')?.prepend(box);
}

if (given) framed();
else if (location.protocol === 'file:') document.addEventListener('DOMContentLoaded', alone);
