import type { Point } from "../draw/path.ts";
import { blockOfPanel } from "../scene/panel-path.ts";
import type { Scene, SceneColumn, SceneId, SceneNode, SceneRow } from "../scene/scene.ts";
import { nameOfArray } from "../scene/wishes.ts";
import type { PlacedName } from "./edits/arrange.ts";
import { pathOf, type Selection } from "./selection.ts";

/** Something that can be moved up and down in the column where it stands. */
export interface Movable {
  /** What a line of `layout:` calls it. */
  readonly name: PlacedName;
  /** The place of its body in the picture. */
  readonly path: SceneId;
  /** The slab that stands for it, where it is not only an array that comes in. */
  readonly slab?: SceneNode;
}

/** What a selection moves: its slab, or the array with what makes it. */
export function movableOf(scene: Scene, selection: Selection): Movable | undefined {
  if (selection.kind === "diagram") return undefined;
  if (selection.kind !== "operation") {
    const name = nameOfArray(selection.definition, selection.array);
    return name === undefined ? undefined : movableNamed(scene, name, selection.path);
  }
  const path = pathOf(selection.id);
  const rows = columnsOf(scene, path).flatMap((column) => column.rows);
  const name = rows.find(({ node }) => node === selection.id)?.name;
  return name === undefined ? undefined : movableNamed(scene, name, path);
}

/** A thing by its name in a body, when it stands there. */
export function movableNamed(scene: Scene, name: PlacedName, path: SceneId): Movable | undefined {
  const rows = columnsOf(scene, path).flatMap((column) => column.rows.filter(isNamed(name)));
  if (rows.length === 0) return undefined;
  const ids = rows.flatMap(({ node }) => node ?? []);
  const slab = scene.nodes.find((node) => ids.includes(node.id) && node.kind !== "output");
  return { name, path, ...(slab && { slab }) };
}

/** The next thing above or below, in its own column or else in the first one that it passes. */
export function neighbourOf(
  scene: Scene,
  { name, path, slab }: Movable,
  direction: "up" | "down",
): PlacedName | undefined {
  const isOwn = ({ rows }: SceneColumn) => rows.some(({ node }) => node === slab?.id);
  const columns = columnsOf(scene, path)
    .filter(({ rows }) => rows.some(isNamed(name)))
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  for (const { rows } of columns) {
    const at =
      direction === "up" ? rows.findIndex(isNamed(name)) : rows.findLastIndex(isNamed(name));
    const beyond = direction === "up" ? rows.slice(0, at).reverse() : rows.slice(at + 1);
    const next = beyond.find((row) => row.name !== undefined);
    if (next?.name !== undefined) return next.name;
  }
  return undefined;
}

/** The column at or next to a point in which a thing stands. */
export function columnAt(
  scene: Scene,
  { name, path }: Movable,
  { x, y }: Point,
): SceneColumn | undefined {
  const away = (from: number, to: number, at: number) => Math.max(from - at, 0, at - to);
  const placed = columnsOf(scene, path).flatMap((column) => {
    const rows = column.rows.filter(isNamed(name));
    const down = Math.min(...rows.map(({ top, bottom }) => away(top, bottom, y)));
    const distance = away(column.x, column.x + column.width, x) + down;
    return rows.length === 0 ? [] : [{ column, distance }];
  });
  return placed.sort((a, b) => a.distance - b.distance)[0]?.column;
}

/** Where a thing stands in a column. */
export function rowIn({ rows }: SceneColumn, name: PlacedName): SceneRow | undefined {
  return rows.find(isNamed(name));
}

/**
 * What a row of a column moves past when it is shifted down, or up by a negative distance: others
 * make room as soon as its edge has passed their middle, or only when its own middle has.
 */
export function passedBy(
  { rows }: SceneColumn,
  name: PlacedName,
  { shift, by }: { readonly shift: number; readonly by: "edge" | "middle" },
): { readonly over: readonly PlacedName[]; readonly under: readonly PlacedName[] } {
  const at = rows.findIndex(isNamed(name));
  const own = rows[at];
  if (own === undefined) return { over: [], under: [] };
  const middle = ({ top, bottom }: SceneRow) => (top + bottom) / 2;
  const [top, bottom] =
    by === "edge"
      ? [own.top + shift, own.bottom + shift]
      : [middle(own) + shift, middle(own) + shift];
  const names = (passed: readonly SceneRow[]) => [
    ...new Set(passed.flatMap((row) => (row.name === name ? [] : (row.name ?? [])))),
  ];
  return {
    over: names(
      rows
        .slice(0, at)
        .reverse()
        .filter((row) => middle(row) > top),
    ),
    under: names(rows.slice(at + 1).filter((row) => middle(row) < bottom)),
  };
}

/** Whether heights are counted from this slab, so that it has none of its own. */
export function isOrigin(scene: Scene, slab: SceneNode): boolean {
  const path = pathOf(slab.id);
  if (path !== "" && blockOfPanel(path) === undefined) return false;
  const input = scene.nodes.find(({ id, kind }) => kind === "input" && pathOf(id) === path);
  return slab.id === (input?.id ?? columnsOf(scene, path)[0]?.rows[0]?.node);
}

function columnsOf(scene: Scene, path: SceneId): readonly SceneColumn[] {
  return scene.columns.filter((column) => column.path === path);
}

function isNamed(name: PlacedName): (row: SceneRow) => boolean {
  return (row) => row.name === name;
}
