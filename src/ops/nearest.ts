import type { Op } from "./op.ts";

/** The operation whose name or synonym is nearest, at most a third of the letters away. */
export function nearest(name: string, ops: readonly Op[]): Op | undefined {
  const wanted = normal(name);
  const limit = Math.min(2, Math.floor(wanted.length / 3));
  const byName = closest(wanted, limit, ops, (op) => [op.name]);
  return byName ?? closest(wanted, 0, ops, (op) => op.synonyms ?? []);
}

function closest(
  wanted: string,
  limit: number,
  ops: readonly Op[],
  wordsOf: (op: Op) => readonly string[],
): Op | undefined {
  let best: Op | undefined;
  let bound = limit + 1;
  for (const op of ops) {
    for (const word of wordsOf(op)) {
      const distance = editDistance(wanted, normal(word));
      if (distance >= bound) continue;
      bound = distance;
      best = op;
    }
  }
  return best;
}

/** Letters and digits only, in lower case: `LayerNorm` is `layer_norm`. */
function normal(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** Letters to insert, delete or replace, neighbours exchanged counting as one. */
function editDistance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + same);
      const swapped = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return at(row, right.length);
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}
