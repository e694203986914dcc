import { isChord } from "../../browser/platform.ts";
import { describe } from "../../editor/described.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { remove } from "../../editor/edits/remove.ts";
import { firstSwap } from "../../editor/edits/swap.ts";
import { duplicate } from "../../editor/structure/paste.ts";
import { ARRANGE_COMMANDS } from "../arranging/arrange-commands.ts";
import type { Command } from "../commands.ts";
import { pinSelected } from "../follow/pin-axis.ts";
import { useFrame } from "../frame-store.ts";
import { renameSelection } from "../renaming/renaming-store.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { SELECT_COMMANDS } from "../selecting/select-commands.ts";
import { useEditor } from "../store.ts";
import { MENU_COMMANDS } from "../structure/menu-commands.ts";
import { STRUCTURE_COMMANDS } from "../structure/structure-commands.ts";
import { useAdding } from "./adding-store.ts";
import { copySelection, cutSelection, pasteClipboard } from "./clipboard.ts";
import { removalsOf, selectedNodes } from "./more-selected.ts";
import { placeOf } from "./place.ts";
import { runSwap } from "./swapping.ts";

/** A command of the canvas. */
interface CanvasCommand extends Command {
  /** Set where the browser has an event of its own for the key, or the canvas more to do with it. */
  readonly native?: true;
}

/** Commands that act on the selection, with keys that work on the canvas. */
export const CANVAS_COMMANDS: readonly CanvasCommand[] = [
  { title: "Add an operation…", chord: "A–Z", run: addOperation },
  { title: "Connect to…", chord: "Shift-Enter", run: connectTo },
  { title: "Insert an operation…", chord: "", run: insertOperation },
  { title: "Swap operands", chord: "", run: swapFirst },
  { title: "Rename", chord: "F2", run: renameSelection },
  { title: "Delete", chord: "Delete", run: () => deleteSelection("heal") },
  {
    title: "Delete and leave open",
    chord: "Shift-Delete",
    run: () => deleteSelection("leave open"),
  },
  { title: "Duplicate", chord: "Mod-D", run: () => onNodes(duplicate) },
  { title: "Cut", chord: "Mod-X", native: true, run: cutSelection },
  { title: "Copy", chord: "Mod-C", native: true, run: copySelection },
  { title: "Paste", chord: "Mod-V", native: true, run: () => void pasteClipboard() },
  { title: "Follow, or stop following", chord: "Space", native: true, run: pinSelected },
  { title: "Show its line in the text", chord: "Mod-Enter", run: showLine },
  ...SELECT_COMMANDS,
  ...STRUCTURE_COMMANDS,
  ...ARRANGE_COMMANDS,
  ...MENU_COMMANDS,
];

/** Keys that do the same as another. */
const ALSO: Readonly<Record<string, string>> = {
  Backspace: "Delete",
  "Shift-Backspace": "Shift-Delete",
};

/** Runs the command of a key pressed on the canvas; true when there was one. */
export function pressCanvasCommand(event: KeyboardEvent): boolean {
  const other = Object.keys(ALSO).find((chord) => isChord(event, chord));
  const command = CANVAS_COMMANDS.find(({ chord, native }) => {
    if (native === true) return false;
    return other === undefined ? isChord(event, chord) : chord === ALSO[other];
  });
  command?.run();
  return command !== undefined;
}

/** Goes to the line of what is selected, also where the panel is folded. */
function showLine(): void {
  const { reading, selection } = useEditor.getState();
  const line = reading && describe(selection, reading)?.line;
  if (line === undefined) {
    refuseAloud("Select something of the diagram to see its line.");
    return;
  }
  const { fold, goToSpan } = useFrame.getState();
  fold("panel", false);
  goToSpan({ line, column: 1, endColumn: 1 });
}

function addOperation(): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  useAdding.getState().show({ kind: "add", place: placeOf(selection, reading), query: "" });
}

/** Shows what could be put between the selected array and what reads it. */
function insertOperation(): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  const place = placeOf(selection, reading);
  if (place.value === undefined)
    refuseAloud("Select an array first, to insert something after it.");
  else useAdding.getState().show({ kind: "add", place, query: "", insert: true });
}

/** Shows where the selected array could go. */
function connectTo(): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  const place = placeOf(selection, reading);
  if (place.value === undefined) {
    refuseAloud("Select an array first, or an operation whose result is to be connected.");
    return;
  }
  useAdding.getState().show({ kind: "into", place });
}

/** Exchanges the operands of the selected operation; says where the result is another one then. */
function swapFirst(): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  const swap = selection.kind === "operation" ? firstSwap(reading, selection.node) : undefined;
  if (swap === undefined) {
    refuseAloud("Select an operation with two operands to swap them.");
    return;
  }
  runSwap(swap);
}

function deleteSelection(heal: "heal" | "leave open"): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const removals = removalsOf(reading);
  if (removals.length === 0) refuseAloud("Select an operation or an array to delete it.");
  else runEdit((context) => remove(context, { removals, heal }));
}

/** Runs a command on the selected lines. */
function onNodes(command: (context: EditContext, nodes: readonly string[]) => Edit): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const nodes = selectedNodes(reading);
  if (nodes.length === 0) refuseAloud("Select an operation or an array first.");
  else runEdit((context) => command(context, nodes));
}
