import { isTakeable } from "../../editor/nodes-within.ts";
import { nodesReached, nodesWithAxis, type Placed, type Reach } from "../../editor/reach.ts";
import { pathOf } from "../../editor/selection.ts";
import { selectedThings, selectNodes } from "../adding/more-selected.ts";
import type { Command } from "../commands.ts";
import { refuseAloud } from "../run-edit.ts";
import { useEditor } from "../store.ts";

/** Commands that select more of what is on the canvas. */
export const SELECT_COMMANDS = [
  { title: "Select all", chord: "Mod-A", run: selectAll },
  { title: "Select upstream", chord: "", run: () => selectReached("upstream") },
  { title: "Select downstream", chord: "", run: () => selectReached("downstream") },
  { title: "Select what lies between", chord: "", run: () => selectReached("between") },
  { title: "Select everything with this axis", chord: "", run: selectAxis },
] as const satisfies readonly Command[];

/** Selects everything of the block that is shown. */
function selectAll(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const { nodes } = reading.scene;
  selectNodes(nodes.filter((node) => pathOf(node.id) === "" && isTakeable(node)));
}

function selectReached(reach: Reach): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const selected = selectedThings(reading.scene).filter(
    (each): each is Placed => each.kind !== "diagram",
  );
  if (selected.length === 0) {
    refuseAloud("Select an operation or an array first.");
    return;
  }
  if (reach === "between" && selected.length < 2) {
    refuseAloud("Select two operations or more to take what lies between them.");
    return;
  }
  const found = nodesReached(reading, selected, reach);
  if (found.length > 0) selectNodes(found);
  else refuseAloud("Nothing in the picture is made of this.");
}

/** Selects what has the axis of the selected strand, or else the axis that is followed. */
function selectAxis(): void {
  const { reading, selection, pinned } = useEditor.getState();
  const strand =
    selection.kind === "strand"
      ? selection
      : pinned && ({ kind: "strand", array: "", ...pinned } as const);
  if (reading === undefined) return;
  if (strand === undefined) {
    refuseAloud("Select an axis first: click a wire twice.");
    return;
  }
  selectNodes(nodesWithAxis(reading, strand));
}
