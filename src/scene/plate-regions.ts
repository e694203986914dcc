import type { LayoutLine, NodeId } from "../document/document.ts";
import { markBounds, meets, unionBounds } from "../draw/bounds.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { isPaintedColumn } from "./column-guides.ts";
import { columnRows } from "./column-rows.ts";
import type { FlatFigure } from "./flatten.ts";
import type { SceneColumn, SceneId, SceneNode } from "./scene.ts";
import { pathOf } from "./stand.ts";
import { isTarget, partBox, targetRegion } from "./target-node.ts";

/** How far plates stand out around what they hold, at the sides and above and below. */
export const SIDE_RIM = 0.1 * SPACING;
const RIM = 0.25 * SPACING;

export type PlateLine = LayoutLine & { readonly kind: "plate" };

/** What a plate goes around. */
export interface Region {
  readonly line: PlateLine;
  readonly region: Rect;
  /** Only parts of operations, which plates of other parts may cut. */
  readonly isPart: boolean;
}

/** A node, and the name of it or of the part of it that a plate is around. */
interface Target {
  readonly node: SceneNode;
  readonly name: NodeId;
}

/**
 * The boxes around the nodes of a plate, one for every instance of their definition and every row
 * that it has nodes in: several operations with all that passes through them, one alone as close as
 * its glyph. The first row has the title.
 */
export function plateRegions(line: PlateLine, flat: FlatFigure): readonly Region[] {
  const rows = rowNumbers(flat);
  const instances = new Map<string, Map<number, Target[]>>();
  for (const node of flat.nodes) {
    const names = line.nodes.filter((name) => isTarget(node, name));
    const path = pathOf(node.id);
    const row = rows.get(node.id) ?? 0;
    for (const name of names) {
      const held = instances.get(path) ?? new Map<number, Target[]>();
      instances.set(path, held.set(row, [...(held.get(row) ?? []), { node, name }]));
    }
  }
  return [...instances.values()].flatMap((held) => {
    const parts = [...held].sort(([a], [b]) => a - b).map(([, targets]) => targets);
    return parts.flatMap((targets, part) => {
      const [first] = targets;
      const isAlone = first !== undefined && targets.length === 1 && parts.length === 1;
      const region = isAlone
        ? targetRegion(first.node, first.name)
        : withColumns(
            unionBounds(targets.map(({ node, name }) => partBox(node, name) ?? node.bounds)),
            flat,
          );
      if (region === undefined) return [];
      const isPart = targets.every(({ node, name }) => partBox(node, name) !== undefined);
      return [{ line: part === 0 ? line : { ...line, title: "" }, region, isPart }];
    });
  });
}

/** A region of several nodes with the painted columns that stand in it, whole. */
function withColumns(region: Rect | undefined, { plates }: FlatFigure): Rect | undefined {
  if (region === undefined) return undefined;
  const columns = plates.filter(isPaintedColumn).flatMap((mark) => markBounds(mark) ?? []);
  const isHeld = ({ x, width, ...column }: Rect): boolean =>
    meets({ ...column, x: x + width / 2, width: 0 }, region);
  return unionBounds([region, ...columns.filter(isHeld).map(withRimAround)]);
}

/** A box with the rim that a plate has around it. */
export function withRimAround({ x, y, width, height }: Rect): Rect {
  return { x: x - SIDE_RIM, y: y - RIM, width: width + 2 * SIDE_RIM, height: height + 2 * RIM };
}

/** For each node the number of its row, counted over the whole figure; a copy stands where arrays pass. */
function rowNumbers({ columns, nodes }: FlatFigure): ReadonlyMap<SceneId, number> {
  const rows = columnRows(columns);
  const inColumns = rows.flatMap((row, number) =>
    row.flatMap(({ rows: parts }) =>
      parts.flatMap(({ node }) => (node === undefined ? [] : [[node, number] as const])),
    ),
  );
  const copies = nodes
    .filter(({ kind }) => kind === "copy")
    .map(
      (copy) => [copy.id, rows.findIndex((row) => row.some((each) => isIn(each, copy)))] as const,
    );
  return new Map([...copies, ...inColumns]);
}

/** Whether an array that passes the column comes to the node. */
function isIn({ path, x, width, rows }: SceneColumn, { id, bounds }: SceneNode): boolean {
  return (
    path === pathOf(id) &&
    rows.some(({ top, bottom }) => meets({ x, y: top, width, height: bottom - top }, bounds))
  );
}
