import type { LayoutLine } from "../document/document.ts";
import { circlePath } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point } from "../draw/path.ts";
import { bundleMarks } from "./bundle-marks.ts";
import type { FlatFigure } from "./flatten.ts";

/** How far from the end of a strand the middle of its dot may be. */
const NEAR = 0.5;

/** Bands below the strands of the axes that an author has made stand out, and below their dots. */
export function haloMarks(
  { nodes, bundles, borders }: FlatFigure,
  layout: readonly LayoutLine[],
): readonly Mark[] {
  const wanted = new Set(
    layout.flatMap((line) =>
      line.kind === "halo" && line.of === "axis" ? [`${line.block}/${line.name}`] : [],
    ),
  );
  if (wanted.size === 0) return [];
  const parts = [
    ...[...bundles, ...borders].map((bundle) => ({ of: bundle, marks: bundleMarks(bundle) })),
    ...nodes.map((node) => ({ of: node, marks: node.marks })),
  ];
  return parts.flatMap(({ of, marks }) => {
    const strands = marks.flatMap((mark) =>
      mark.kind === "strand" && wanted.has(`${of.definition}/${mark.axis}`) ? [mark] : [],
    );
    const ends = strands.flatMap(({ path }) =>
      path.flatMap((segment) => (segment.kind === "close" ? [] : [segment.to])),
    );
    const dots = marks.flatMap((mark) =>
      mark.kind === "dot" && isAmong(ends, mark) ? [mark] : [],
    );
    return [
      ...strands.map(({ path }): Mark => ({ kind: "path", path, stroke: "halo" })),
      ...dots.map(
        (dot): Mark => ({ kind: "path", path: circlePath(dot, dot.radius), stroke: "halo-dot" }),
      ),
    ];
  });
}

function isAmong(points: readonly Point[], { x, y }: Point): boolean {
  return points.some((point) => Math.abs(point.x - x) < NEAR && Math.abs(point.y - y) < NEAR);
}
