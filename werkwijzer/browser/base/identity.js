/* Which course this is: `werkwijzer/base/identity.py` says it, and the script that every page loads first brings it. */

/** @type {string} */
export const COURSE = globalThis.Werkwijzer?.course;
