import type { Size } from "../../../shapes/size.ts";
import type { AxisTerm, Expression } from "../../document/document.ts";
import { inferDiagram } from "../../typing/infer.ts";
import type { Edit, EditContext } from "../edit.ts";
import { connect, drawConnection } from "./connect.ts";
import { findNode, withStatement } from "./document-tree.ts";
import { nameExpression } from "./expression-tree.ts";
import { finish } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { fitAtPort } from "./fits.ts";
import { extract } from "./name-operand.ts";
import { operandAt, withOperand } from "./port.ts";
import { mergeAxes, renameAxis } from "./rename-axis.ts";
import { type ArrayRef, type PortRef, typedArray } from "./scope.ts";
import { tryOut } from "./trial.ts";

/** One thing that can be done about an array that does not fit where it was dropped. */
export interface WayIn {
  /** "Rename t to x and connect". */
  readonly title: string;
  /** What it changes beside the connection. */
  readonly detail: string;
  readonly edit: Extract<Edit, { ok: true }>;
}

/** Ways to connect an array that lacks axes, those that leave nothing wrong first. */
export function waysIn(context: EditContext, array: ArrayRef, port: PortRef): readonly WayIn[] {
  const { lack } = fitAtPort(context, array, port);
  const request = { array, port, lacks: lack?.kind === "axes" ? lack.axes : [] };
  const anyway = connect(context, { array, port });
  return [
    ...wayOf(renamed(context, request)),
    ...wayOf(linearBetween(context, request)),
    ...(anyway.ok
      ? [{ title: "Connect anyway", detail: "It is drawn, and marked as wrong", edit: anyway }]
      : []),
  ];
}

interface Request {
  readonly array: ArrayRef;
  readonly port: PortRef;
  /** Axes that the port needs and the array does not have. */
  readonly lacks: readonly string[];
}

function wayOf(way: WayIn | undefined): readonly WayIn[] {
  return way === undefined ? [] : [way];
}

/** The axis under the other name: everywhere where this array makes it, else on the way to the port. */
function renamed(context: EditContext, request: Request): WayIn | undefined {
  const { array, port, lacks } = request;
  const [name, ...others] = lacks;
  if (name === undefined || others.length > 0) return undefined;
  for (const axis of likelyOld(context, request, name)) {
    const title = `Rename ${axis} to ${name} and connect`;
    const everywhere = isMadeHere(context, array, axis)
      ? renamedEverywhere(context, request, { axis, name })
      : undefined;
    const value = typedArray(context.typed, array);
    if (everywhere !== undefined) {
      const detail = `In ${value?.name ?? "the array"} and what follows from it`;
      return { title, detail, edit: everywhere };
    }
    const between = connectedThrough(context, { array, port }, (of) => ({
      kind: "call",
      id: "",
      callee: "rename",
      args: [{ value: of }],
      brackets: { targets: [term(axis)], results: [term(name)], options: [] },
    }));
    const label = `Renamed ${axis} to ${name} and connected ${value?.name ?? "it"}`;
    if (between !== undefined) return { title, detail: "On the way", edit: { ...between, label } };
  }
  return undefined;
}

function renamedEverywhere(
  context: EditContext,
  { array, port }: Request,
  { axis, name }: { readonly axis: string; readonly name: string },
): Extract<Edit, { ok: true }> | undefined {
  const renaming = { definition: array.definition, axis, name };
  const first = renameAxis(context, renaming);
  const made = first.ok || !("merge" in first) ? first : mergeAxes(context, renaming);
  if (!made.ok) return undefined;
  const then = { document: made.document, typed: inferDiagram(made.document) };
  const edit = connect(then, { array, port });
  if (!edit.ok || tryOut(context, edit.document).errors.length > 0) return undefined;
  const label = `Renamed ${axis} to ${name} and connected ${array.array}`;
  return { ...edit, label };
}

/**
 * Axes that may be meant by a name: those of its size first, then those that the line does not say
 * it keeps, and the later ones first.
 */
function likelyOld(
  context: EditContext,
  { array, port }: Request,
  name: string,
): readonly string[] {
  const axes = typedArray(context.typed, array)?.type.shape ?? [];
  const wanted = numberOf(context, array.definition, name);
  const kept = new Set(writtenAt(context, port));
  const rank = (axis: { readonly name: string; readonly size: Size }): number => {
    const isSize = wanted !== undefined && context.typed.evaluate(axis.size) === wanted;
    return (isSize ? 0 : 2) + (kept.has(axis.name) ? 1 : 0);
  };
  return axes
    .toReversed()
    .toSorted((a, b) => rank(a) - rank(b))
    .map((axis) => axis.name);
}

