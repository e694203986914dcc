import type { PlacedBundle, PlacedItem, Placement } from "../../src/layout/placement.ts";

/** The slabs of one layer and the arrays beside them. */
export interface Layer {
  readonly left: number;
  readonly right: number;
  readonly items: readonly PlacedItem[];
  /** Arrays that pass the layer. */
  readonly lanes: readonly PlacedBundle[];
}

/** Layers as they stand in the picture: slabs, and the bundles that run past them. */
export function layersOfPlacement(placement: Placement): Layer[] {
  const byLayer = new Map<number, PlacedItem[]>();
  for (const item of placement.items) {
    byLayer.set(item.layer, [...(byLayer.get(item.layer) ?? []), item]);
  }
  return [...byLayer]
    .sort(([a], [b]) => a - b)
    .map(([, items]) => {
      const left = Math.min(...items.map((item) => item.x));
      const right = Math.max(...items.map((item) => item.x + item.drawing.width));
      const lanes = placement.bundles.filter(({ from, to }) => from.x <= left && to.x >= right);
      return { left, right, items, lanes };
    });
}
