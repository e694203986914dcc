import type { ReactFlowInstance } from "@xyflow/react";
import { type MouseEvent, type RefObject, useMemo } from "react";
import type { Point } from "../../draw/path.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import { axisAt } from "../../editor/follow/same-axis.ts";
import type { Reading } from "../../editor/reading.ts";
import { remarkAt } from "../../editor/remarks.ts";
import { indexScene, type SceneIndex, type Wire } from "../../editor/scene-index.ts";
import { DIAGRAM, pathOf, type Selection, selectionKey } from "../../editor/selection.ts";
import { isWall, selectNode } from "../../editor/walk.ts";
import { countedAxis } from "../../scene/entries-wire.ts";
import type { Scene, SceneNode, SceneRemark } from "../../scene/scene.ts";
import { blockTitle } from "../../scene/title.ts";
import { toggleSelected } from "../adding/more-selected.ts";
import { useWiring } from "../adding/wiring-store.ts";
import { focusRemark } from "../inspector/inspector-focus.ts";
import { explainSelected } from "../problems/problem-store.ts";
import { nameAt } from "../renaming/name-places.ts";
import { useEditor } from "../store.ts";
import type { FlowNode } from "./node-view.tsx";
import { usePointed } from "./pointed-store.ts";
import { badgeAt } from "./problem-badge.ts";

/** How near the pointer must be to a strand, in pixels. */
const REACH = 7;

/** How long it rests there before the axis lights up, in milliseconds. */
const REST = 120;

/** How long the first click on a name waits for a second one, in milliseconds. */
const SECOND = 260;

/** The surface that everything but handles and fields lies on. */
const PANE = ".react-flow__pane";

/** What the pointer does on the canvas; everything is found by geometry. */
export interface Pointing {
  move(event: MouseEvent): void;
  leave(): void;
  click(event: MouseEvent): void;
  /** Selects what a menu is asked for at; what is selected already stays so. */
  selectFor(event: MouseEvent): void;
  /** Whether nothing of the picture is under the pointer. */
  isOnPaper(event: MouseEvent): boolean;
}

/** Hover lights axes up and frames operations; a click selects, and opens or closes a call. */
export function usePointing(
  scene: Scene,
  flow: RefObject<ReactFlowInstance<FlowNode> | null>,
): Pointing {
  return useMemo(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    let folding: ReturnType<typeof setTimeout> | undefined;
    const find = (event: MouseEvent): Found | undefined => {
      const instance = flow.current;
      if (instance === null) return undefined;
      const point = instance.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const { reading } = useEditor.getState();
      const wrong = reading?.scene === scene ? badgeAt(reading, point) : undefined;
      if (wrong !== undefined) return { node: wrong, wire: undefined };
      return foundAt(scene, point, REACH / instance.getZoom());
    };
    const isOverName = (event: MouseEvent): boolean => {
      const { reading } = useEditor.getState();
      const point = flow.current?.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return reading !== undefined && point !== undefined && nameAt(reading, point) !== undefined;
    };
    return {
      move(event) {
        // A handle reaches beyond its node, which stays the one that is meant.
        if (event.target instanceof Element && event.target.closest(".port-handle")) return;
        if (useWiring.getState().wiring !== undefined || event.buttons !== 0) {
          clearTimeout(resting);
          return;
        }
        const { node, wire, remark } = find(event) ?? {};
        usePointed.setState({ node, remark, overWire: wire !== undefined && node === undefined });
        clearTimeout(resting);
        const { reading } = useEditor.getState();
        const lit = wire && reading && axisAt(reading, wire);
        resting = setTimeout(() => useEditor.getState().hover(lit), REST);
      },
      leave() {
        clearTimeout(resting);
        usePointed.setState({ node: undefined, remark: undefined, overWire: false });
        useEditor.getState().hover(undefined);
      },
      click(event) {
        const found = find(event);
        const wasSelected = isSelected(found);
        clickAt(found, event.shiftKey);
        clearTimeout(folding);
        if (found?.remark !== undefined) focusRemark(found.remark.line);
        const node = found?.node;
        if (node?.foldable !== true || event.shiftKey) return;
        // The title of an open block selects it first.
        if (node.kind === "plate" && !wasSelected) return;
        // The name of a block waits for a second click, which renames it.
        if (!isOverName(event)) toggleCall(node);
        else if (event.detail < 2) folding = setTimeout(() => toggleCall(node), SECOND);
      },
      selectFor(event) {
        const found = find(event);
        if (!isSelected(found)) clickAt(found, false);
      },
      isOnPaper(event) {
        const { node, wire, remark } = find(event) ?? {};
        const isPane = event.target instanceof Element && event.target.matches(PANE);
        return isPane && (node ?? wire ?? remark) === undefined;
      },
    };
  }, [scene, flow]);
}

