import type { Expression, NodeId, Port, Statement } from "../document/document.ts";
import { walkExpression } from "../document/parts.ts";
import { findOperator, nearestOp } from "../ops/index.ts";
import { notGivenYet } from "./absence-messages.ts";
import { inferBlockCall } from "./block-call.ts";
import { type Body, type Checking, makeValue, report } from "./checking.ts";
import { declaredResults, type Left, settleResults } from "./declared.ts";
import type { Value } from "./diagram.ts";
import { lookUpArray, readInto } from "./lookup.ts";
import { inferLoad } from "./memory.ts";
import {
  arrayOutOfSight,
  blockContainsItself,
  layerIsNoArray,
  unknownArray,
  unknownKeyword,
  unknownOperation,
  wrongResultCount,
} from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { inferOpCall } from "./op-call.ts";
import { readSizeAt } from "./read-size.ts";
import { scalarText } from "./scalar.ts";
import { arrayOrSize } from "./shape-messages.ts";

type CallExpression = Extract<Expression, { kind: "call" }>;

/** Where the results of an expression go: a node of its own, or the left side of a statement. */
interface Destination {
  readonly id: NodeId;
  readonly left?: Left;
  /** The shape that a nameless result is to have. */
  readonly expected?: Port;
}

/** Types the right side of a statement and puts what it gives under the names on the left. */
export function inferStatement(
  checking: Checking,
  body: Body,
  statement: Extract<Statement, { kind: "array" }>,
): void {
  const left = { statement: statement.id, ports: statement.results };
  const results = inferResults(checking, body, statement.value, { id: statement.id, left });
  statement.results.forEach((port, i) => {
    const result = results[i];
    const entry = checking.scope.arrays.get(port.name);
    if (result && entry?.statement === statement) body.values.set(port.name, result);
  });
}

/** A line that did not parse makes the arrays of its left side all the same, as declared there. */
export function inferHalfTyped(
  checking: Checking,
  body: Body,
  statement: Extract<Statement, { kind: "error" }>,
): void {
  const { id, results = [] } = statement;
  const ports = results.filter(
    ({ name }) => checking.scope.arrays.get(name)?.statement === statement,
  );
  if (ports.length === 0) return;
  const left = { statement: id, ports };
  for (const value of openBox(checking, body, { id, left, operands: [] }))
    body.values.set(value.id, value);
}

/** Types an expression that stands where one array is needed. */
export function inferOperand(checking: Checking, body: Body, expression: Expression): Value {
  if (expression.kind === "name") return namedValue(checking, body, expression);
  const scalar = scalarValue(checking, body, expression);
  if (scalar) return scalar;
  const [first] = inferResults(checking, body, expression, { id: expression.id });
  return first ?? unknownValue(checking, expression.id);
}

/** As `inferOperand`, where the call itself says which of its arguments are not given. */
export function inferArgument(checking: Checking, body: Body, expression: Expression): Value {
  if (expression.kind !== "unknown") return inferOperand(checking, body, expression);
  const { id } = expression;
  const [open] = boxed(checking, body, { id, title: "?", operands: [], wrong: true });
  return open ?? unknownValue(checking, id);
}

/** As `inferOperand`, for an array whose shape stands elsewhere: `carry H[n] from zeros() to H'`. */
export function inferStart(
  checking: Checking,
  body: Body,
  expression: Expression,
  expected: Port,
): Value {
  if (expression.kind !== "call") return inferOperand(checking, body, expression);
  const scalar = scalarValue(checking, body, expression);
  if (scalar) return scalar;
  const [first] = inferResults(checking, body, expression, { id: expression.id, expected });
  return first ?? unknownValue(checking, expression.id);
}

/** A value of which nothing is known; it raises no messages. */
export function unknownValue(checking: Checking, id: NodeId): Value {
  return makeValue(checking, {
    id: `${id}:0`,
    axes: [],
    entries: { kind: "real" },
    maker: id,
    poisoned: true,
  });
}

