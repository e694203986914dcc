import type { Size } from "../../shapes/size.ts";
import type { Expression, Port, Statement } from "../document/document.ts";
import type { Loop } from "../document/parts.ts";
import { missingPart, notGivenYet } from "./absence-messages.ts";
import { blameEntry } from "./blame-entry.ts";
import {
  axisNames,
  type Body,
  type Checking,
  differAsSaid,
  makeValue,
  quoteSize,
  quoteValue,
  report,
} from "./checking.ts";
import { comingsAndGoings } from "./comings-and-goings.ts";
import { inferCopies, isChanging } from "./copies.ts";
import { settleResults, writtenAxes } from "./declared.ts";
import type { Crossing, Value } from "./diagram.ts";
import { entriesFit, entriesOf } from "./entries.ts";
import { inferStart, unknownValue } from "./expression.ts";
import { lookUpArray, readInto } from "./lookup.ts";
import { arrayOutOfSight, contradiction, unknownArray, wrongEntries } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { readSizeAt } from "./read-size.ts";
import { axisNamed, freshSize } from "./scope.ts";
import {
  axisTwice,
  missingAxis,
  startDoesNotFit,
  stateAlongScan,
  stateChanges,
} from "./shape-messages.ts";

type Each = Extract<Statement, { kind: "each" }>;
type CarryStatement = Extract<Statement, { kind: "carry" }>;
type Collect = Extract<Statement, { kind: "collect" }>;

/** A carry between its entry and its exit. */
export interface Carried {
  readonly statement: CarryStatement;
  readonly start: Value;
  readonly inner: Value;
}

/** Types a repeat or a scan: one body, whatever the number of copies or steps. */
export function inferLoop(checking: Checking, outer: Body, loop: Loop): void {
  const count = countOf(checking, outer, loop);
  const inside: Body = {
    parent: outer,
    loops: [loop, ...outer.loops],
    values: new Map(),
    nodes: [],
    reads: new Map(),
  };
  const loopAxis = axisOf(loop);
  const eaches = ofKind(loop, "each").map((statement) =>
    inferEach(checking, outer, inside, statement, { loop, axis: loopAxis, count }),
  );
  const carries = ofKind(loop, "carry").map((statement) =>
    inferEntry(checking, outer, inside, statement, loop),
  );
  const before = checking.diagnostics.length;
  checking.inferBody(inside, loop.body);
  const blamed = carries.filter((carried) => blameEntry(checking, inside, carried, before));
  const ends = carries.map((carried) =>
    inferExit(checking, inside, carried, { loop, count, blamed: blamed.includes(carried) }),
  );
  const wrongStates = ends.flatMap(({ next, wrong }) => (wrong ? [next] : []));
  const collects = ofKind(loop, "collect").map((statement) =>
    inferCollect(checking, inside, statement, { loop, axis: loopAxis, count }, wrongStates),
  );
  const changed = inferCopies(checking, loop, count, ends);
  const finals = ends.map((end, i) => {
    const final = changed[i] ?? end.final;
    if (isChanging(end.carried.statement)) adoptExit(checking, final);
    outer.values.set(end.carried.statement.port.name, final);
    return { ...end, final };
  });
  for (const { outer: stacked } of collects) {
    if (stacked.name !== undefined) outer.values.set(stacked.name, stacked);
  }
  const crossings: readonly Crossing[] = [
    ...eaches,
    ...finals.map(({ carried, next, final }) => ({
      kind: "carry" as const,
      start: carried.start,
      inner: carried.inner,
      next,
      final,
    })),
    ...inside.reads.values(),
    ...collects,
  ];
  const operands = [
    ...eaches.map((each) => each.outer),
    ...carries.map((carried) => carried.start),
    ...inside.reads.keys(),
  ];
  const index = loop.kind === "scan" ? loopAxis : loop.index;
  outer.nodes.push({
    kind: "loop",
    id: loop.id,
    loop: loop.kind,
    count,
    ...(index !== undefined && { index }),
    shared: loop.kind === "scan" || (loop.shared ?? false),
    reverse: loop.kind === "scan" && (loop.reverse ?? false),
    crossings,
    nodes: inside.nodes,
    operands,
    results: [...finals.map(({ final }) => final), ...collects.map((collect) => collect.outer)],
    ...(finals.some(({ wrong }) => wrong) && { wrong: true }),
  });
}

/** After the loop the exit's axes have the sizes of the last copy. */
function adoptExit(checking: Checking, final: Value): void {
  for (const axis of final.type.shape) checking.scope.axes.set(axis.name, axis);
}

interface Around {
  readonly loop: Loop;
  readonly axis: string | undefined;
  readonly count: Size;
}

type KindOf<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;

function ofKind<K extends "each" | "carry" | "collect">(loop: Loop, kind: K): readonly KindOf<K>[] {
  return loop.body.filter((statement): statement is KindOf<K> => statement.kind === kind);
}

