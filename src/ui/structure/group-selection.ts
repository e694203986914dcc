import type { EditContext } from "../../editor/edit.ts";
import { group } from "../../editor/structure/group.ts";

import { namedBy } from "../renaming/name-places.ts";
import { type FirstName, useRenaming } from "../renaming/renaming-store.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { selectedLines } from "./selected-lines.ts";

/** Makes a block of the selected lines and asks for its name; giving one up gives the block up. */
export function groupSelection(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const nodes = selectedLines(reading);
  if (nodes.length === 0) {
    refuseAloud("Select the operations first that are to become a block.");
    return;
  }
  let before: EditContext = reading;
  const done = runEdit((context) => {
    before = context;
    return group(context, { nodes });
  });
  if (!done) return;
  const { reading: after, selection } = useEditor.getState();
  const named = after && namedBy(after, selection);
  if (named?.kind === "block") {
    useRenaming.getState().start(named, firstName(before, nodes, named.block));
  }
}

/** Grouping under another name takes the place of the step, so that one undo takes all of it back. */
function firstName(before: EditContext, nodes: readonly string[], suggested: string): FirstName {
  return {
    accept(text) {
      const name = text.trim();
      if (name === suggested) return undefined;
      const edit = group(before, { nodes, name });
      if (!edit.ok) return edit.says;
      useEditor.getState().undo();
      runEdit(() => edit);
      return undefined;
    },
    giveUp: () => useEditor.getState().undo(),
  };
}
