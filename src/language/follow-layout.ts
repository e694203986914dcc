import type { LayoutLine, NodeId } from "../document/document.ts";
import { underNames, withoutVerbatim } from "../document/layout-nodes.ts";
import type { NameLine } from "../document/name-line.ts";
import type { IdDeltas } from "./reconcile.ts";

/** The lines of `layout:` under the ids and names that what they are about has now. */
export function followLayout(
  layout: readonly LayoutLine[],
  ids: Pick<IdDeltas, "renamed" | "arrays">,
): readonly LayoutLine[] {
  const now = (id: NodeId) => ids.renamed.get(id) ?? id;
  return layout.map((line): LayoutLine => {
    switch (line.kind) {
      case "halo": {
        const { block, name } = labelled(line, ids);
        const isSame = block === line.block && name === line.name;
        return isSame ? line : { ...withoutVerbatim(line), block, name };
      }
      case "label": {
        const { block, name } = labelled(line, ids);
        const isSame = block === line.block && name === line.name;
        return isSame ? line : { ...withoutVerbatim(line), block, name };
      }
      case "detail": {
        const block = blockNow(line.block, ids);
        return block === line.block ? line : { ...withoutVerbatim(line), block };
      }
      case "figure": {
        const parts = line.parts.map((part) => ({ ...part, block: blockNow(part.block, ids) }));
        const isSame = parts.every(({ block }, i) => block === line.parts[i]?.block);
        return isSame ? line : { ...withoutVerbatim(line), parts };
      }
      default:
        return underNames(line, now);
    }
  });
}

function blockNow(block: string, { renamed }: Pick<IdDeltas, "renamed">): string {
  const id = renamed.get(`block:${block}`);
  return id?.startsWith("block:") === true ? id.slice("block:".length) : block;
}

/** Where a labelled name is now. */
function labelled(
  { block, of, name }: NameLine,
  ids: Pick<IdDeltas, "renamed" | "arrays">,
): { readonly block: string; readonly name: string } {
  if (of === "custom") {
    const id = ids.renamed.get(`custom:${name}`);
    return { block, name: id?.startsWith("custom:") ? id.slice("custom:".length) : name };
  }
  const now = of === "array" ? ids.arrays.get(block === "" ? name : `${block}/${name}`) : undefined;
  if (now === undefined) return { block: blockNow(block, ids), name };
  const end = now.indexOf("/");
  return { block: now.slice(0, Math.max(end, 0)), name: now.slice(end + 1) };
}
