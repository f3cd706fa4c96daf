/* The offline copy. `werkwijzer build` puts VERSION and FILES (path → sha256) in front of this.

   A version comes in whole or not at all: every file is checked against its hash. A page that came from a version gets its
   scripts, styles and search from that same version for as long as it is open, even when a newer one has arrived meanwhile.
   So a new version may take over at once: the next page that somebody opens is new, the page that is open stays what it is. */

const SCOPE = registration.scope;
const PREFIX = `werkwijzer:${SCOPE}:`;
const NAME = PREFIX + VERSION;
const READERS = `${PREFIX}lezers`; // which version each open page came from; kept, because workers are stopped and started
const TOGETHER = 6;
const DAY = 864e5;
const readers = new Map();
Object.setPrototypeOf(FILES, null);

const addressOf = (path) => new URL(path.replace(/(^|\/)index\.html$/, '$1') || './', SCOPE).href;
const keyOf = (path) => `${addressOf(path)}?${FILES[path]}`;

/** The path in the course; a folder means its page. */
function pathOf(address) {
  const path = address
    .slice(SCOPE.length)
    .split(/[?#]/)[0]
    .replace(/(^|\/)$/, '$1index.html');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// ---- Coming in ----
async function fill() {
  const cache = await caches.open(NAME);
  const paths = Object.keys(FILES);
  const work = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) await keep(cache, path);
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  if (!(await caches.has(NAME))) throw new Error('somebody tidied meanwhile'); // the browser tries again later
}

// What another version holds already is not asked for again.
async function keep(cache, path) {
  if (await cache.match(keyOf(path))) return;
  await cache.put(keyOf(path), (await caches.match(keyOf(path))) ?? (await fetched(path)));
}

async function fetched(path) {
  const answer = await fetch(addressOf(path), { cache: 'reload', integrity: `sha256-${FILES[path]}` });
  if (!answer.ok) throw new TypeError(`${path}: ${answer.status}`);
  const headers = new Headers(answer.headers);
  headers.set('cache-control', 'no-cache'); // else a browser's memory hands the script of an old page to a new one
  return new Response(answer.body, { headers }); // without the marks of a redirect, which pages may not have
}

/** Away with versions that no open page came from. A page that rests in the browser's memory is not on the list of open pages,
    nor is one that is only just arriving: they count for a day. */
async function tidy() {
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
  const used = new Set([NAME, READERS]);
  const list = await caches.open(READERS);
  for (const request of await list.keys()) {
    const entry = await list.match(request);
    const fresh = Date.now() - entry.headers.get('x-since') < DAY;
    if (fresh || open.has(new URL(request.url).search.slice(1))) used.add(await entry.text());
    else await list.delete(request);
  }
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !used.has(name)) await caches.delete(name);
}

// ---- Answering ----
const readerKey = (client) => `${SCOPE}?${client}`;

async function remember(client) {
  readers.set(client, NAME);
  await (await caches.open(READERS)).put(readerKey(client), new Response(NAME, { headers: { 'x-since': Date.now() } }));
}

async function versionOf(client) {
  if (!readers.has(client)) readers.set(client, await (await (await caches.open(READERS)).match(readerKey(client)))?.text());
  return readers.get(client);
}

async function kept(name, path) {
  return (await caches.has(name)) ? (await caches.open(name)).match(addressOf(path), { ignoreSearch: true }) : undefined;
}

// Mail programs may write a # as %23; decoded it would look like the home page.
const HASH = /%(?:25)*23/;

async function page({ request, resultingClientId }) {
  if (HASH.test(request.url.split(/[?#]/)[0])) return Response.redirect(request.url.replace(HASH, '#'));
  const path = pathOf(request.url);
  const found = await kept(NAME, path);
  if (found) return (await remember(resultingClientId), found);
  if (FILES[`${path}/index.html`]) return Response.redirect(`${request.url.split(/[?#]/)[0]}/`);
  return fetch(request).catch(() => new Response(WORDS.away, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } }));
}

// A page that came from the network goes on there.
async function part({ request, clientId }) {
  const version = await versionOf(clientId);
  const path = pathOf(request.url);
  return (version && (await kept(version, path))) || (version === NAME && FILES[path] ? fetched(path) : fetch(request));
}

// ---- What pages ask ----
const asked = {
  /** Whether the page came from an older version than this one. */
  async newer(client) {
    return ![undefined, NAME].includes(await versionOf(client));
  },
  fill: () =>
    fill().then(
      () => true,
      () => false,
    ),
};

addEventListener('message', (event) => {
  const {
    data,
    source,
    ports: [port],
  } = event;
  if (port && Object.hasOwn(asked, data)) event.waitUntil(asked[data](source.id).then((said) => port.postMessage(said)));
});
addEventListener('install', (event) => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(tidy()));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE) || request.headers.has('range')) return;
  event.respondWith(request.mode === 'navigate' ? page(event) : part(event));
});
