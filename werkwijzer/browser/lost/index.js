/* On the page that a server shows for an address that is not there (404.html): sends an address on in which a # was written as %23, as some
   mail programs do, and an assignment to the home page, which reads it or says why not. Where the page was built without an address of
   its own, it leads the links home. */

const own = (globalThis.Werkwijzer ??= {});
const root = new URL('../../', document.currentScript.src);
const { href } = location;

/** Where this address was meant to lead; undefined when nobody can tell. */
function meant() {
  const code = /WO\d{1,3}\.[\w-]+\.[0-9a-f]{8}/.exec(href)?.[0] ?? /opdracht(?:=|%(?:25)*3D)(.*)/i.exec(href)?.[1];
  if (code !== undefined) return `${root}#opdracht=${code}`;
  const [, page, place] = /^([^#?]*?)%(?:25)*23(.*)$/.exec(href) ?? [];
  return page && `${page}#${place}`;
}

/** Links that begin at the root of the server, led to the root of the course. */
function mend() {
  for (const link of document.querySelectorAll('a[href^="/"]')) {
    if (!link.pathname.startsWith(root.pathname)) link.href = new URL(link.getAttribute('href').slice(1), root);
  }
}

// The page may ask for this script in several folders.
if (!own.lost) {
  own.lost = true;
  const to = meant();
  if (to) location.replace(to);
  else mend();
}
