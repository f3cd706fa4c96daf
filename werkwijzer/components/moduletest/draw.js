/* Which questions a module's test asks. No DOM. */

/**
 * At most `count` of the items, chapters in turn, in each chapter first the goals that have none yet, then what was never
 * answered, then what was answered longest ago. `{id, chapter, goal, at}`, at 0 for never; `rank` breaks ties.
 */
export function draw(items, count, rank) {
  const chapters = [...new Set(items.map((item) => item.chapter))];
  const drawn = [];
  while (drawn.length < Math.min(count, items.length)) {
    for (const chapter of chapters) {
      const goals = drawn.map((item) => item.goal);
      const left = items.filter((item) => item.chapter === chapter && !drawn.includes(item));
      const weight = (item) => [goals.filter((goal) => goal === item.goal).length, item.at, rank(item)];
      left.sort((a, b) => weight(a).reduce((sum, value, index) => sum || value - weight(b)[index], 0));
      if (left.length && drawn.length < count) drawn.push(left[0]);
    }
  }
  return drawn;
}