/** The axis that `each` takes away and `collect` puts back. */
function axisOf(loop: Loop): string | undefined {
  if (loop.kind === "repeat") return loop.index;
  return loop.axis.kind === "axis" ? loop.axis.name : undefined;
}

function countOf(checking: Checking, outer: Body, loop: Loop): Size {
  const place = { node: loop.id };
  if (loop.kind === "repeat") {
    const count = readSizeAt(checking, outer.loops, loop.count, { ...place, part: "count" });
    const number = count && checking.sizes.evaluate(count);
    if (number !== undefined && number < 0n) {
      const title = `A repeat has at least 0 copies, but this one has ${number}.`;
      report(checking, contradiction(title, []), { ...place, part: "count" });
    }
    return count ?? freshSize(checking.scope, "N");
  }
  const axis = axisOf(loop);
  if (axis !== undefined) return axisNamed(checking.scope, axis).size;
  report(checking, notGivenYet("The axis of this scan"), place);
  return freshSize(checking.scope, "t");
}

function inferEach(
  checking: Checking,
  outer: Body,
  inside: Body,
  statement: Each,
  around: Around,
): Extract<Crossing, { kind: "each" }> {
  const whole = checking.inferOperand(outer, statement.from);
  const { port, id } = statement;
  const axis = crossingAxis(checking, statement, around);
  const shape = axisNames(whole.type.shape);
  const lacks = axis !== undefined && !shape.includes(axis);
  if (lacks && !whole.poisoned) {
    const use = { callee: "each", axis, array: quoteValue(whole), name: whole.name, shape };
    report(checking, missingAxis(use), { node: id });
  }
  const poisoned = lacks || axis === undefined || (whole.poisoned ?? false);
  const axes = shape.filter((name) => name !== axis);
  const left = { statement: id, ports: [port] };
  const maker = { id, callee: "each", left, poisoned };
  const settled = settleResults(checking, maker, [{ axes, entries: whole.type.entries }]);
  const inner = settled.values[0] ?? unknownValue(checking, id);
  if (isOwn(checking, port, statement)) inside.values.set(port.name, inner);
  return { kind: "each", outer: whole, inner, axis: axis ?? "" };
}

/** The axis of a repeat's copies has the count as its size. */
function crossingAxis(
  checking: Checking,
  statement: Each | Collect,
  { loop, axis, count }: Around,
): string | undefined {
  const place = { node: statement.id };
  if (axis === undefined) {
    if (loop.kind === "repeat") {
      const needs = "A repeat with `each` or `collect` names its copies, as in `repeat N as l:`.";
      const facts = { kind: "absent", what: "name of copies" } as const;
      report(checking, missingPart(needs, facts), { node: loop.id });
    }
    return undefined;
  }
  if (loop.kind === "scan") return axis;
  const own = axisNamed(checking.scope, axis);
  const says = `\`${axis}\` counts the copies`;
  const clash = checking.sizes.equal(own.size, count, { says, node: statement.id, axes: [own] });
  if (clash) report(checking, clash, place);
  return axis;
}

function inferEntry(
  checking: Checking,
  outer: Body,
  inside: Body,
  statement: CarryStatement,
  loop: Loop,
): Carried {
  const { port } = statement;
  const start = inferStart(checking, outer, statement.from, port);
  const axes = writtenAxes(port) ?? axisNames(start.type.shape);
  const isPartial = port.shape !== undefined && axes.length < port.shape.length;
  const poisoned = isPartial || ((start.poisoned ?? false) && port.shape === undefined);
  const inner = makeValue(checking, {
    id: `${port.name}:in`,
    name: port.name,
    axes,
    entries: entriesOf(port) ?? start.type.entries,
    maker: loop.id,
    poisoned,
  });
  const along = loop.kind === "scan" && loop.axis.kind === "axis" ? loop.axis.name : undefined;
  if (along !== undefined && axes.includes(along)) {
    const carry = { name: port.name, axis: along, enters: axes };
    if (!start.poisoned) report(checking, stateAlongScan(carry), { node: statement.id });
  } else if (!start.poisoned && !isChanging(statement)) {
    checkStart(checking, statement, loop, start, inner);
  }
  if (isOwn(checking, port, statement)) inside.values.set(port.name, inner);
  return { statement, start, inner };
}

function checkStart(
  checking: Checking,
  statement: CarryStatement,
  loop: Loop,
  start: Value,
  inner: Value,
): void {
  const enters = axisNames(inner.type.shape);
  const given = axisNames(start.type.shape);
  const place = { node: statement.id };
  if (!given.every((axis) => enters.includes(axis))) {
    const extra = given.filter((axis) => !enters.includes(axis));
    if (differAsSaid(checking, extra, [])) return;
    const carry = { loop: loop.kind, name: statement.port.name, start: given, enters };
    report(checking, startDoesNotFit(carry), place);
    return;
  }
  if (start.scalar !== undefined || isFilled(statement.from)) return;
  if (entriesFit(checking, inner.type.entries, start.type.entries)) return;
  const kinds = { takes: inner.type.entries, got: start.type.entries };
  report(checking, wrongEntries({ where: `\`${statement.port.name}\``, ...kinds }), place);
}

