import { describe } from "../../editor/described.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { ungroup } from "../../editor/structure/ungroup.ts";
import { unwrapLoop } from "../../editor/structure/unwrap-loop.ts";
import { selectedNodes } from "../adding/more-selected.ts";
import type { Command } from "../commands.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { groupSelection } from "./group-selection.ts";
import { makeLoopOfSelection } from "./loop-store.ts";

/** Commands that make blocks and loops of what is selected, and take them apart. */
export const STRUCTURE_COMMANDS: readonly Command[] = [
  { title: "Group into a block", chord: "Mod-G", run: groupSelection },
  { title: "Ungroup", chord: "Shift-Mod-G", run: ungroupSelection },
  { title: "Repeat or scan…", chord: "", run: makeLoopOfSelection },
  { title: "Unwrap the loop", chord: "", run: () => onFirst(unwrapLoop) },
];

/** Takes the box of a block or the walls of a loop away. */
function ungroupSelection(): void {
  const { reading, selection } = useEditor.getState();
  const isLoop = reading && describe(selection, reading)?.node?.kind === "loop";
  onFirst(isLoop ? unwrapLoop : ungroup);
}

/** Runs a command on the first of the selected lines. */
function onFirst(command: (context: EditContext, what: { readonly node: string }) => Edit): void {
  const { reading } = useEditor.getState();
  const [node] = reading === undefined ? [] : selectedNodes(reading);
  if (node === undefined) refuseAloud("Select a block or a loop first.");
  else runEdit((context) => command(context, { node }));
}
