import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { arrayLabel } from "./arrows.ts";
import type { Figure, FigureContext, Wrapped } from "./figure.ts";
import { rowLead } from "./row-pieces.ts";
import { figureRows } from "./rows.ts";

/** What a row needs beside an open block or a loop: names at both ends, walls, arrows to other rows. */
const BESIDE = 10 * SPACING;
/** An inside is not cut into rows narrower than this, however deep it is. */
const LEAST_INSIDE = 15 * SPACING;

/** What the inside of an open block or a loop is told, so that it fits into a row around it. */
export function contextInside(context: FigureContext): FigureContext {
  const { width } = context;
  if (width === undefined) return context;
  return { ...context, width: Math.max(LEAST_INSIDE, width - BESIDE) };
}

/** The figure in rows of the width that the author chose; as it is where it fits. */
export function wrapFigure(
  figure: Figure,
  { width }: Pick<FigureContext, "width">,
  label: (axis: string) => string,
): Figure {
  if (width === undefined) return figure;
  const { placement, level } = figure;
  const labels: Wrapped["labels"] = (axes) => {
    if (level === "axes") return axes.map(label);
    return level === "arrays" && axes.length > 0 ? [arrayLabel(axes, label)] : [];
  };
  const lead = rowLead(placement.bundles.flatMap(({ axes }) => labels(axes)));
  const rows = figureRows(placement, width, lead);
  if (rows.length < 2) return figure;
  const extents = rows.map(({ extent }) => extent);
  return {
    ...figure,
    wrapped: { rows, lead, labels },
    top: Math.min(...extents.map(({ top }) => top)),
    bottom: Math.max(...extents.map(({ bottom }) => bottom)),
  };
}

/** How far to the right a figure reaches as it stands. */
export function standingWidth({ placement, wrapped }: Figure): number {
  if (wrapped === undefined) return placement.width;
  return Math.max(...wrapped.rows.map(({ extent }) => extent.right));
}

/** The areas between two places of a figure, which are in different rows perhaps. */
export function areasBetween(
  { placement, wrapped, top, bottom }: Figure,
  from: number,
  to: number,
): readonly Rect[] {
  const rows = wrapped?.rows ?? [
    {
      from: 0,
      to: placement.width,
      dx: 0,
      dy: 0,
      extent: { left: 0, right: placement.width, top, bottom },
    },
  ];
  return rows
    .filter((row) => row.to > from && row.from < to)
    .map(({ extent, dx, ...row }) => {
      const left = from >= row.from ? from + dx : extent.left;
      const right = to <= row.to ? to + dx : extent.right;
      return { x: left, y: extent.top, width: right - left, height: extent.bottom - extent.top };
    });
}
