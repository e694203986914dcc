/** So many assignments of small values are tried, in order of their sum. */
const SMALL_COUNT = 500;
const SPREAD_COUNT = 200;
const SPREAD_LIMIT = 64;

/** Values from 1 up for these names: smallest sum first, then by the order of the names. */
export function* smallAssignments(
  names: readonly string[],
): Generator<ReadonlyMap<string, bigint>, void> {
  let left = SMALL_COUNT;
  for (let excess = 0; left > 0; excess++) {
    for (const counts of partitions(excess, names.length)) {
      yield new Map(names.map((name, place) => [name, BigInt(1 + (counts[place] ?? 0))]));
      left -= 1;
      if (left === 0) return;
    }
    if (names.length === 0) return;
  }
}

/** All ways to write `total` as a sum of `parts` numbers ≥ 0, in lexicographic order. */
function* partitions(total: number, parts: number): Generator<readonly number[], void> {
  if (parts <= 1) {
    if (parts === 1 || total === 0) yield parts === 1 ? [total] : [];
    return;
  }
  for (let first = 0; first <= total; first++) {
    for (const rest of partitions(total - first, parts - 1)) yield [first, ...rest];
  }
}

/** The same values for the same names in every run, without any pattern that a size could follow. */
export function* spreadAssignments(
  names: readonly string[],
): Generator<ReadonlyMap<string, bigint>, void> {
  const draw = drawing();
  for (let count = 0; count < SPREAD_COUNT; count++) {
    yield new Map(names.map((name) => [name, BigInt(1 + draw(SPREAD_LIMIT))]));
  }
  // One very large base with widely spread powers separates any two polynomials of modest size.
  yield new Map(names.map((name, place) => [name, 1_000_003n ** BigInt(5 * place + 1)]));
}

/** A linear congruential generator (Numerical Recipes) with a fixed seed. */
function drawing(): (limit: number) => number {
  let state = 20_240_917;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
