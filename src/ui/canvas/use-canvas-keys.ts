import type { KeyboardEvent } from "react";
import { indexDefinition } from "../../editor/definition-index.ts";
import { walkAlong } from "../../editor/follow/axis-walk.ts";
import { inNextColumn } from "../../editor/next-column.ts";
import type { Reading } from "../../editor/reading.ts";
import { DIAGRAM, type Selection, widened } from "../../editor/selection.ts";
import { spokenName } from "../../editor/spoken-words.ts";
import { type Direction, firstStrand, walk } from "../../editor/walk.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { pinSelected } from "../follow/pin-axis.ts";
import { useFrame } from "../frame-store.ts";
import { focusFirstField, focusSizeField } from "../inspector/inspector-focus.ts";
import { useEditor } from "../store.ts";
import { calleeOf, toggleCall } from "./use-pointing.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** What the canvas asks of its view when keys move about in it. */
export interface CanvasView {
  fit(): void;
  /** Fits what is selected, or all of the picture when nothing is. */
  fitSelection(): void;
  zoomBy(factor: number): void;
  show(selection: Selection): void;
}

/** Handles a key pressed on the canvas; true when it was one of the canvas's own. */
export function pressCanvasKey(event: KeyboardEvent, reading: Reading, view: CanvasView): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  if (event.altKey) return zoomKey(event, view);
  const { selection, select } = useEditor.getState();
  const direction = ARROWS[event.key];
  if (direction !== undefined) {
    const next = goAlong(reading, selection, direction);
    select(next);
    view.show(next);
    return true;
  }
  switch (event.key) {
    case "Home":
      if (event.shiftKey) view.fitSelection();
      else view.fit();
      return true;
    case "PageUp":
    case "PageDown": {
      const beside = inNextColumn(
        reading.scene,
        selection,
        event.key === "PageUp" ? "left" : "right",
      );
      select(beside);
      view.show(beside);
      return true;
    }
    case "Enter":
      return enter(reading, selection);
    case "Escape":
      return goUp(selection);
    default:
      return false;
  }
}

/** On a strand left and right follow its axis, and say so where it ends. */
function goAlong(reading: Reading, from: Selection, direction: Direction): Selection {
  const isAlong = direction === "left" || direction === "right";
  if (from.kind !== "strand" || !isAlong) return walk(reading.scene, from, direction);
  const stop = walkAlong(reading, from, direction);
  if (stop !== undefined) return stop;
  const name = spokenName(from.axis);
  useFrame.getState().say(direction === "right" ? `${name} ends here.` : `${name} begins here.`);
  return from;
}

function zoomKey(event: KeyboardEvent, view: CanvasView): boolean {
  if (event.code === "Equal") view.zoomBy(1.25);
  else if (event.code === "Minus") view.zoomBy(0.8);
  else return false;
  return true;
}

function enter(reading: Reading, selection: Selection): boolean {
  const { select, enter: enterBlock } = useEditor.getState();
  if (selection.kind === "array") {
    select(firstStrand(reading.scene, selection));
    return true;
  }
  if (selection.kind === "strand") return focusSizeField();
  const node = nodeOf(reading, selection);
  if (node === undefined) return false;
  if (!isCall(reading, node)) return focusFirstField();
  enterBlock(calleeOf(node, reading));
  return true;
}

/** What the space bar does to what is selected: keeps a strand lit, opens or closes a block. */
export function pressSpace(): void {
  const { reading, selection } = useEditor.getState();
  if (selection.kind === "strand") {
    pinSelected();
    return;
  }
  const node = reading && nodeOf(reading, selection);
  if (node?.foldable === true) toggleCall(node);
}

function goUp(selection: Selection): boolean {
  const { select, trail, leaveTo } = useEditor.getState();
  if (selection.kind !== "diagram") select(widened(selection));
  else if (trail.length > 0) leaveTo(trail.length - 1);
  else select(DIAGRAM);
  return true;
}

function nodeOf(reading: Reading, selection: Selection): SceneNode | undefined {
  if (selection.kind !== "operation") return undefined;
  return reading.scene.nodes.find((node) => node.id === selection.id);
}

function isCall(reading: Reading, node: SceneNode): boolean {
  const definition = reading.typed.definitions.get(node.definition);
  if (definition === undefined) return false;
  return indexDefinition(definition).nodes.get(node.node)?.kind === "call";
}
