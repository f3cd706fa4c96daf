/* Days: '2027-03-04' in data, a whole number since 1970 to count with. */

export const DAY = 864e5; // milliseconds

export const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
export const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
/** Which day it is by the reader's clock. */
export const dayNow = (ms = Date.now()) => Math.floor((ms - new Date(ms).getTimezoneOffset() * 60000) / DAY);
export const isDay = (value) =>
  typeof value === 'string' && /^20\d\d-\d\d-\d\d$/.test(value) && !Number.isNaN(dayOf(value)) && isoOf(dayOf(value)) === value;

/**
 * donderdag 4 maart 2027
 * @param {string} iso
 * @param {Intl.DateTimeFormatOptions} [style]
 */
export const sayDay = (iso, style = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }) =>
  new Date(dayOf(iso) * DAY).toLocaleDateString('nl-NL', { ...style, timeZone: 'UTC' });

/** 2026-11-22, as in names of files; whatever a clock that ran ahead put in the future counts as today. */
export const stampOf = (ms = Date.now()) => new Date(Math.min(ms, Date.now())).toLocaleDateString('sv-SE');
