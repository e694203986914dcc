import { strandInto } from "../draw/curve.ts";
import { discardBar } from "../draw/forms/discard.ts";
import type { Mark } from "../draw/mark.ts";
import { translateMarks } from "../draw/translate.ts";
import type { PlacedBundle, PlacedDash } from "../layout/placement.ts";
import { arrowPiece, seenHeights } from "./arrow-figure.ts";
import type { Figure } from "./figure.ts";
import { continuationMarks, type RowPiece, rowDash, rowPieces, settledAt } from "./row-pieces.ts";
import type { SceneBundle } from "./scene.ts";
import { type Stand, sceneId, standIn } from "./stand.ts";

/** The arrays between the slabs of a figure, row by row where it stands in several. */
export function figureBundles(figure: Figure, stand: Stand): readonly SceneBundle[] {
  const { placement, wrapped } = figure;
  if (wrapped === undefined) {
    return placement.bundles.map((bundle) => sceneBundle(figure, bundle, stand));
  }
  return placement.bundles.flatMap((bundle) =>
    rowPieces(bundle, wrapped.rows).map((piece) => {
      const here = standIn(stand, piece.row);
      return withArrows(sceneBundle(figure, piece.bundle, here), figure, piece, here);
    }),
  );
}

/** The dashed lines between the arrays of a figure; there are none where an array is one arrow. */
export function figureDashes({ level, placement, wrapped }: Figure, stand: Stand): readonly Mark[] {
  if (level !== "axes") return [];
  if (wrapped === undefined) return placement.dashes.flatMap((dash) => dashMarks(dash, stand));
  return placement.dashes.flatMap((dash) =>
    wrapped.rows.flatMap((row) => {
      const part = rowDash(dash, row, settledAt(placement.bundles, row));
      return part === undefined ? [] : dashMarks(part, standIn(stand, row));
    }),
  );
}

function dashMarks({ points: [first, ...rest] }: PlacedDash, stand: Stand): readonly Mark[] {
  if (first === undefined || rest.length === 0) return [];
  const path = [
    { kind: "move" as const, to: first },
    ...rest.map((to) => ({ kind: "line" as const, to })),
  ];
  return translateMarks([{ kind: "path", path, stroke: "dash" }], stand.dx, stand.dy);
}

function sceneBundle(figure: Figure, bundle: PlacedBundle, stand: Stand): SceneBundle {
  const { from, to, way, slopes } = bundle;
  const ends = seenHeights(figure, to.heights);
  const bar = translateMarks(bundle.stub ? discardBar(to.x, ends) : [], stand.dx, stand.dy);
  const arrow =
    figure.level === "axes"
      ? undefined
      : [...translateMarks(arrowPiece(bundle), stand.dx, stand.dy), ...bar];
  return {
    ...(way && {
      from: sceneId(stand, way.from),
      to: { node: sceneId(stand, way.to), port: way.input },
    }),
    definition: figure.definition,
    path: stand.path,
    array: bundle.array,
    strands: bundle.axes.map((axis, i) => ({
      axis,
      points: arrow ?? [
        {
          kind: "strand",
          axis,
          ...(figure.doubles.has(axis) && { double: true as const }),
          path: strandInto(
            { x: from.x + stand.dx, y: (from.heights[i] ?? 0) + stand.dy },
            { x: to.x + stand.dx, y: (to.heights[i] ?? 0) + stand.dy },
            slopes?.[i] ?? 0,
          ),
        },
        ...bar.slice(i, i + 1),
      ],
    })),
  };
}

/** The bundle with the arrows that lead to the next row and from the one before. */
function withArrows(
  bundle: SceneBundle,
  figure: Figure,
  piece: RowPiece,
  stand: Stand,
): SceneBundle {
  const { wrapped, level } = figure;
  const [first] = bundle.strands;
  if (wrapped === undefined || first === undefined) return bundle;
  const lines = continuationMarks(piece, {
    drawn: (heights) => seenHeights(figure, heights),
    labels: wrapped.labels(piece.bundle.axes),
    doubles: piece.bundle.axes.map((axis) => figure.doubles.has(axis)),
    lead: wrapped.lead,
  });
  const arrows = lines.map((marks) => translateMarks(marks, stand.dx, stand.dy));
  if (level !== "axes") {
    const points = [...first.points, ...arrows.flat()];
    return { ...bundle, strands: bundle.strands.map((strand) => ({ ...strand, points })) };
  }
  const strands = bundle.strands.map((strand, i) => ({
    ...strand,
    points: [...strand.points, ...(arrows[i] ?? [])],
  }));
  return { ...bundle, strands };
}
