import { create } from "zustand";
import type { NodeId } from "../../document/document.ts";
import { loopLines } from "../../editor/structure/loop-crossings.ts";

import { refuseAloud } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { selectedLines } from "./selected-lines.ts";

/** The lines that are to become the body of a loop, while its form is being chosen. */
export const useLoopMaking = create<{ readonly nodes: readonly NodeId[] | undefined }>()(() => ({
  nodes: undefined,
}));

/** Asks for the form of a loop around the selected lines, or says why there can be none. */
export function makeLoopOfSelection(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const nodes = selectedLines(reading);
  if (nodes.length === 0) {
    refuseAloud("Select the operations first that are to be done again and again.");
    return;
  }
  const found = loopLines(reading, nodes, { kind: "repeat", count: "2" });
  if (typeof found === "string") refuseAloud(found);
  else useLoopMaking.setState({ nodes });
}
