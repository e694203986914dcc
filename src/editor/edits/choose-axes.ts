import type { ArrayType } from "../../../shapes/array-type.ts";
import type { AxisTerm, Brackets } from "../../document/document.ts";
import type { BracketSpec, Op } from "../../ops/op.ts";
import { freshAxisName } from "./names.ts";

/** An array that goes into an operation; `undefined` where it is not given yet or not known. */
export type Operand = Pick<ArrayType, "shape" | "entries"> | undefined;

/**
 * Brackets that an operation may have with these operands, the most likely first: to be tried one
 * after the other. `undefined` stands for no brackets at all.
 */
export function* bracketCandidates(
  op: Op,
  operands: readonly Operand[],
  taken: ReadonlySet<string>,
): Generator<Brackets | undefined> {
  const known = operands.filter((operand) => operand !== undefined);
  if (known.length < operands.length || known.length === 0) {
    yield openBrackets(op.brackets);
    return;
  }
  for (const targets of targetCandidates(op.brackets, known, taken)) {
    for (const results of resultCandidates(op.brackets, targets, taken)) {
      yield bracketsOf(targets, results);
    }
  }
  yield openBrackets(op.brackets);
}

/** Brackets with `?` for every axis that the operation needs. */
export function openBrackets(spec: BracketSpec): Brackets | undefined {
  const targets = unknowns(spec.targets);
  if (spec.results !== "none") return { targets, results: unknowns(spec.results), options: [] };
  return spec.targets === "none" ? undefined : { targets, options: [] };
}

/** Whether brackets lack axes that the operation needs, or have a `?` among them. */
export function needsAxes(spec: BracketSpec, brackets: Brackets | undefined): boolean {
  if (brackets === undefined) return spec.targets === "some" || typeof spec.targets === "number";
  return [...brackets.targets, ...(brackets.results ?? [])].some(({ kind }) => kind === "unknown");
}

function unknowns(takes: BracketSpec["targets"]): readonly AxisTerm[] {
  const count = takes === "none" ? 0 : typeof takes === "number" ? takes : 1;
  return Array.from({ length: count }, () => ({ kind: "unknown" }));
}

function bracketsOf(
  targets: readonly string[],
  results: readonly string[] | undefined,
): Brackets | undefined {
  if (targets.length === 0 && results === undefined) return undefined;
  const shape = targets.map(axisTerm);
  return results === undefined
    ? { targets: shape, options: [] }
    : { targets: shape, results: results.map(axisTerm), options: [] };
}

function axisTerm(name: string): AxisTerm {
  return { kind: "axis", name };
}

/** Lists of targets, the most likely first. */
function* targetCandidates(
  spec: BracketSpec,
  operands: readonly NonNullable<Operand>[],
  taken: ReadonlySet<string>,
): Generator<readonly string[]> {
  if (spec.targets === "none") {
    yield [];
    return;
  }
  const axes = likelyTargets(spec, operands, taken);
  if (typeof spec.targets === "number" && spec.targets > 1) {
    yield* runsOf(axes, spec.targets);
    return;
  }
  for (const axis of axes) yield [axis];
  if (spec.targets !== 1) yield* runsOf(axes, 2);
  if (spec.targets === "any") yield [];
}

/** Neighbours in the given order, so many at once. */
function* runsOf(axes: readonly string[], length: number): Generator<readonly string[]> {
  for (let start = 0; start + length <= axes.length; start += 1) {
    yield axes.slice(start, start + length);
    yield axes.slice(start, start + length).toReversed();
  }
}

/**
 * Axes in the order in which they are likely meant. Of one array the last axis comes first. What
 * several arrays share comes before the rest, but axes in front of all of them, such as a batch, last.
 */
function likelyTargets(
  spec: BracketSpec,
  operands: readonly NonNullable<Operand>[],
  taken: ReadonlySet<string>,
): readonly string[] {
  const shapes = operands.map(({ shape }) => shape.map(({ name }) => name));
  const [first = [], ...others] = spec.sought === "first" ? shapes.slice(0, 1) : shapes;
  const shared = first.filter((axis) => others.every((shape) => shape.includes(axis)));
  const own = others.length === 0 ? first.toReversed() : sharedInTurn(shared, first, others);
  if (spec.sought !== "none") return own;
  const indexed = operands.flatMap(({ entries }) => (entries.kind === "index" ? entries.axis : []));
  const rest = shapes.flat().filter((axis) => !own.includes(axis));
  return [...new Set([...indexed, ...own, ...rest, freshAxisName("n", taken)])];
}

function sharedInTurn(
  shared: readonly string[],
  first: readonly string[],
  others: readonly (readonly string[])[],
): readonly string[] {
  let leading = 0;
  while (leading < first.length && others.every((shape) => shape[leading] === first[leading])) {
    leading += 1;
  }
  const front = first.slice(0, leading);
  return [...shared.filter((axis) => !front.includes(axis)), ...front.toReversed()];
}

/** What may stand after `->`: new axes first, then the targets again, which keeps the shape. */
function* resultCandidates(
  spec: BracketSpec,
  targets: readonly string[],
  taken: ReadonlySet<string>,
): Generator<readonly string[] | undefined> {
  if (spec.results === "none") {
    yield undefined;
    return;
  }
  const same = typeof spec.results === "number" ? spec.results : Math.max(1, targets.length);
  const divides = spec.results === "some" && spec.targets === 1 && spec.sought !== "none";
  for (const count of divides ? [2, same] : [same]) yield freshAxes(targets, count, taken);
  if (same === targets.length) yield targets;
}

function freshAxes(
  targets: readonly string[],
  count: number,
  taken: ReadonlySet<string>,
): readonly string[] {
  const names = new Set([...taken, ...targets]);
  return Array.from({ length: count }, (_, index) => {
    const fresh = freshAxisName(targets[index] ?? targets.at(-1) ?? "n", names);
    names.add(fresh);
    return fresh;
  });
}