function inferResults(
  checking: Checking,
  body: Body,
  expression: Expression,
  destination: Destination,
): readonly Value[] {
  const { id, left } = destination;
  switch (expression.kind) {
    case "number":
    case "size":
    case "name":
      return aliasResults(checking, body, expression, destination);
    case "unknown":
      report(checking, notGivenYet(left ? "The right side" : "An argument"), {
        node: expression.id,
      });
      return boxed(checking, body, { ...destination, title: "?", operands: [], wrong: true });
    case "load":
      return inferLoad(checking, body, expression, destination);
    case "call":
      if (left && scalarValue(checking, body, expression)) {
        return aliasResults(checking, body, expression, destination);
      }
      return inferCall(checking, body, expression, destination);
    case "prefix":
    case "infix": {
      if (left && scalarValue(checking, body, expression)) {
        return aliasResults(checking, body, expression, destination);
      }
      const parts =
        expression.kind === "prefix" ? [expression.of] : [expression.left, expression.right];
      const op = findOperator(expression.operator, expression.kind);
      if (!op) {
        report(checking, unknownOperation(expression.operator, undefined), { node: expression.id });
        const operands = parts.map((part) => inferOperand(checking, body, part));
        const title = expression.operator;
        return boxed(checking, body, { ...destination, title, operands, wrong: true });
      }
      const args = parts.map((value) => ({ value }));
      return inferOpCall(checking, body, { op, id, at: expression.id, args, left });
    }
  }
}

/** A right side that is no node: another name for an array, or a number. */
function aliasResults(
  checking: Checking,
  body: Body,
  expression: Expression,
  { id, left }: Destination,
): readonly Value[] {
  const value = inferOperand(checking, body, expression);
  if (!left) return [value];
  const callee = expression.kind === "name" ? expression.name : "a number";
  const computed = [
    { axes: value.type.shape.map((axis) => axis.name), entries: value.type.entries },
  ];
  const poisoned = value.poisoned ?? false;
  const free = value.scalar !== undefined ? left.ports.map(withoutEntries) : left.ports;
  if (left.ports.length !== 1) {
    const message = wrongResultCount(callee, 1, left.ports.length);
    if (!poisoned) report(checking, message, { node: left.statement });
  }
  const maker = { id, callee, left: { ...left, ports: free.slice(0, 1) }, poisoned };
  const settled = settleResults(checking, maker, computed);
  const [own] = settled.values;
  const isKnown = value.scalar !== undefined || value.name !== undefined;
  const isFit = left.ports.length === 1 && !settled.wrong && isKnown && own !== undefined;
  if (isFit && value.scalar !== undefined) return [{ ...own, scalar: value.scalar }];
  if (isFit && (!poisoned || sameShape(own, value))) return [value];
  const operands = isKnown && value.scalar === undefined ? [value] : [];
  return openBox(checking, body, { id, left, operands });
}

function sameShape(one: Value, other: Value): boolean {
  const [axes, others] = [one, other].map(({ type }) => type.shape.map(({ name }) => name));
  return axes?.join(" ") === others?.join(" ");
}

function withoutEntries<P extends { readonly entries?: unknown }>(port: P): Omit<P, "entries"> {
  const { entries: _, ...rest } = port;
  return rest;
}

function namedValue(
  checking: Checking,
  body: Body,
  expression: Extract<Expression, { kind: "name" }>,
): Value {
  const { name, id } = expression;
  const found = lookUpArray(checking, body, name);
  switch (found.kind) {
    case "value":
      checking.used.add(name);
      if (checking.lineAxes.has(name)) report(checking, arrayOrSize(name), { node: id });
      return readInto(body, found);
    case "pending":
      checking.used.add(name);
      return unknownValue(checking, id);
    case "hidden":
      checking.used.add(name);
      report(checking, arrayOutOfSight(name), { node: id });
      return unknownValue(checking, id);
    case "none": {
      const scalar = scalarValue(checking, body, expression);
      if (scalar) return scalar;
      const known = [...checking.scope.arrays.keys()];
      const message = checking.layers.has(name)
        ? layerIsNoArray(name)
        : unknownArray(name, nearestName(name, known));
      report(checking, message, { node: id });
      return unknownValue(checking, id);
    }
  }
}

