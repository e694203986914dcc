import { isModHeld } from "../../browser/platform.ts";
import type { Point } from "../../draw/path.ts";
import {
  columnAt,
  isOrigin,
  type Movable,
  movableNamed,
  movableOf,
  passedBy,
} from "../../editor/arranging.ts";
import { HALF_SPACING } from "../../editor/remarks.ts";
import { pathOf, type Selection } from "../../editor/selection.ts";
import { isWall, selectNode } from "../../editor/walk.ts";
import type { Scene } from "../../scene/scene.ts";
import { type CanvasLink, linkedCanvas } from "../adding/canvas-link.ts";
import { useMotion } from "../moving/motion-store.ts";
import { useEditor } from "../store.ts";
import { moveAmong, moveStrand, placeByHand } from "./arrange-commands.ts";
import { type Drag, isMoved, type Strand, useArranging } from "./arranging-store.ts";
import { followPointer, isPlainPress } from "./pointer-drag.ts";
import { previewOf, previewOfStrand } from "./preview.ts";
import { followRemark, remarkGripAt } from "./remark-drag.ts";
import { strandAt } from "./strand-at.ts";

/** How near the pointer must be to a strand, in pixels. */
const REACH = 7;

/** What is taken where the button went down. */
interface Grip {
  readonly movable: Movable;
  readonly selection: Selection;
  readonly column: Drag["column"];
  readonly scene: Scene;
  readonly at: Point;
  readonly zoom: number;
  /** Set where the selected strand is taken, which moves inside its array. */
  readonly strand?: Strand;
}

/** Lets slabs and arrays of a canvas be dragged up and down, and remarks; returns what ends it. */
export function listenToDrags(canvas: HTMLElement): () => void {
  const press = (event: MouseEvent): void => {
    // With Space the pointer moves the picture.
    if (canvas.dataset["grab"] !== undefined) return;
    const remark = remarkGripAt(event);
    const grip = remark === undefined ? gripAt(event) : undefined;
    if (remark !== undefined) followRemark(remark);
    else if (grip !== undefined) follow(grip);
    else return;
    // The pane would take it for the beginning of a pan.
    event.stopPropagation();
  };
  canvas.addEventListener("mousedown", press, { capture: true });
  return () => canvas.removeEventListener("mousedown", press, { capture: true });
}

function gripAt(event: MouseEvent): Grip | undefined {
  const { reading } = useEditor.getState();
  const link = linkedCanvas();
  if (!isPlainPress(event) || reading === undefined || link === undefined) return undefined;
  const at = { x: event.clientX, y: event.clientY };
  const point = link.toScene(at);
  const { scene } = reading;
  const selection = point && takenAt(link, point);
  const movable = selection && movableOf(scene, selection);
  if (point === undefined || selection === undefined || movable === undefined) return undefined;
  const column = columnAt(scene, movable, point);
  const strand = strandAt(link, point, REACH);
  return (
    column && {
      ...{ movable, selection, column, scene, at, zoom: link.zoom() },
      ...(strand && { strand }),
    }
  );
}

/** What a click there would select; the lines of a copy stand for their array. */
function takenAt({ index, zoom }: CanvasLink, point: Point): Selection | undefined {
  const node = index.nodeAt(point);
  const [port] = node?.ports ?? [];
  if (node?.kind === "copy" && port !== undefined) {
    const { definition, id } = node;
    return { kind: "array", path: pathOf(id), definition, array: port.array };
  }
  if (node !== undefined) {
    const whole = isWall(node) ? index.node(pathOf(node.id)) : node;
    return whole && selectNode(whole);
  }
  const wire = index.wireAt(point, REACH / zoom());
  if (wire?.array === undefined) return undefined;
  const { path, definition, array } = wire;
  return { kind: "array", path, definition, array };
}

/** Carries what is taken until it is let go, or Esc. */
function follow(grip: Grip): void {
  const clear = (): void => useArranging.setState({ drag: undefined });
  followPointer(grip.at, {
    carry(moved, event) {
      carry(grip, moved.y / grip.zoom, isModHeld(event) ? "by hand" : "past others");
    },
    letGo() {
      const { drag } = useArranging.getState();
      clear();
      if (drag !== undefined && isMoved(drag)) drop(drag, grip.selection);
    },
    leave: clear,
  });
}

function carry(grip: Grip, shift: number, way: "by hand" | "past others"): void {
  const { movable, column, scene } = grip;
  if (grip.strand !== undefined) {
    carryStrand(grip, grip.strand, shift);
    return;
  }
  const { slab } = movable;
  const canPlace = way === "by hand" && slab !== undefined && !isOrigin(scene, slab);
  const step = canPlace ? Math.round(shift / HALF_SPACING) : undefined;
  const dy = step === undefined || slab === undefined ? undefined : slab.height + step;
  const past = passedBy(
    column,
    movable.name,
    step === undefined ? { shift, by: "edge" } : { shift: step * HALF_SPACING, by: "middle" },
  );
  const before = useArranging.getState().drag;
  const next: Drag = { movable, scene, column, shift, past, ...(dy !== undefined && { dy }) };
  if (before !== undefined && isSame(before, next)) {
    useArranging.setState({ drag: { ...before, shift } });
    return;
  }
  const preview = isMoved(next) ? previewNow(next) : undefined;
  useArranging.setState({ drag: { ...next, ...(preview && { preview }) } });
}

function carryStrand({ movable, column, scene }: Grip, strand: Strand, shift: number): void {
  const { heights, at } = strand;
  const y = (heights[at] ?? 0) + shift;
  const above = heights.slice(0, at).filter((each) => each > y).length;
  const below = heights.slice(at + 1).filter((each) => each < y).length;
  const past = { over: [], under: [] };
  const next: Drag = {
    movable,
    scene,
    column,
    shift,
    past,
    strand: { ...strand, by: below - above },
  };
  const before = useArranging.getState().drag;
  if (before?.strand?.by === next.strand?.by) {
    useArranging.setState({ drag: { ...before, ...next } });
    return;
  }
  const preview = isMoved(next) ? previewNow(next) : undefined;
  useArranging.setState({ drag: { ...next, ...(preview && { preview }) } });
}

function isSame(a: Drag, b: Drag): boolean {
  return a.dy === b.dy && JSON.stringify(a.past) === JSON.stringify(b.past);
}

function previewNow({ movable, past, dy, strand }: Drag): Scene | undefined {
  const { reading, trail } = useEditor.getState();
  if (strand !== undefined) return reading && previewOfStrand(reading, trail.at(-1), strand);
  return reading && previewOf(reading, trail.at(-1), movable, { ...past, dy });
}

function drop({ movable, past, dy, preview, strand }: Drag, selection: Selection): void {
  const { reading, select } = useEditor.getState();
  if (
    reading === undefined ||
    movableNamed(reading.scene, movable.name, movable.path) === undefined
  )
    return;
  if (strand === undefined) select(selection);
  // The preview has shown where everything goes.
  if (preview !== undefined) useMotion.setState({ isSeen: true });
  if (strand !== undefined) moveStrand(strand, strand.by);
  else if (dy === undefined) moveAmong({ node: movable.name, ...past });
  else placeByHand(movable, dy, past);
}
