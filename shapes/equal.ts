import { pairKey, unlessTooLarge } from "./polynomial.ts";
import { vanishesOnResidues } from "./residues.ts";
import { smallAssignments, spreadAssignments } from "./sample.ts";
import { evaluate, type Size, subtract, symbolsOf } from "./size.ts";

/** Whether two sizes are equal for all values of their names. */
export type Verdict =
  | { readonly kind: "proved"; readonly by: "normal form" | `residues mod ${bigint}` }
  /** They differ at these values, the smallest that were found. */
  | {
      readonly kind: "refuted";
      readonly values: ReadonlyMap<string, bigint>;
      readonly left: bigint;
      readonly right: bigint;
    }
  | { readonly kind: "unknown" };

const verdicts = new Map<number, Verdict>();

/** Decides equality for all values ≥ 1; `unknown` means that neither a proof nor an example was found. */
export function compareSizes(left: Size, right: Size): Verdict {
  if (left === right) return { kind: "proved", by: "normal form" };
  const key = pairKey(left, right);
  let verdict = verdicts.get(key);
  if (verdict === undefined) {
    verdict = unlessTooLarge((): Verdict => refute(left, right) ?? prove(left, right), {
      kind: "unknown",
    });
    verdicts.set(key, verdict);
  }
  return verdict;
}

function refute(left: Size, right: Size): Verdict | undefined {
  const names = [...symbolsOf(subtract(left, right))].sort();
  const others = [...symbolsOf(left), ...symbolsOf(right)].filter((name) => !names.includes(name));
  const refutation = (sample: ReadonlyMap<string, bigint>): Verdict | undefined => {
    const values = new Map([...others.map((name) => [name, 1n] as const), ...sample].sort(byName));
    const [a, b] = [left, right].map((size) => evaluate(size, (name) => values.get(name)));
    if (a === undefined || b === undefined || a === b) return undefined;
    return { kind: "refuted", values, left: a, right: b };
  };
  for (const sample of smallAssignments(names)) {
    const found = refutation(sample);
    if (found !== undefined) return found;
  }
  for (const sample of spreadAssignments(names)) {
    const found = refutation(sample);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byName([a]: readonly [string, bigint], [b]: readonly [string, bigint]): number {
  return a < b ? -1 : 1;
}

function prove(left: Size, right: Size): Verdict {
  const modulus = vanishesOnResidues(subtract(left, right));
  if (modulus === undefined) return { kind: "unknown" };
  return { kind: "proved", by: `residues mod ${modulus}` };
}
