/** What becomes of the hole that a contraction leaves between the strands that survive. */
export type Closing = "down" | "up" | "keep";

/** Two arrays, the first above the second; shared axes that are not in `output` are summed over. */
export interface Pair {
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly output: readonly string[];
  readonly closing: Closing;
}

/** What happens to each axis of a pair; every list is in drawing order. */
export interface Roles {
  /** Survive at the height of the upper array. */
  readonly stays: readonly string[];
  /** Survive at the height of the lower array. */
  readonly settles: readonly string[];
  /** Shared, and summed over by a cup. */
  readonly summed: readonly string[];
  /** Shared, and dotted on the lower array: the upper strand comes down. */
  readonly dives: readonly string[];
  /** Shared, and dotted on the upper array: the lower strand comes up. */
  readonly rises: readonly string[];
  /** In one array only, and summed over without a cup. */
  readonly lonely: readonly string[];
}

/** A diagonal goes up when the output names it before the last axis that only the upper array has. */
export function rolesOf({ above, below, output }: Pair): Roles {
  const shared = (axis: string) => above.includes(axis) && below.includes(axis);
  const lastFree = output.findLastIndex((axis) => above.includes(axis) && !below.includes(axis));
  const firstFree = output.findIndex((axis) => below.includes(axis) && !above.includes(axis));
  const isUp = (axis: string) => {
    if (!shared(axis)) return above.includes(axis);
    const at = output.indexOf(axis);
    return lastFree >= 0 ? at < lastFree : firstFree < 0 || at < firstFree;
  };
  const known = output.filter((axis) => above.includes(axis) || below.includes(axis));
  const stays = known.filter(isUp);
  const settles = known.filter((axis) => !isUp(axis));
  const gone = (axis: string) => !output.includes(axis);
  return {
    stays,
    settles,
    summed: above.filter((axis) => gone(axis) && shared(axis)),
    dives: settles.filter(shared),
    rises: stays.filter(shared),
    lonely: [...above, ...below].filter((axis) => gone(axis) && !shared(axis)),
  };
}
