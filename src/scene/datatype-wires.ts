import { arrowhead } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import { polyline } from "../draw/polyline.ts";
import { SPACING } from "../draw/slab.ts";
import { countedAxis } from "./entries-wire.ts";
import type { FlatFigure } from "./flatten.ts";

/** A stretch that is shorter has no arrow of its own. */
const LEAST = 1.25 * SPACING;
const HALF_HEAD = 5.36;

/** Wires of entries as published: twice as thick, with an arrow half-way along every stretch (NOTATION R18). */
export function withDatatypeWires(flat: FlatFigure): FlatFigure {
  const isThere = flat.nodes.some(({ marks }) => marks.some(isEntries));
  if (!isThere) return flat;
  const heavy = (marks: readonly Mark[]) => marks.map(thickened);
  const bundles = flat.bundles.map((bundle) => ({
    ...bundle,
    strands: bundle.strands.map((strand) => ({ ...strand, points: heavy(strand.points) })),
  }));
  const arrows = bundles.flatMap(({ strands }) =>
    strands.flatMap(({ points }) => points.flatMap(arrowAlong)),
  );
  return {
    ...flat,
    bundles,
    borders: flat.borders.map((bundle) => ({
      ...bundle,
      strands: bundle.strands.map((strand) => ({ ...strand, points: heavy(strand.points) })),
    })),
    nodes: flat.nodes.map((node) => ({ ...node, marks: heavy(node.marks) })),
    labels: [...heavy(flat.labels), ...arrows],
  };
}

function isEntries(mark: Mark): boolean {
  return mark.kind === "strand" && countedAxis(mark.axis) !== undefined;
}

function thickened(mark: Mark): Mark {
  if (mark.kind === "strand" && isEntries(mark)) return { ...mark, heavy: true };
  if (mark.kind !== "text" || mark.axis === undefined) return mark;
  return { ...mark, axis: countedAxis(mark.axis) ?? mark.axis };
}

/** The arrow in the middle of a stretch, where that is level. */
function arrowAlong(mark: Mark): readonly Mark[] {
  if (mark.kind !== "strand" || !isEntries(mark)) return [];
  const points = polyline(mark.path);
  const longest = points.slice(1).reduce(
    (best, to, i) => {
      const from = points[i] ?? to;
      return from.y === to.y && to.x - from.x > best.to.x - best.from.x ? { from, to } : best;
    },
    { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } },
  );
  const { from, to } = longest;
  if (to.x - from.x < LEAST) return [];
  const tip = { x: (from.x + to.x) / 2 + HALF_HEAD, y: to.y };
  return [{ kind: "path", path: arrowhead(tip), fill: "ink" }];
}
