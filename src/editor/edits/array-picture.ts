import type { Document, LayoutLine, NodeId, StepColour } from "../../document/document.ts";
import { namedPart } from "../../document/named-part.ts";
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

/** Marks the first axis of such a grid as one that broadcasting adds, or no longer. */
export function markAdded(
  context: EditContext,
  { at, added }: { readonly at: number; readonly added: StepColour | undefined },
): Edit {
  const line = context.document.layout[at];
  if (line?.kind !== "picture") return refuse(GONE);
  const { added: _, ...plain } = line;
  const next = added === undefined ? plain : { ...plain, added };
  const label = added === undefined ? "Marked no added axis" : "Marked the added axis";
  return changedLine(context, at, next, label);
}

/** The other grids of the block of one, from which an arrow may lead to it. */
export function otherPictures({ layout }: Document, node: NodeId): readonly NodeId[] {
  const block = blockOf(node);
  return layout.flatMap((line) =>
    line.kind === "picture" && line.node !== node && blockOf(line.node) === block
      ? [line.node]
      : [],
  );
}

/** Draws an arrow to such a grid from another, or takes it away. */
export function leadArrow(
  context: EditContext,
  { at, from }: { readonly at: number; readonly from: NodeId | undefined },
): Edit {
  const { document } = context;
  const line = document.layout[at];
  if (line?.kind !== "picture") return refuse(GONE);
  const { from: _, words, ...plain } = line;
  if (from === undefined) return changedLine(context, at, plain, "Took an arrow away");
  if (!otherPictures(document, line.node).includes(from)) {
    return refuse(`The entries of \`${arrayName(from)}\` are not drawn here.`);
  }
  const next = { ...plain, from, ...(words !== undefined && { words }) };
  return changedLine(context, at, next, `Drew an arrow from ${arrayName(from)}`);
}

/** Sets what stands at the arrow that leads to such a grid. */
export function nameArrow(
  context: EditContext,
  { at, text }: { readonly at: number; readonly text: string },
): Edit {
  const line = context.document.layout[at];
  if (line?.kind !== "picture" || line.from === undefined) return refuse(GONE);
  const { words: _, ...plain } = line;
  const words = text.replace(/\s+/g, " ").trim();
  const next = words === "" ? plain : { ...plain, words };
  return changedLine(context, at, next, "Changed the words of an arrow");
}

function blockOf(node: NodeId): string {
  return node.slice(0, node.indexOf("/") + 1);
}

/** The name of the array that a line of the layout is about. */
export function arrayName(node: NodeId): string {
  const array = namedPart(node)?.of ?? node;
  return array.slice(array.lastIndexOf("/") + 1);
}
