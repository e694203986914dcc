import { markBounds, unionBounds } from "../draw/bounds.ts";
import type { Rect } from "../draw/path.ts";
import type { FlatFigure } from "./flatten.ts";

/** The box around everything that is painted of a figure; undefined where there is nothing. */
export function inkedBounds(flat: FlatFigure): Rect | undefined {
  const marks = [
    ...flat.nodes.flatMap((node) => node.marks),
    ...flat.bundles.flatMap((bundle) => bundle.strands.flatMap((strand) => strand.points)),
    ...flat.plates,
    ...flat.dashes,
    ...flat.labels,
  ];
  return unionBounds([...marks.map(markBounds), ...flat.nodes.map((node) => node.bounds)]);
}