/** What is at a point of a picture. */
export interface Found {
  readonly node: SceneNode | undefined;
  readonly wire: Wire | undefined;
  /** A remark hides what it is placed over, so that it can be taken away again. */
  readonly remark?: SceneRemark;
}

/** What is at a point of a scene: a remark, an operation, a strand within reach, or nothing. */
export function foundAt(scene: Scene, point: Point, reach: number): Found {
  const remark = remarkAt(scene, point);
  if (remark !== undefined) return { node: undefined, wire: undefined, remark };
  return findAt(indexOf(scene), point, reach);
}

const indexes = new WeakMap<Scene, SceneIndex>();

function indexOf(scene: Scene): SceneIndex {
  const known = indexes.get(scene) ?? indexScene(scene);
  indexes.set(scene, known);
  return known;
}

function findAt(index: SceneIndex, point: Point, reach: number): Found {
  const node = index.nodeAt(point);
  const wire = index.wireAt(point, reach);
  if (node === undefined || node.kind === "copy") return { node: undefined, wire };
  return { node: isWall(node) ? index.node(pathOf(node.id)) : node, wire };
}

function isSelected(found: Found | undefined): boolean {
  const { selection, more } = useEditor.getState();
  const { node, wire } = found ?? {};
  if (node !== undefined) {
    return more.includes(node.id) || selectionKey(selectNode(node)) === selectionKey(selection);
  }
  const isArray = selection.kind === "array" || selection.kind === "strand";
  return isArray && selection.path === wire?.path && selection.array === wire.array;
}

function clickAt(found: Found | undefined, isMore: boolean): void {
  const editor = useEditor.getState();
  const { node, wire } = found ?? {};
  const { reading } = editor;
  if (node !== undefined && isMore && reading !== undefined) {
    toggleSelected(reading, node);
  } else if (node !== undefined) {
    editor.select(selectNode(node));
    explainSelected("pointer");
  } else if (wire?.array !== undefined) {
    const outside = reading === undefined ? wire : outsideWall(reading.scene, wire);
    editor.select(deeper(editor.selection, outside, outside.array ?? wire.array));
  } else if (!isMore) {
    editor.select(DIAGRAM);
  }
}

/** Opens a closed call in place, or closes an open one. */
export function toggleCall(node: SceneNode): void {
  const { reading, openCall } = useEditor.getState();
  const open = node.kind !== "plate";
  openCall({ node: node.node, title: blockTitle(calleeOf(node, reading)) }, open);
}

/** The block that a call calls, by the typed diagram; the title of the box where there is none. */
export function calleeOf(node: SceneNode, reading: Reading | undefined): string {
  const definition = reading?.typed.definitions.get(node.definition);
  const call = definition && indexDefinition(definition).nodes.get(node.node);
  return call?.kind === "call" ? call.definition.name : node.title;
}

/** A wire between the border of a loop and its wall is the array outside of the loop. */
function outsideWall(scene: Scene, wire: Wire): Wire {
  const [, border, place] = /^(enter|leave) (\d+)$/.exec(wire.array ?? "") ?? [];
  const loop = indexOf(scene).node(wire.path);
  const side = border === "enter" ? "in" : "out";
  const port = loop?.ports.filter((each) => each.side === side)[Number(place)];
  return port === undefined ? wire : { ...wire, path: pathOf(wire.path), array: port.array };
}

function deeper(selection: Selection, wire: Wire, array: string): Selection {
  const { path, definition, axis } = wire;
  const same =
    (selection.kind === "array" || selection.kind === "strand") &&
    selection.path === path &&
    selection.array === array &&
    countedAxis(axis) === undefined;
  return same
    ? { kind: "strand", path, definition, array, axis }
    : { kind: "array", path, definition, array };
}
