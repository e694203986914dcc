import type { Mark } from "../draw/mark.ts";
import type { PlacedItem } from "../layout/placement.ts";
import type { Figure } from "./figure.ts";
import type { SceneBundle } from "./scene.ts";
import type { Stand } from "./stand.ts";

/** The strands of a left border by array, from its marks in the order in which they were drawn. */
export function borderBundles(
  { borders, definition }: Figure,
  item: PlacedItem,
  marks: readonly Mark[],
  { path }: Stand,
): readonly SceneBundle[] {
  const strands = marks.filter((mark) => mark.kind === "strand");
  return item.outputs.flatMap((array) => {
    const axes = borders.get(`entry ${array}`) ?? [];
    const own = strands.splice(0, axes.length);
    if (own.length === 0) return [];
    const drawn = own.map((mark) => ({ axis: mark.axis, points: [mark] }));
    return [{ definition, path, array, strands: drawn }];
  });
}
