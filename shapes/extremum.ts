import {
  add,
  atomSize,
  constant,
  constantTerm,
  type Size,
  soleAtom,
  subtract,
  ZERO,
} from "./polynomial.ts";
import { isAtLeast } from "./range.ts";
import { lesser } from "./whole.ts";

type Extremum = "min" | "max";

const extrema = new Map<string, Size>();

/** The smallest of one or more sizes. */
export function minimum(...args: readonly Size[]): Size {
  return extremum("min", args);
}

/** The largest of one or more sizes. */
export function maximum(...args: readonly Size[]): Size {
  return extremum("max", args);
}

function extremum(kind: Extremum, args: readonly Size[]): Size {
  if (args.length === 0) throw new RangeError(`There is no ${kind} of no sizes.`);
  const key = `${kind} ${args.map((arg) => arg.uid).join(" ")}`;
  let size = extrema.get(key);
  if (size === undefined) {
    size = pullOutConstant(kind, dropDominated(kind, flatten(kind, args)));
    extrema.set(key, size);
  }
  return size;
}

/** M1: max(max(a, b) + k, c) = max(a + k, b + k, c); equal arguments count once. */
function flatten(kind: Extremum, args: readonly Size[]): readonly Size[] {
  const flat = args.flatMap((arg) => {
    const shift = constant(constantTerm(arg));
    const atom = soleAtom(subtract(arg, shift));
    return atom?.kind === kind ? atom.args.map((inner) => add(inner, shift)) : [arg];
  });
  return [...new Set(flat)].sort((a, b) => a.uid - b.uid);
}

/** M2, M3: an argument goes when another is at least as extreme for all values. */
function dropDominated(kind: Extremum, args: readonly Size[]): readonly Size[] {
  const kept: Size[] = [];
  for (const arg of args) {
    if (kept.some((other) => isAsExtreme(kind, other, arg))) continue;
    const rest = kept.filter((other) => !isAsExtreme(kind, arg, other));
    kept.splice(0, kept.length, ...rest, arg);
  }
  return kept;
}

function isAsExtreme(kind: Extremum, winner: Size, loser: Size): boolean {
  return kind === "max" ? isAtLeast(winner, loser) : isAtLeast(loser, winner);
}

/** M4: max(a + k, b + l) = max(a + k − m, b + l − m) + m, where m is the smaller of k and l. */
function pullOutConstant(kind: Extremum, args: readonly Size[]): Size {
  const [first, second] = args;
  if (first !== undefined && second === undefined) return first;
  const shift = constant(args.map(constantTerm).reduce(lesser));
  const shifted = shift === ZERO ? args : args.map((arg) => subtract(arg, shift));
  const ordered = shifted.toSorted((a, b) => a.uid - b.uid);
  return add(atomSize({ kind, args: ordered }), shift);
}
