import type { ArrayType } from "../../../shapes/array-type.ts";
import type { AxisTerm, BracketOption, Brackets } from "../../document/document.ts";
import type { BracketSpec, Op } from "../../ops/op.ts";
import { axesOption, initialOptions, isOpenOption } from "./initial-options.ts";
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
  for (const { targets, over } of seats(op, known, taken)) {
    for (const results of resultCandidates(op.brackets, targets, taken)) {
      const names = new Set([...taken, ...(results ?? [])]);
      yield bracketsOf(targets, results, initialOptions(op.brackets, over, names));
    }
  }
  yield openBrackets(op.brackets);
}

/** Brackets with `?` for every axis that the operation needs. */
export function openBrackets(spec: BracketSpec): Brackets | undefined {
  const targets = unknowns(spec.targets);
  const options = initialOptions(spec, [], new Set());
  if (spec.results !== "none") return { targets, results: unknowns(spec.results), options };
  return spec.targets === "none" && options.length === 0 ? undefined : { targets, options };
}

/** Whether brackets lack axes that the operation needs, or have a `?` among them. */
export function needsAxes(spec: BracketSpec, brackets: Brackets | undefined): boolean {
  if (brackets === undefined) return spec.targets === "some" || typeof spec.targets === "number";
  const axes = [...brackets.targets, ...(brackets.results ?? [])];
  return axes.some(({ kind }) => kind === "unknown") || brackets.options.some(isOpenOption);
}

/** The targets that an operation may have, and the axes that go behind its `over`. */
interface Seat {
  readonly targets: readonly string[];
  readonly over: readonly string[];
}

/** Seats in the order in which they are likely meant. */
function* seats(
  op: Op,
  operands: readonly NonNullable<Operand>[],
  taken: ReadonlySet<string>,
): Generator<Seat> {
  if (axesOption(op.brackets)?.initial !== undefined) yield* channelSeats(operands[0]);
  for (const targets of targetCandidates(op, operands, taken)) yield { targets, over: [] };
}

/** Channels in front of the two axes of an image, or behind those of a sequence. */
function* channelSeats(operand: Operand): Generator<Seat> {
  const axes = operand?.shape.map(({ name }) => name) ?? [];
  const [channels, height, width] = axes.slice(-3);
  if (channels !== undefined && height !== undefined && width !== undefined) {
    yield { targets: [channels], over: [height, width] };
  }
  const [along, last] = axes.slice(-2);
  if (along !== undefined && last !== undefined) yield { targets: [last], over: [along] };
}

function unknowns(takes: BracketSpec["targets"]): readonly AxisTerm[] {
  const count = takes === "none" ? 0 : typeof takes === "number" ? takes : 1;
  return Array.from({ length: count }, () => ({ kind: "unknown" }));
}

function bracketsOf(
  targets: readonly string[],
  results: readonly string[] | undefined,
  options: readonly BracketOption[],
): Brackets | undefined {
  if (targets.length === 0 && results === undefined && options.length === 0) return undefined;
  const shape = targets.map(axisTerm);
  return results === undefined
    ? { targets: shape, options }
    : { targets: shape, results: results.map(axisTerm), options };
}

function axisTerm(name: string): AxisTerm {
  return { kind: "axis", name };
}

/** Lists of targets, the most likely first. */
function* targetCandidates(
  { brackets: spec, family }: Op,
  operands: readonly NonNullable<Operand>[],
  taken: ReadonlySet<string>,
): Generator<readonly string[]> {
  if (spec.targets === "none") {
    yield [];
    return;
  }
  const axes = likelyTargets(spec, operands, taken);
  if (typeof spec.targets === "number" && spec.targets > 1) {
    if (operands.length === 1 && spec.targets === 2) yield* neighbours(axes);
    yield* runsOf(axes, spec.targets);
    return;
  }
  // What makes one axis of several is meant for several, and images have two.
  const areJoined = spec.targets === "some" && spec.results === 1 && spec.sought !== "none";
  if (areJoined || (family === "images" && axes.length > 2)) yield* neighbours(axes);
  for (const axis of axes) yield [axis];
  if (spec.targets !== 1) yield* runsOf(axes, 2);
  if (spec.targets === "any") yield [];
}

/** Pairs of neighbours in the order of the array, the last ones first. */
function* neighbours(axes: readonly string[]): Generator<readonly string[]> {
  for (const pair of runsOf(axes, 2)) {
    const [first = "", second = ""] = pair;
    if (axes.indexOf(first) > axes.indexOf(second)) yield pair;
  }
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
