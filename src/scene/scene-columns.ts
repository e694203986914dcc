import type { Figure } from "./figure.ts";
import type { SceneColumn, SceneRow } from "./scene.ts";
import { type Stand, sceneId, standAt } from "./stand.ts";
import { nameOfArray, nameOfItem } from "./wishes.ts";

/** The layers of a figure with what stands in each, where it stands in the picture. */
export function sceneColumns(figure: Figure, around: Stand): readonly SceneColumn[] {
  const { placement, definition, members, wrapped } = figure;
  const { path } = around;
  const items = new Map(placement.items.map((item) => [item.id, item]));
  return placement.columns.map(({ x, width, rows }) => {
    const { dx, dy } = standAt(figure, around, x);
    return {
      definition,
      path,
      row: Math.max(0, wrapped?.rows.findLastIndex(({ from }) => from <= x) ?? 0),
      x: x + dx,
      width,
      rows: rows.map(({ item: id, array, ...box }): SceneRow => {
        const item = items.get(id ?? "");
        const name =
          item === undefined
            ? nameOfArray(definition, array ?? "")
            : nameOfItem(definition, members.get(item.id), item);
        return {
          ...(name !== undefined && { name }),
          ...(item !== undefined && { node: sceneId(around, item.id) }),
          ...(array !== undefined && { array }),
          top: box.top + dy,
          bottom: box.bottom + dy,
        };
      }),
    };
  });
}
