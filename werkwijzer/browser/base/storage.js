/* Storage that may be blocked or full. */

/** What `use` makes of the browser's storage; null where there is none to use. */
export function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
