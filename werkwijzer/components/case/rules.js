/* How a case runs: what choices add up to, what happened on the way, and which ending that leads to. No DOM: a choice or an ending is
   whatever has a `dataset`, as in the page. */

const METERS = ['trust', 'goal', 'safety'];

/** The three meters after these outcomes. */
export function sums(outcomes) {
  const effects = outcomes.map((outcome) => outcome.dataset.effects.split(' ').map(Number));
  return Object.fromEntries(METERS.map((meter, index) => [meter, effects.reduce((sum, each) => sum + each[index], 0)]));
}

const listed = (said = '') => said.split(' ').filter(Boolean);

/** What happened on the way. */
export const flags = (outcomes) => outcomes.flatMap((outcome) => listed(outcome.dataset.sets));

/** Whether this is there for somebody to whom that happened. */
export const holds = ({ dataset }, happened) =>
  listed(dataset.needs).every((flag) => happened.includes(flag)) && !listed(dataset.without).some((flag) => happened.includes(flag));

/** The first ending whose minimums and condition all hold. */
export function endingOf(endings, outcomes) {
  const [sum, happened] = [sums(outcomes), flags(outcomes)];
  const enough = (ending) => listed(ending.dataset.when).every((minimum) => sum[minimum.split(':')[0]] >= Number(minimum.split(':')[1]));
  return endings.find((ending) => holds(ending, happened) && enough(ending));
}
