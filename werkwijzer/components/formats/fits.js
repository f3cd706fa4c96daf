/* Which cards fit what somebody asks. No DOM. */

/** Whether a card `{aims, phases, size, minutes}` fits; what is not asked does not count. */
export function fits(card, { doel = '', moment = '', mensen = 0, tijd = 0 }) {
  const [least, most] = card.size;
  return (
    (!doel || card.aims.includes(doel)) &&
    (!moment || card.phases.includes(moment)) &&
    (!mensen || (least <= mensen && mensen <= most)) &&
    (!tijd || card.minutes <= tijd)
  );
}
