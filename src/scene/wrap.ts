import { arrayLabel } from "./arrows.ts";
import type { Figure, Wrapped } from "./figure.ts";
import { rowLead } from "./row-pieces.ts";
import { figureRows } from "./rows.ts";

/** The figure in rows of at most `width`; as it is where it fits. */
export function wrapFigure(figure: Figure, width: number, label: (axis: string) => string): Figure {
  const { placement, level } = figure;
  const labels: Wrapped["labels"] = (axes) => {
    if (level === "axes") return axes.map(label);
    return level === "arrays" && axes.length > 0 ? [arrayLabel(axes, label)] : [];
  };
  const lead = rowLead(placement.bundles.flatMap(({ axes }) => labels(axes)));
  const rows = figureRows(placement, width, lead);
  return rows.length < 2 ? figure : { ...figure, wrapped: { rows, lead, labels } };
}
