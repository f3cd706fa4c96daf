/* Days as people say them. */

/** 22 november 2026; of something that was kept: what a clock that ran ahead put in the future counts as now. */
export const date = (ms) => new Date(Math.min(ms, Date.now())).toLocaleDateString('nl-NL', { dateStyle: 'long' });
