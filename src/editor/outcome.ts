import { worksOn } from "../ops/shared/axes.ts";
import type { TypedNode, Value } from "../typing/diagram.ts";
import type { EditContext } from "./edit.ts";
import { type Fit, fitAtPort } from "./edits/fits.ts";
import type { ArrayRef, PortRef } from "./edits/scope.ts";

/** What happens to one axis of an array at a port. */
export interface AxisFate {
  readonly axis: string;
  /** "is summed away with A", "joins the h of A", "is missing". */
  readonly says: string;
}

/** What a connection would make. */
export interface Outcome {
  /** `Z[y k]`, the line that takes the array. */
  readonly gives?: string;
  readonly axes: readonly AxisFate[];
  /** Why it does not fit. */
  readonly why?: string;
  /** Set where axes are missing, or where the array would depend on itself. */
  readonly lack?: Fit["lack"];
}

/** What an array would do at a port, found once for each state of the document. */
export function outcomeOf(context: EditContext, array: ArrayRef, port: PortRef): Outcome {
  const { fits, result, says, node, lack } = fitAtPort(context, array, port);
  if (!fits) {
    const missing = lack?.kind === "axes" ? lack.axes : [];
    const axes = missing.map((axis): AxisFate => ({ axis, says: "is missing" }));
    return { why: says ?? "It does not fit here.", axes, ...(lack && { lack }) };
  }
  return {
    ...(result !== undefined && { gives: result }),
    axes: node === undefined ? [] : axesThere(node, port.operand),
  };
}

/** The order in which fates are told. */
const ORDER = ["gone", "joined", "worked", "passing", "new"] as const;

interface RankedFate extends AxisFate {
  readonly rank: (typeof ORDER)[number];
}

function axesThere(node: TypedNode, operand: PortRef["operand"]): readonly AxisFate[] {
  const at = placeOf(node, operand);
  const value = node.operands[at];
  if (value === undefined) return [];
  const fates = value.type.shape.map(({ name }) => fateOf(node, at, name));
  return fates
    .toSorted((a, b) => ORDER.indexOf(a.rank) - ORDER.indexOf(b.rank))
    .map(({ axis, says }) => ({ axis, says }));
}

function placeOf(node: TypedNode, operand: PortRef["operand"]): number {
  if (typeof operand === "number") return operand;
  const words = node.kind === "op" ? node.keywords : [];
  return node.operands.length - words.length + words.indexOf(operand);
}

function fateOf(node: TypedNode, at: number, axis: string): RankedFate {
  if (node.kind === "call") return fateInBlock(node, at, axis);
  const others = node.operands.filter((each, i) => i !== at && each.scalar === undefined);
  const sharing = others.find((other) => hasAxis(other, axis));
  if (!node.results.some((each) => hasAxis(each, axis))) {
    const isProduct = node.kind === "op" && node.op.family === "products";
    const verb = isProduct ? "is summed away" : "is used up";
    const says = sharing === undefined ? verb : `${verb} with ${sharing.name ?? "the other"}`;
    return { axis, says, rank: "gone" };
  }
  if (sharing !== undefined) {
    return { axis, says: `joins the ${axis} of ${sharing.name ?? "the other"}`, rank: "joined" };
  }
  if (node.kind === "op" && worksOn(node.call, axis)) {
    return { axis, says: "is worked along", rank: "worked" };
  }
  if (others.length === 0) return { axis, says: "passes through", rank: "passing" };
  return { axis, says: "is new in the result", rank: "new" };
}

function fateInBlock(
  { definition, bindings }: Extract<TypedNode, { kind: "call" }>,
  at: number,
  axis: string,
): RankedFate {
  const port = definition.inputs[at];
  const bound = port?.type.shape.find(({ name }) => bindings.get(name) === axis);
  if (port === undefined || bound === undefined) {
    return { axis, says: "passes through", rank: "passing" };
  }
  return { axis, says: `is the ${bound.name} of ${port.name ?? "the port"}`, rank: "joined" };
}

function hasAxis({ type }: Value, axis: string): boolean {
  return type.shape.some(({ name }) => name === axis);
}
