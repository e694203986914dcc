import type { LayoutLine, NodeId } from "./document.ts";
import { throughPart } from "./named-part.ts";

/**
 * A line of `layout:` under the names that its nodes have now. A line that changes loses the author's
 * text of it; one that names no nodes, or the same ones, stays as it is.
 */
export function underNames(line: LayoutLine, nameOf: (node: NodeId) => NodeId): LayoutLine {
  switch (line.kind) {
    case "below":
    case "open": {
      const node = nameOf(line.node);
      return node === line.node ? line : { ...withoutVerbatim(line), node };
    }
    case "picture": {
      const node = throughPart(line.node, nameOf);
      const from = line.from === undefined ? undefined : throughPart(line.from, nameOf);
      if (node === line.node && from === line.from) return line;
      return { ...withoutVerbatim(line), node, ...(from !== undefined && { from }) };
    }
    case "callout":
    case "title": {
      const node = throughPart(line.node, nameOf);
      return node === line.node ? line : { ...withoutVerbatim(line), node };
    }
    case "plate": {
      const nodes = line.nodes.map((node) => throughPart(node, nameOf));
      const isSame = nodes.every((node, i) => node === line.nodes[i]);
      return isSame ? line : { ...withoutVerbatim(line), nodes };
    }
    case "place": {
      const [node, wish] = [nameOf(line.node), line.wish];
      const other = wish.kind === "before" ? nameOf(wish.other) : undefined;
      if (node === line.node && (wish.kind !== "before" || other === wish.other)) return line;
      const moved = other === undefined ? wish : { kind: "before" as const, other };
      return { ...withoutVerbatim(line), node, wish: moved };
    }
    default:
      return line;
  }
}

/** The nodes and arrays that a line of `layout:` is about. */
export function nodesOf(line: LayoutLine): readonly NodeId[] {
  switch (line.kind) {
    case "open":
    case "below":
    case "callout":
    case "title":
      return [line.node];
    case "picture":
      return line.from === undefined ? [line.node] : [line.node, line.from];
    case "plate":
      return line.nodes;
    case "place":
      return line.wish.kind === "before" ? [line.node, line.wish.other] : [line.node];
    default:
      return [];
  }
}

/** A layout line that is to be printed anew. */
export function withoutVerbatim<Line extends LayoutLine>(line: Line): Omit<Line, "verbatim"> {
  const { verbatim: _, ...rest } = line;
  return rest;
}
