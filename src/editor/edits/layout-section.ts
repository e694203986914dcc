import type { Document, LayoutLine, NodeId } from "../../document/document.ts";
import { underNames } from "../../document/layout-nodes.ts";

/**
 * The document with another layout section; one that begins stands behind an empty line, which goes
 * with it again.
 */
export function withLayout(document: Document, layout: readonly LayoutLine[]): Document {
  const { trailing } = document;
  const wasEmpty = document.layout.length === 0;
  if (wasEmpty && layout.length > 0 && trailing.at(-1) !== "" && document.statements.length > 0) {
    return { ...document, layout, trailing: [...trailing, ""] };
  }
  if (!wasEmpty && layout.length === 0 && trailing.at(-1) === "") {
    return { ...document, layout, trailing: trailing.slice(0, -1) };
  }
  return { ...document, layout };
}

/** A line that may be about an array, under the names that arrays have now; others stay as they are. */
export function replaced(line: LayoutLine, nameOf: (name: NodeId) => NodeId): LayoutLine {
  const isOfArrays =
    line.kind === "place" ||
    line.kind === "plate" ||
    line.kind === "callout" ||
    line.kind === "picture";
  return isOfArrays ? underNames(line, nameOf) : line;
}
