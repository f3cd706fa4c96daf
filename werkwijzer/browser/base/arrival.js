/* What stands behind the # of the address for a script rather than for a reader. In the offline editions a page in the shell's frame has no
   address of its own: there the shell brings it (`editions/page.js`), and `Werkwijzer.arrived` holds it. */

const own = (globalThis.Werkwijzer ??= {});

export const hash = () => own.arrived ?? location.hash;

/** Whether an assignment stands there, however a mail program wrote it down. */
export const isAsked = () => /opdracht[=%]/i.test(hash());

/** Takes that out of the address, so that a reload does not bring it again. */
export function clearHash(to = '') {
  if (own.arrived === undefined) history.replaceState(null, '', location.pathname + location.search + to);
  else own.arrive('');
}