/** Zeros and ones are numbers, which fit every kind of entries. */
function isFilled(from: Expression): boolean {
  return from.kind === "call" && from.args.length === 0;
}

interface End {
  readonly carried: Carried;
  readonly next: Value;
  readonly final: Value;
  readonly wrong: boolean;
}

function inferExit(
  checking: Checking,
  inside: Body,
  carried: Carried,
  { loop, count, blamed }: { readonly loop: Loop; readonly count: Size; readonly blamed: boolean },
): End {
  const { statement, inner } = carried;
  const next = readNext(checking, inside, statement);
  const enters = axisNames(inner.type.shape);
  const leaves = axisNames(next.type.shape);
  const changing = isChanging(statement);
  const isWaiting = next.poisoned || inner.poisoned || differAsSaid(checking, enters, leaves);
  const quiet = isWaiting && !blamed;
  let wrong = false;
  if (!quiet && !changing && !sameAxes(enters, leaves)) {
    wrong = true;
    const { name } = statement.port;
    const times = quoteSize(checking, count);
    const carry = { loop: loop.kind, count: times, name, next: statement.to.name, enters, leaves };
    const message = stateChanges(carry);
    const why = [...(message.why ?? []), ...sizesInWords(checking, [inner, next])];
    const labels = comingsAndGoings(inside.nodes, inner, next);
    report(checking, { ...message, why, labels }, { node: statement.id });
  } else if (!quiet && !entriesFit(checking, inner.type.entries, next.type.entries)) {
    wrong = true;
    const kinds = { takes: inner.type.entries, got: next.type.entries };
    const where = `\`${statement.port.name}\``;
    report(checking, wrongEntries({ where, ...kinds }), { node: statement.id });
  }
  const { name } = statement.port;
  const final = makeValue(checking, {
    id: name,
    name,
    axes: changing ? leaves : enters,
    entries: inner.type.entries,
    maker: loop.id,
    poisoned: inner.poisoned || (wrong && statement.port.shape === undefined),
  });
  return { carried, next, final, wrong };
}

/** "m = 512 and f = 2048." for the axes in which two arrays differ and whose numbers are known. */
function sizesInWords(
  checking: Checking,
  [one, other]: readonly [Value, Value],
): readonly string[] {
  const names = [one, other].map((value) => axisNames(value.type.shape));
  const differing = [...one.type.shape, ...other.type.shape].filter(
    (axis) => !names.every((shape) => shape.includes(axis.name)),
  );
  const known = differing.flatMap((axis) => {
    const number = checking.sizes.evaluate(axis.size);
    return number === undefined ? [] : [`${axis.name} = ${number}`];
  });
  return known.length > 0 ? [`Here ${known.join(" and ")}.`] : [];
}

function readNext(checking: Checking, inside: Body, statement: CarryStatement): Value {
  const { name } = statement.to;
  checking.used.add(name);
  const found = lookUpArray(checking, inside, name);
  if (found.kind === "value") {
    return readInto(inside, found);
  }
  const place = { node: statement.id, part: `result ${name}` };
  if (found.kind === "none") {
    const nearest = nearestName(name, checking.scope.arrays.keys());
    report(checking, unknownArray(name, nearest), place);
  } else if (found.kind === "hidden") {
    report(checking, arrayOutOfSight(name), place);
  }
  return unknownValue(checking, statement.id);
}

function inferCollect(
  checking: Checking,
  inside: Body,
  statement: Collect,
  around: Around,
  wrongStates: readonly Value[],
): Extract<Crossing, { kind: "collect" }> {
  const inner = checking.inferOperand(inside, statement.from);
  const axis = crossingAxis(checking, statement, around);
  const shape = axisNames(inner.type.shape);
  const twice = axis !== undefined && shape.includes(axis);
  const said = inner.poisoned || wrongStates.includes(inner);
  if (twice && !said) report(checking, axisTwice(axis, shape), { node: statement.id });
  const poisoned = twice || axis === undefined || (inner.poisoned ?? false);
  const axes = axis === undefined ? shape : [axis, ...shape.filter((name) => name !== axis)];
  const left = { statement: statement.id, ports: [statement.port] };
  const maker = { id: around.loop.id, callee: "collect", left, poisoned };
  const settled = settleResults(checking, maker, [{ axes, entries: inner.type.entries }]);
  const outer = settled.values[0] ?? unknownValue(checking, statement.id);
  return { kind: "collect", inner, outer, axis: axis ?? "" };
}

/** Whether this statement is the one that defines the name, not a second one. */
function isOwn(checking: Checking, port: Port, statement: Statement): boolean {
  const entry = checking.scope.arrays.get(port.name);
  return entry === undefined || entry.statement === statement;
}

function sameAxes(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((axis) => right.includes(axis));
}
