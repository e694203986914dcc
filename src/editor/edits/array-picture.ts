import { arrayPart } from "../../document/array-part.ts";
import type { LayoutLine, NodeId } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { refuse } from "./finish.ts";
import { addedLine, changedLine, GONE } from "./layout-line.ts";

/** Draws the entries of an array as a grid beside the end of the figure where it comes in or goes out. */
export function addPicture(context: EditContext, { node }: { readonly node: NodeId }): Edit {
  const { document } = context;
  if (document.layout.some((line) => line.kind === "picture" && line.node === node)) {
    return refuse(`The entries of \`${arrayName(node)}\` are drawn already.`);
  }
  const line: LayoutLine = { kind: "picture", lead: [], node };
  return addedLine(context, line, `Drew the entries of ${arrayName(node)}`);
}

/** Picks a row of such a grid out, counted from 0, or none where the text is empty. */
export function pickRow(
  context: EditContext,
  { at, text }: { readonly at: number; readonly text: string },
): Edit {
  const line = context.document.layout[at];
  if (line?.kind !== "picture") return refuse(GONE);
  const written = text.trim();
  if (!/^[0-9]{0,5}$/.test(written)) return refuse("A row is a whole number, counted from 0.");
  const { row: _, ...plain } = line;
  const next = written === "" ? plain : { ...plain, row: Number(written) };
  const label = written === "" ? "Picked no row out" : `Picked row ${Number(written)} out`;
  return changedLine(context, at, next, label);
}

/** The name of the array that a line of the layout is about. */
export function arrayName(node: NodeId): string {
  const array = arrayPart(node)?.array ?? node;
  return array.slice(array.lastIndexOf("/") + 1);
}
