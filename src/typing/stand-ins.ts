/** What a message says about axes that stand where others should; without `for`, where any should. */
export interface Misplaced {
  readonly for?: readonly string[];
  readonly in: readonly string[];
  /** The one array that lacks what should be there. */
  readonly array?: string | undefined;
}

/** Whether the shape has an axis that a message has put in the place of the wanted one, or for which it stands. */
export function hasStandIn(
  said: readonly Misplaced[],
  wanted: string,
  shape: readonly string[],
): boolean {
  const meets = (axes: readonly string[]) => axes.some((axis) => shape.includes(axis));
  return said.some((misplaced) => {
    if (misplaced.for === undefined) return meets(misplaced.in);
    if (misplaced.for.includes(wanted) && meets(misplaced.in)) return true;
    return misplaced.in.includes(wanted) && meets(misplaced.for);
  });
}

/** Whether two shapes differ in nothing but axes that stand for each other. */
export function differByStandIns(
  said: readonly Misplaced[],
  one: readonly string[],
  other: readonly string[],
): boolean {
  const lacking = one.filter((axis) => !other.includes(axis));
  const extra = other.filter((axis) => !one.includes(axis));
  if (lacking.length + extra.length === 0) return false;
  return (
    lacking.every((axis) => hasStandIn(said, axis, extra)) &&
    extra.every((axis) => hasStandIn(said, axis, [axis, ...one]))
  );
}

/** Whether a message names the axis as one that stands for another, or the other way round. */
export function isMisplaced(said: readonly Misplaced[], axis: string): boolean {
  return said.some((misplaced) => misplaced.in.includes(axis) || misplaced.for?.includes(axis));
}
