/* What the answers of a self-scan come to. No DOM. */

/** Dimension → mean of its ratings, as a share of the highest value: 0 to 1. `rated`: `[dimension, value]` of each reaction that was rated. */
export function profileOf(dimensions, rated, most) {
  const mean = (values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length / most : 0);
  const own = (id) => rated.filter(([dimension]) => dimension === id).map(([, value]) => value);
  return Object.fromEntries(dimensions.map((id) => [id, mean(own(id))]));
}

/** In which third of the scale a mean lies. */
export const bandOf = (share) => (share <= 1 / 3 ? 'low' : share >= 2 / 3 ? 'high' : 'middle');

/** Which of these pieces of advice fit a profile, else the last one. Each is a list of conditions `dimension:band`; without any it never fits by itself. */
export function adviceFor(advice, profile) {
  const holds = (condition) => bandOf(profile[condition.split(':')[0]]) === condition.split(':')[1];
  const fitting = advice.flatMap((conditions, index) => (conditions.length && conditions.every(holds) ? [index] : []));
  return fitting.length ? fitting : [advice.length - 1];
}
