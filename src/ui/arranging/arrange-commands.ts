import { isOrigin, type Movable, movableOf, neighbourOf } from "../../editor/arranging.ts";
import {
  type Among,
  placeAmong,
  placeAt,
  release,
  tidy,
  titleOf,
} from "../../editor/edits/arrange.ts";
import { moveAxis } from "../../editor/edits/order-axes.ts";
import type { ArrayRef } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import { selectedThings } from "../adding/more-selected.ts";
import type { Command } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";

/** Commands that arrange what is selected by hand, or give it back to the layout. */
export const ARRANGE_COMMANDS: readonly Command[] = [
  { title: "Move up", chord: "Alt-ArrowUp", run: () => moveSelected("up") },
  { title: "Move down", chord: "Alt-ArrowDown", run: () => moveSelected("down") },
  { title: "Nudge up by hand", chord: "Shift-Mod-ArrowUp", run: () => nudgeSelected(-1) },
  { title: "Nudge down by hand", chord: "Shift-Mod-ArrowDown", run: () => nudgeSelected(1) },
  { title: "Tidy", chord: "Shift-Mod-F", run: tidySelected },
  { title: "Release", chord: "", run: releaseSelected },
  { title: "Release everything", chord: "", run: () => void runEdit((c) => release(c, {})) },
];

/** Moves a thing past others as one step, and says where it stands now. */
export function moveAmong(among: Among): void {
  if (runEdit((context) => placeAmong(context, among))) sayMoved();
}

function sayMoved(): void {
  const { label } = useEditor.getState().history.present;
  useFrame.getState().say(label.replace(/^Moved (.*) (above|below) /, "$1 moved $2 ").concat("."));
}

/** Puts a slab at a height by hand as one step, past what it was carried past. */
export function placeByHand(
  { name }: Movable,
  dy: number,
  past: Pick<Among, "over" | "under">,
): void {
  if (!runEdit((context) => placeAt(context, { node: name, dy, ...past }))) return;
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const where = dy === 0 ? "level with" : `${Math.abs(dy)} half spacings ${sideOf(dy)}`;
  const title = titleOf(reading.document, name);
  useFrame.getState().say(`${title} stands ${where} the first input.`);
}

function sideOf(dy: number): "above" | "below" {
  return dy < 0 ? "above" : "below";
}

/** Why a thing has no height of its own to be set, when it has none. */
function heightComplaint(reading: Reading, movable: Movable): string | undefined {
  const title = titleOf(reading.document, movable.name);
  if (movable.slab === undefined) {
    return `${title} comes in from outside, so it has no place of its own here; it can be moved past others.`;
  }
  return isOrigin(reading.scene, movable.slab)
    ? `Heights are counted from ${title}, so it stays where it is.`
    : undefined;
}

/** Moves an axis down past others of its array, or up by a negative number. */
export function moveStrand(array: ArrayRef & { readonly axis: string }, by: number): void {
  const { axis } = array;
  if (runEdit((context) => moveAxis(context, { array, axis, by }))) sayMoved();
}

/** Everything that is selected and can be moved, in its order. */
export function selectedMovables({ scene }: Reading): readonly Movable[] {
  return selectedThings(scene).flatMap((each) => movableOf(scene, each) ?? []);
}

function moveSelected(direction: "up" | "down"): void {
  const { selection } = useEditor.getState();
  if (selection.kind === "strand") {
    moveStrand(selection, direction === "up" ? -1 : 1);
    return;
  }
  const found = theSelected("move it up or down");
  if (found === undefined) return;
  const { reading, movable } = found;
  const other = neighbourOf(reading.scene, movable, direction);
  const side = direction === "up" ? "above" : "below";
  if (other === undefined) {
    refuseAloud(`Nothing stands ${side} ${titleOf(reading.document, movable.name)} here.`);
    return;
  }
  const { name: node } = movable;
  moveAmong(
    direction === "up" ? { node, over: [other], under: [] } : { node, over: [], under: [other] },
  );
  useFrame.getState().reveal();
}

function nudgeSelected(step: 1 | -1): void {
  const found = theSelected("place it by hand");
  if (found === undefined) return;
  const { reading, movable } = found;
  const complaint = heightComplaint(reading, movable);
  if (complaint !== undefined || movable.slab === undefined) refuseAloud(complaint ?? "");
  else placeByHand(movable, movable.slab.height + step, { over: [], under: [] });
  useFrame.getState().reveal();
}

function tidySelected(): void {
  const nodes = selectedNames();
  runEdit((context) => tidy(context, nodes.length === 0 ? {} : { nodes }));
}

function releaseSelected(): void {
  const nodes = selectedNames();
  if (nodes.length > 0) runEdit((context) => release(context, { nodes }));
  else refuseAloud("Select what should go back to the layout; Release everything gives it all.");
}

function selectedNames(): readonly string[] {
  const { reading } = useEditor.getState();
  return reading === undefined ? [] : selectedMovables(reading).map(({ name }) => name);
}

/** The selected thing as the picture shows it now, or a sentence that asks for one. */
function theSelected(
  wish: string,
): { readonly reading: Reading; readonly movable: Movable } | undefined {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return undefined;
  const movable = movableOf(reading.scene, selection);
  if (movable !== undefined) return { reading, movable };
  refuseAloud(
    selection.kind === "diagram"
      ? `Select an operation or an array to ${wish}.`
      : "This stands where the layout of its body puts it and cannot be moved by itself.",
  );
  return undefined;
}
