import type { LayoutLine } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { anew } from "./document-tree.ts";
import { finish } from "./finish.ts";
import { withLayout } from "./layout-section.ts";

/** Why a line of the layout section cannot be edited that another edit has taken away. */
export const GONE = "This is no longer in the file.";

/** The edit that puts a line at the end of the layout section. */
export function addedLine(context: EditContext, line: LayoutLine, label: string): Edit {
  const { document } = context;
  return finish(context, { document: withLayout(document, [...document.layout, line]), label });
}

/** The edit that puts a line in the place of one, counted from 0 in the layout section. */
export function changedLine(
  context: EditContext,
  at: number,
  line: LayoutLine,
  label: string,
): Edit {
  const { document } = context;
  const next = withLayout(document, document.layout.with(at, anew(line)));
  return finish(context, { document: next, label });
}