function scalarValue(checking: Checking, body: Body, expression: Expression): Value | undefined {
  const text = scalarText(checking, body, expression);
  if (!text) return undefined;
  walkExpression(expression, (part) => {
    if (part.kind === "size") readSizeAt(checking, body.loops, part.size, { node: part.id });
  });
  const value = makeValue(checking, {
    id: expression.id,
    axes: [],
    entries: { kind: "real" },
    maker: expression.id,
  });
  return { ...value, scalar: text.tex };
}

function inferCall(
  checking: Checking,
  body: Body,
  expression: CallExpression,
  destination: Destination,
): readonly Value[] {
  const { callee: name, args, brackets } = expression;
  const place = { node: expression.id, part: "name" };
  const callee = checking.callee(name);
  const use = { ...destination, at: expression.id, args, brackets };
  switch (callee?.kind) {
    case "op":
      return inferOpCall(checking, body, { ...use, op: callee.op });
    case "block":
      return inferBlockCall(checking, body, { ...use, signature: callee.signature });
    case "layer":
      return inferLayerCall(checking, body, expression, callee.layer.value, destination);
    case "recursive":
      report(checking, blockContainsItself(callee.path), place);
      break;
    default:
      if (checking.isUnread(name)) break;
      report(checking, unknownOperation(name, suggested(name, checking.calleeNames)), place);
  }
  const operands = args.map((arg) => inferOperand(checking, body, arg.value));
  return boxed(checking, body, { ...destination, title: name, operands, wrong: true });
}

/** The callable that a misspelt name or a word of another library means. */
function suggested(name: string, known: readonly string[]): string | undefined {
  return nearestName(name, known) ?? nearestOp(name)?.name;
}

/** A layer is called with its own brackets; those at the call say how a block's axes are bound. */
function inferLayerCall(
  checking: Checking,
  body: Body,
  expression: CallExpression,
  value: Expression,
  destination: Destination,
): readonly Value[] {
  const { callee: layer, args } = expression;
  const inner = value.kind === "name" ? value.name : value.kind === "call" ? value.callee : "";
  const callee = checking.callee(inner);
  const own = value.kind === "call" ? value.brackets : undefined;
  const ownArgs = value.kind === "call" ? value.args : [];
  const use = {
    ...destination,
    at: expression.id,
    args: [...args, ...ownArgs],
    brackets: expression.brackets ?? own,
    layer,
  };
  if (callee?.kind === "op") {
    if (expression.brackets && own) {
      const message = unknownKeyword(layer, "[", undefined);
      report(
        checking,
        { ...message, title: `\`${layer}\` has its axes where it is defined.` },
        {
          node: expression.id,
          part: "name",
        },
      );
    }
    return inferOpCall(checking, body, {
      ...use,
      brackets: own,
      bracketsAt: value.id,
      op: callee.op,
    });
  }
  if (callee?.kind === "block") {
    return inferBlockCall(checking, body, { ...use, signature: callee.signature });
  }
  const operands = args.map((arg) => inferOperand(checking, body, arg.value));
  return boxed(checking, body, { ...destination, title: layer, operands, wrong: false });
}

interface Open {
  readonly id: NodeId;
  readonly left: Left;
  readonly operands: readonly Value[];
}

/** A right side that is not there yet: a box with the declared results, the same whatever it will be. */
function openBox(checking: Checking, body: Body, { id, left, operands }: Open): readonly Value[] {
  const results = declaredResults(checking, { id, callee: "?", left, poisoned: true });
  const box = { kind: "box", id, title: "?", reason: "error", operands, results } as const;
  body.nodes.push({ ...box, wrong: true });
  return results;
}

/** A call that could not be typed: a box with its operands and the declared results. */
function boxed(
  checking: Checking,
  body: Body,
  box: Destination & {
    readonly title: string;
    readonly operands: readonly Value[];
    readonly wrong: boolean;
  },
): readonly Value[] {
  const { id, left, title, operands } = box;
  const axes = new Set(operands.flatMap((value) => value.type.shape.map((axis) => axis.name)));
  const guess = { axes: [...axes], entries: { kind: "real" } as const };
  const results = declaredResults(checking, { id, callee: title, left, poisoned: true }, guess);
  body.nodes.push({
    kind: "box",
    id,
    title,
    reason: "unknown",
    operands,
    results,
    ...(box.wrong && { wrong: true }),
  });
  return results;
}
