import type { NodeId } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { remove } from "../edits/remove.ts";
import { copy } from "./copy.ts";
import { linesTitle } from "./gather.ts";

/** A text for the clipboard, and the document without its lines or why they stay. */
export interface CutLines {
  readonly text: string;
  readonly edit: Edit;
}

/** Copies lines and deletes them; what others read of them is `?` afterwards. */
export function cut(context: EditContext, nodes: readonly NodeId[]): CutLines {
  const copied = copy(context, nodes);
  if (!copied.ok) return { text: "", edit: copied };
  const removals = copied.lines.map(({ statement }) => ({ node: statement.id }));
  const edit = remove(context, { removals, heal: "leave open" });
  if (!edit.ok) return { text: "", edit };
  return {
    text: copied.text,
    edit: { ...edit, label: `Cut ${linesTitle(copied.lines.map(({ statement }) => statement))}` },
  };
}
