import { inferDiagram } from "../../typing/infer.ts";
import { providedBy } from "../../typing/mentions.ts";
import type { Edit, EditContext } from "../edit.ts";
import { connect, disconnect } from "../edits/connect.ts";
import { findNode, statementsOf } from "../edits/document-tree.ts";
import { fitAtPort } from "../edits/fits.ts";
import { operandAt, portTitle } from "../edits/port.ts";
import { portsIn } from "../edits/port-places.ts";
import { type ArrayRef, type PortRef, placeOf, typedArray } from "../edits/scope.ts";
import { tryOut } from "../edits/trial.ts";
import type { WayIn } from "../edits/ways-in.ts";
import { axesToScan, guessCrossings } from "./loop-crossings.ts";
import type { LoopForm } from "./loop-form.ts";
import { makeLoop } from "./make-loop.ts";

/** What can be done where a connection would make an array depend on itself: cut the circle, or repeat it. */
export function waysOut(context: EditContext, array: ArrayRef, port: PortRef): readonly WayIn[] {
  const { lack } = fitAtPort(context, array, port);
  if (lack?.kind !== "loop") return [];
  const loop = { array, port, arrays: lack.arrays };
  return [...wayOf(cut(context, loop)), ...wayOf(looped(context, loop))];
}

interface Circle {
  readonly array: ArrayRef;
  readonly port: PortRef;
  /** The arrays of the circle. */
  readonly arrays: readonly string[];
}

function wayOf(way: WayIn | undefined): readonly WayIn[] {
  return way === undefined ? [] : [way];
}

/** Takes what the array is made from off, and then connects. */
function cut(context: EditContext, { array, port, arrays }: Circle): WayIn | undefined {
  const name = typedArray(context.typed, array)?.name ?? array.array;
  const maker = typedArray(context.typed, array)?.maker;
  const others = arrays.filter((other) => other !== name);
  const link = portsIn(context, array.definition).find(
    (place) =>
      place.holds !== undefined &&
      others.includes(place.holds) &&
      findNode(context.document, place.port.node)?.statement.id === maker,
  );
  const found = link && findNode(context.document, link.port.node);
  if (link === undefined || found === undefined) return undefined;
  const off = disconnect(context, { port: link.port });
  if (!off.ok) return undefined;
  const then = { document: off.document, typed: inferDiagram(off.document) };
  const edit = connect(then, { array, port });
  if (!edit.ok) return undefined;
  const from = portTitle(context.document, found);
  return {
    title: `Take ${link.holds} off ${from} and connect`,
    detail: `Then ${from} has an open place`,
    edit: { ...edit, label: `Took ${link.holds} off ${from} and connected ${name}` },
  };
}

/** A loop around the circle: what the port has now is where it starts, the array is what goes on. */
function looped(context: EditContext, circle: Circle): WayIn | undefined {
  const { array, port, arrays } = circle;
  const place = placeOf(context.document, array.definition);
  const found = findNode(context.document, port.node);
  const held = found && operandAt(found, port.operand);
  if (typeof place === "string" || held?.kind !== "name") return undefined;
  const nodes = statementsOf(context.document, place).flatMap(({ statement }) =>
    statement.kind === "array" && providedBy(statement).some((name) => arrays.includes(name))
      ? [statement.id]
      : [],
  );
  const next = typedArray(context.typed, array)?.name ?? array.array;
  for (const form of formsFor(context, nodes)) {
    const edit = loopOf(context, nodes, form, { start: held.name, next });
    if (edit === undefined) continue;
    const title =
      form.kind === "scan" ? `Make it a scan over ${form.axis}` : "Make it a repeat of 2 copies";
    return { title, detail: `It starts from ${held.name} and carries ${next}`, edit };
  }
  return undefined;
}

/** A scan over an axis that the lines do not act on, else a repeat. */
function formsFor(context: EditContext, nodes: readonly string[]): readonly LoopForm[] {
  const scans = axesToScan(context, nodes).map((axis): LoopForm => ({ kind: "scan", axis }));
  return [...scans, { kind: "repeat", count: "2" }];
}

function loopOf(
  context: EditContext,
  nodes: readonly string[],
  form: LoopForm,
  { start, next }: { readonly start: string; readonly next: string },
): Extract<Edit, { ok: true }> | undefined {
  const guess = guessCrossings(context, nodes, form);
  if (!guess.ok) return undefined;
  const others = guess.crossings.filter(
    (crossing) =>
      crossing.array !== start &&
      crossing.array !== next &&
      (crossing.as !== "carried" || crossing.next !== next),
  );
  const isScanned = others.some(({ as }) => as === "sliced" || as === "collected");
  if (form.kind === "scan" && !isScanned) return undefined;
  const crossings = [...others, { as: "carried", array: start, next } as const];
  const edit = makeLoop(context, { nodes, form, crossings });
  if (!edit.ok || tryOut(context, edit.document).errors.length > 0) return undefined;
  return edit;
}
