import type { LayoutLine, NodeId } from "../document/document.ts";
import type { IdDeltas } from "./reconcile.ts";

/** The lines of `layout:` under the ids and names that what they are about has now. */
export function followLayout(
  layout: readonly LayoutLine[],
  ids: Pick<IdDeltas, "renamed" | "arrays">,
): readonly LayoutLine[] {
  const now = (id: NodeId) => ids.renamed.get(id) ?? id;
  return layout.map((line): LayoutLine => {
    switch (line.kind) {
      case "plate": {
        const nodes = line.nodes.map(now);
        const isSame = nodes.every((node, i) => node === line.nodes[i]);
        return isSame ? line : { ...withoutVerbatim(line), nodes };
      }
      case "callout": {
        const node = now(line.node);
        return node === line.node ? line : { ...withoutVerbatim(line), node };
      }
      case "open": {
        const node = now(line.node);
        return node === line.node ? line : { ...withoutVerbatim(line), node };
      }
      case "place":
        return placed(line, now);
      case "label": {
        const { block, name } = labelled(line, ids);
        const isSame = block === line.block && name === line.name;
        return isSame ? line : { ...withoutVerbatim(line), block, name };
      }
      case "detail": {
        const block = blockNow(line.block, ids);
        return block === line.block ? line : { ...withoutVerbatim(line), block };
      }
      default:
        return line;
    }
  });
}

function placed(line: LayoutLine & { kind: "place" }, now: (id: NodeId) => NodeId): LayoutLine {
  const [node, wish] = [now(line.node), line.wish];
  const other = wish.kind === "before" ? now(wish.other) : undefined;
  const isSame = wish.kind !== "before" || other === wish.other;
  if (node === line.node && isSame) return line;
  const moved = other === undefined ? wish : { kind: "before" as const, other };
  return { ...withoutVerbatim(line), node, wish: moved };
}

function blockNow(block: string, { renamed }: Pick<IdDeltas, "renamed">): string {
  const id = renamed.get(`block:${block}`);
  return id?.startsWith("block:") === true ? id.slice("block:".length) : block;
}

/** Where a labelled name is now. */
function labelled(
  { block, of, name }: LayoutLine & { kind: "label" },
  ids: Pick<IdDeltas, "renamed" | "arrays">,
): { readonly block: string; readonly name: string } {
  const now = of === "array" ? ids.arrays.get(block === "" ? name : `${block}/${name}`) : undefined;
  if (now === undefined) return { block: blockNow(block, ids), name };
  const end = now.indexOf("/");
  return { block: now.slice(0, Math.max(end, 0)), name: now.slice(end + 1) };
}

function withoutVerbatim<Line extends LayoutLine>(line: Line): Omit<Line, "verbatim"> {
  const { verbatim: _, ...rest } = line;
  return rest;
}
