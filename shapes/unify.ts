import type { Axis, Shape } from "./axis.ts";
import type { SizeConflict } from "./conflict.ts";
import { compareSizes } from "./equal.ts";
import type { ShapeProblem } from "./problem.ts";
import { isPolynomial, type Size, symbolsOf } from "./size.ts";
import type { SizeSolver } from "./solve.ts";

/**
 * Makes two shapes the same: equal sets of axis names, in any order, with equal sizes. Answers what
 * stands in the way; then the solver is as it was before.
 */
export function unifyShapes<Why>(
  solver: SizeSolver<Why>,
  { actual, expected }: { readonly actual: Shape; readonly expected: Shape },
  why: Why,
): ShapeProblem | undefined {
  const missing = expected.find(({ name }) => axisNamed(actual, name) === undefined);
  if (missing !== undefined) return { kind: "missing axis", axis: missing.name, actual, expected };
  const extra = actual.find(({ name }) => axisNamed(expected, name) === undefined);
  if (extra !== undefined) return { kind: "extra axis", axis: extra.name, actual, expected };
  return agreeOnAxes(solver, [expected, actual], why);
}

/**
 * Makes shapes agree on the axes that they share, as when one is broadcast to another. Answers what
 * stands in the way; then the solver is as it was before.
 */
export function agreeOnAxes<Why>(
  solver: SizeSolver<Why>,
  shapes: readonly Shape[],
  why: Why,
): ShapeProblem | undefined {
  const repeated = shapes.flatMap(repeatedAxes)[0];
  if (repeated !== undefined) return repeated;
  const mark = solver.mark();
  const pairs = pairsOf(shapes);
  const problem =
    firstProblem(pairs, (pair) => agreeOnSize(solver, pair, why)) ??
    // What a later axis binds may show that an earlier one differs.
    firstProblem(pairs, (pair) => differenceOf(solver, pair));
  if (problem !== undefined) solver.rollback(mark);
  return problem;
}

/** The axis of this name, if the shape has it. */
export function axisNamed(shape: Shape, name: string): Axis | undefined {
  return shape.find((axis) => axis.name === name);
}

function repeatedAxes(shape: Shape): readonly ShapeProblem[] {
  return shape
    .filter(({ name }, place) => shape.findIndex((axis) => axis.name === name) < place)
    .map(({ name }) => ({ kind: "repeated axis", axis: name, actual: shape }));
}

/** An axis and the size that a shape before gave to its name. */
interface Pair {
  readonly axis: Axis;
  readonly expected: Size;
}

function pairsOf(shapes: readonly Shape[]): readonly Pair[] {
  const known = new Map<string, Size>();
  return shapes.flat().flatMap((axis) => {
    const expected = known.get(axis.name);
    if (expected !== undefined) return [{ axis, expected }];
    known.set(axis.name, axis.size);
    return [];
  });
}

function firstProblem(
  pairs: readonly Pair[],
  problemOf: (pair: Pair) => ShapeProblem | undefined,
): ShapeProblem | undefined {
  for (const pair of pairs) {
    const problem = problemOf(pair);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function agreeOnSize<Why>(
  solver: SizeSolver<Why>,
  { axis, expected }: Pair,
  why: Why,
): ShapeProblem | undefined {
  const conflict = solver.equate(axis.size, expected, why);
  if (conflict === undefined) return differenceOf(solver, { axis, expected });
  return {
    kind: "sizes differ",
    axis: axis.name,
    actual: solver.resolve(axis.size),
    expected: solver.resolve(expected),
    conflict: withoutReasons(conflict),
  };
}

/** Sizes without open names that differ for some values, although no claim refutes them. */
function differenceOf<Why>(
  solver: SizeSolver<Why>,
  { axis, expected }: Pair,
): ShapeProblem | undefined {
  const [actual, wanted] = [solver.resolve(axis.size), solver.resolve(expected)];
  const isOpen = [...symbolsOf(actual), ...symbolsOf(wanted)].some((each) => solver.isOpen(each));
  if (isOpen || !isPolynomial(actual) || !isPolynomial(wanted)) return undefined;
  const verdict = compareSizes(actual, wanted);
  if (verdict.kind !== "refuted") return undefined;
  return { kind: "sizes differ", axis: axis.name, actual, expected: wanted, example: verdict };
}

function withoutReasons<Why>(conflict: SizeConflict<Why>): SizeConflict<never> {
  return { ...conflict, why: new Set() };
}
