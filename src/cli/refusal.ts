/** What the command line cannot do as asked: one sentence for the user, exit code 2. */
export class Refusal extends Error {}

/** Names `wrong` as unknown, with the nearest known name or all of them. */
export function unknownName(what: string, wrong: string, known: readonly string[]): Refusal {
  const near = nearestName(wrong, known);
  const hint =
    near === undefined
      ? `There are ${known.map(quote).join(", ")}.`
      : `Did you mean ${quote(near)}?`;
  return new Refusal(`There is no ${what} ${quote(wrong)}. ${hint}`);
}

/** The known name within a few slips of the finger, if there is one. */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  const scored = known.map((name) => ({ name, slips: countSlips(wrong, name) }));
  const best = scored.toSorted((a, b) => a.slips - b.slips)[0];
  return best !== undefined && best.slips <= Math.max(1, wrong.length / 3) ? best.name : undefined;
}

function quote(name: string): string {
  return `\`${name}\``;
}

// Letters to add, drop, replace or swap with a neighbour.
function countSlips(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