/** The axes that the line of a port says its results have. */
function writtenAt({ document }: EditContext, port: PortRef): readonly string[] {
  const statement = findNode(document, port.node)?.statement;
  if (statement?.kind !== "array") return [];
  return statement.results.flatMap(({ shape = [] }) =>
    shape.flatMap((axis) => (axis.kind === "axis" ? axis.name : [])),
  );
}

function isMadeHere({ typed }: EditContext, array: ArrayRef, axis: string): boolean {
  const record = typed.definitions.get(array.definition)?.axes.get(axis);
  return record !== undefined && record.madeBy === typedArray(typed, array)?.maker;
}

function sizeOf({ typed }: EditContext, definition: string, axis: string): Size | undefined {
  const own = typed.definitions.get(definition)?.axes.get(axis)?.axis.size;
  return own ?? typed.sizes.get(axis)?.size;
}

/** A learned map from the last axes of the array to those that are missing. */
function linearBetween(context: EditContext, request: Request): WayIn | undefined {
  const { array, port, lacks } = request;
  const value = typedArray(context.typed, array);
  if (value === undefined || lacks.length === 0) return undefined;
  for (const targets of likelySources(context, request)) {
    const edit = connectedThrough(context, { array, port }, (of) => ({
      kind: "call",
      id: "",
      callee: "linear",
      args: [{ value: of }],
      brackets: { targets: targets.map(term), results: lacks.map(term), options: [] },
    }));
    if (edit === undefined) continue;
    const title = `Put a linear ${targets.join(" ")} → ${lacks.join(" ")} between`;
    const label = `Put a linear between and connected ${value.name ?? "it"}`;
    return { title, detail: "Adds a line and learned weights", edit: { ...edit, label } };
  }
  return undefined;
}

/**
 * Axes to be mapped: last ones of the size that is missing first, then those that the line does not
 * say it keeps, those that this array makes, and the last ones.
 */
function likelySources(context: EditContext, { array, port, lacks }: Request): readonly string[][] {
  const axes = typedArray(context.typed, array)?.type.shape ?? [];
  const runs = axes.map((_, at) => axes.slice(at).map(({ name }) => name)).toReversed();
  const wanted = lacks.map((name) => numberOf(context, array.definition, name));
  const sized = runs.filter((run) => {
    const own = run.map((name) => numberOf(context, array.definition, name));
    const [left, right] = [product(own), product(wanted)];
    return left !== undefined && left === right;
  });
  const made = axes.filter(({ name }) => isMadeHere(context, array, name)).map(({ name }) => name);
  const kept = writtenAt(context, port);
  const apart = axes.flatMap(({ name }) => (kept.includes(name) ? [] : name));
  const some = [apart, made].filter((list) => list.length > 0 && list.length < axes.length);
  return [...sized, ...some, ...runs];
}

function numberOf(context: EditContext, definition: string, axis: string): bigint | undefined {
  const size = sizeOf(context, definition, axis);
  return size === undefined ? undefined : context.typed.evaluate(size);
}

function product(sizes: readonly (bigint | undefined)[]): bigint | undefined {
  return sizes.reduce<bigint | undefined>(
    (all, size) => (all === undefined || size === undefined ? undefined : all * size),
    1n,
  );
}

function term(name: string): AxisTerm {
  return { kind: "axis", name };
}

/** The connection by way of an operation with a line of its own, if nothing is wrong with it. */
function connectedThrough(
  context: EditContext,
  { array, port }: { readonly array: ArrayRef; readonly port: PortRef },
  through: (of: Expression) => Expression,
): Extract<Edit, { ok: true }> | undefined {
  const drawn = drawConnection(context, array, port);
  const found = drawn.ok ? findNode(drawn.document, drawn.node) : undefined;
  const held = found && operandAt(found, port.operand);
  if (!drawn.ok || found === undefined || held?.kind !== "name") return undefined;
  const statement = withOperand(found, port.operand, through(nameExpression(held.name)));
  const nested = withStatement(drawn.document, found.path, statement);
  const again = findNode(nested, drawn.node);
  const operand = again && operandAt(again, port.operand);
  if (operand?.kind !== "call") return undefined;
  const named = extract({ document: nested, typed: inferDiagram(nested) }, operand.id);
  if (named === undefined) return undefined;
  const lines = [...drawn.lines, named.line];
  const document = fitShapes(context, named.document, lines);
  if (tryOut(context, document).errors.length > 0) return undefined;
  const edit = finish(context, { document, label: drawn.label, select: [drawn.node] });
  return edit.ok ? edit : undefined;
}
