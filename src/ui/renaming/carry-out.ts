import type { Selection } from "../../editor/selection.ts";
import { useFrame } from "../frame-store.ts";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import type { Named } from "./name-places.ts";
import { type Renamed, rename } from "./rename.ts";

/** Renames something at once, or gives the sentence that says why not. */
export function renameNow(named: Named, text: string): string | undefined {
  const { reading } = useEditor.getState();
  if (reading === undefined) return undefined;
  const outcome = rename(reading, named, text);
  if (outcome.kind === "done") carryOut(named, outcome);
  if (outcome.kind !== "refused" && outcome.kind !== "asks") return undefined;
  useFrame.getState().say(outcome.says);
  return outcome.says;
}

/** One step; what was selected or kept lit stays so under its new name. */
export function carryOut(before: Named, { edit, named }: Extract<Renamed, { kind: "done" }>): void {
  const { selection, pinned } = useEditor.getState();
  const { select: _, ...rest } = edit;
  runEdit(() => (selection.kind === "operation" && named.kind === "array" ? edit : rest));
  const { select, pin } = useEditor.getState();
  if (before.kind === "block" && named.kind === "block" && selection.kind === "operation") {
    select(selectedIn(selection, before.block, named.block));
  }
  if (named.kind === "array" && (selection.kind === "array" || selection.kind === "strand")) {
    select({ ...selection, array: named.array });
  }
  if (named.kind !== "axis") return;
  if (selection.kind === "strand") select({ ...selection, axis: named.axis });
  const { definition, axis } = named;
  const wasLit = before.kind === "axis" && pinned?.axis === before.axis && before.axis !== axis;
  if (wasLit && pinned.definition === definition) pin({ ...pinned, axis });
}

/** A selection by ids that begin with the name of a block, under its new name. */
function selectedIn(
  selection: Extract<Selection, { kind: "operation" }>,
  old: string,
  name: string,
): Selection {
  const { node, definition } = selection;
  if (definition !== old) return selection;
  const moved = node === old || node.startsWith(`${old}/`) ? name + node.slice(old.length) : node;
  const before = selection.id.slice(0, selection.id.length - node.length);
  return { ...selection, definition: name, node: moved, id: `${before}${moved}` };
}
