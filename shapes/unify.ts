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
  const known = new Map<string, Size>();
  for (const { name, size } of shapes.flat()) {
    const before = known.get(name);
    known.set(name, before ?? size);
    const problem = before && agreeOnSize(solver, { name, size }, before, why);
    if (problem !== undefined) {
      solver.rollback(mark);
      return problem;
    }
  }
  return undefined;
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

function agreeOnSize<Why>(
  solver: SizeSolver<Why>,
  { name, size }: Axis,
  expected: Size,
  why: Why,
): ShapeProblem | undefined {
  const conflict = solver.equate(size, expected, why);
  const [actual, wanted] = [solver.resolve(size), solver.resolve(expected)];
  const differ = { kind: "sizes differ", axis: name, actual, expected: wanted } as const;
  if (conflict !== undefined) return { ...differ, conflict: withoutReasons(conflict) };
  const isOpen = [...symbolsOf(actual), ...symbolsOf(wanted)].some((each) => solver.isOpen(each));
  if (isOpen || !isPolynomial(actual) || !isPolynomial(wanted)) return undefined;
  const verdict = compareSizes(actual, wanted);
  return verdict.kind === "refuted" ? { ...differ, example: verdict } : undefined;
}

function withoutReasons<Why>(conflict: SizeConflict<Why>): SizeConflict<never> {
  return { ...conflict, why: new Set() };
}
