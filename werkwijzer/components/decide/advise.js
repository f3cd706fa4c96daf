/* The rule of the decision aid, as `advise` in Python has it. No DOM. */

/**
 * Of answers `{to, reason, find}` in the order of the questions, `ranks` (outcome → rank) and the outcome that holds otherwise:
 * `{outcome, reasons, also, find}`.
 */
export function advise(answers, ranks, plain) {
  const pointing = answers.filter(({ to }) => to);
  const outcome = pointing.map(({ to }) => to).sort((a, b) => ranks[a] - ranks[b])[0] ?? plain;
  const why = (own) => pointing.filter(({ to }) => (to === outcome) === own).map(({ reason }) => reason);
  return { outcome, reasons: why(true), also: why(false), find: answers.filter(({ find }) => find).map(({ find }) => find) };
}
