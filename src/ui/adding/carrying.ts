import type { PointerEvent as ReactPointerEvent } from "react";
import { create } from "zustand";
import type { Point } from "../../draw/path.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { connect } from "../../editor/edits/connect.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import { isOpenPort, portOf } from "../../editor/port-of.ts";
import { DIAGRAM } from "../../editor/selection.ts";
import { wireEnds } from "../../editor/wire-ends.ts";
import type { SceneBundle } from "../../scene/scene.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { addAt } from "./add-here.ts";
import type { Addable } from "./addables.ts";
import { linkedCanvas } from "./canvas-link.ts";
import { handlesOf } from "./handles.ts";
import { insertOn, type WirePlace } from "./inserting.ts";
import { bodyAround, type Place, placeOf } from "./place.ts";
import { adding } from "./proposals.ts";

/** What an operation from the library is held over. */
export type Target =
  | {
      readonly kind: "wire";
      readonly path: string;
      readonly place: WirePlace;
      /** Where the way leads that the stretch belongs to. */
      readonly to?: SceneBundle["to"];
      /** The ports that the stretch leads to: behind a copy several. */
      readonly ends: readonly PortRef[];
    }
  | { readonly kind: "port"; readonly port: PortRef; readonly place: Place }
  | { readonly kind: "paper"; readonly place: Place };

/** An operation that is being carried from the library to the canvas. */
interface Carrying {
  readonly addable: Addable | undefined;
  readonly at: Point;
  readonly target: Target | undefined;
}

/** The store of what is carried. */
export const useCarrying = create<Carrying>()(() => ({
  addable: undefined,
  at: { x: 0, y: 0 },
  target: undefined,
}));

/** How far the pointer goes before a press is a drag, in pixels. */
const THRESHOLD = 4;

/** How near the pointer must be to a strand, in pixels. */
const REACH = 14;

/** Follows the pointer from a row of the library until it is let go. */
export function startCarrying(addable: Addable, event: ReactPointerEvent): void {
  if (event.button !== 0 || event.pointerType === "touch") return;
  const from = { x: event.clientX, y: event.clientY };
  const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
    const isFar = Math.hypot(x - from.x, y - from.y) > THRESHOLD;
    if (!isFar && useCarrying.getState().addable === undefined) return;
    useCarrying.setState({ addable, at: { x, y }, target: targetAt({ x, y }) });
  };
  const stop = (): void => {
    useCarrying.setState({ addable: undefined, target: undefined });
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", press, { capture: true });
  };
  const drop = (): void => {
    const { addable: carried, target, at } = useCarrying.getState();
    stop();
    if (carried !== undefined && target !== undefined) dropOn(carried, target, at);
  };
  const press = (key: KeyboardEvent): void => {
    if (key.key !== "Escape") return;
    key.stopPropagation();
    key.preventDefault();
    stop();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", press, { capture: true });
}

function targetAt(at: Point): Target | undefined {
  const canvas = linkedCanvas();
  const { reading } = useEditor.getState();
  const point = canvas?.toScene(at);
  if (canvas === undefined || reading === undefined || point === undefined) return undefined;
  const node = canvas.index.nodeAt(point);
  const [handle] = node !== undefined && isOpenPort(node) ? handlesOf(node) : [];
  const port = node && handle && portOf(reading, node, handle.at);
  if (node !== undefined && port !== undefined) {
    return { kind: "port", port, place: { into: bodyAround(reading, node.definition, port.node) } };
  }
  const wire = canvas.index.wireAt(point, REACH / canvas.zoom());
  const definition = wire && reading.typed.definitions.get(wire.definition);
  const value =
    definition && wire.array !== undefined
      ? indexDefinition(definition).values.get(wire.array)
      : undefined;
  if (wire === undefined || value === undefined) {
    return { kind: "paper", place: placeOf(DIAGRAM, reading) };
  }
  const into = bodyAround(reading, wire.definition, value.maker);
  const { path, to } = wire;
  return {
    kind: "wire",
    path,
    place: { into, value },
    ends: wireEnds(reading, to),
    ...(to && { to }),
  };
}

function dropOn(addable: Addable, target: Target, at: Point): void {
  const rect = { x: at.x, y: at.y, width: 0, height: 0 };
  const { what } = addable;
  switch (target.kind) {
    case "paper":
      addAt(addable, target.place, rect);
      return;
    case "wire":
      if (what.kind === "port" || what.kind === "preset") addAt(addable, target.place, rect);
      else insertOn(addable, target.place, target.ends, rect);
      return;
    case "port":
      if (what.kind === "port") addAt(addable, target.place, rect);
      else runEdit((context) => insertAtPort(context, target.place, addable, target.port));
  }
}

/** Adds an operation whose result goes into a port. */
function insertAtPort(context: EditContext, place: Place, addable: Addable, port: PortRef): Edit {
  const added = adding(context, place, addable);
  const made = madeBy(added);
  if (!added.ok || made === undefined) return added;
  const array = { definition: place.into.definition, array: made.name };
  const edit = connect(made.context, { array, port });
  if (!edit.ok) return edit;
  return { ...edit, label: added.label, ...(added.select && { select: added.select }) };
}

function madeBy(
  edit: Edit,
): { readonly context: EditContext; readonly line: string; readonly name: string } | undefined {
  if (!edit.ok) return undefined;
  const line = edit.select?.[0] ?? "";
  const statement = findNode(edit.document, line)?.statement;
  const name = statement?.kind === "array" ? statement.results[0]?.name : undefined;
  if (name === undefined) return undefined;
  const context = { document: edit.document, typed: inferDiagram(edit.document) };
  return { context, line, name };
}

/** The sentence beside what is carried. */
export function targetText(target: Target | undefined): string {
  switch (target?.kind) {
    case undefined:
      return "";
    case "paper":
      return "Add here";
    case "wire":
      return wireText(target);
    case "port":
      return "Connect here";
  }
}

function wireText({ place, ends }: Extract<Target, { kind: "wire" }>): string {
  const after = `Insert after ${place.value.name ?? "this array"}`;
  return ends.length > 1 ? `${after}, in front of ${ends.length} places` : after;
}
