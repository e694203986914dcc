import type { LayoutLine } from "../document/document.ts";
import { circlePath } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import type { Path, Point } from "../draw/path.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import type { FlatFigure } from "./flatten.ts";
import { haloAxes } from "./halo-axes.ts";
import type { SceneNode } from "./scene.ts";

/** How far from the end of a strand the middle of its dot may be. */
const NEAR = 0.5;

type Strand = Extract<Mark, { kind: "strand" }>;

/**
 * Bands below the strands of the axes that an author has made stand out, and below their dots. Where
 * an array is one arrow the band is below it if the array has such an axis.
 */
export function haloMarks(
  { nodes, bundles, borders }: FlatFigure,
  layout: readonly LayoutLine[],
  diagram: TypedDiagram,
): readonly Mark[] {
  if (!layout.some((line) => line.kind === "halo" && line.of === "axis")) return [];
  const isLit = haloAxes(layout, diagram);
  const all = [...bundles, ...borders];
  const carriers = new Set(
    all.flatMap(({ path, array, strands }) =>
      strands.some(({ axis }) => isLit(path, axis)) ? [`${path} ${array}`] : [],
    ),
  );
  const ofBundles = all.map(({ path, strands }) => {
    const lit = strands.filter(({ axis }) => isLit(path, axis));
    return [...new Set(lit.map(({ points }) => points))].flat();
  });
  const ofNodes = nodes.map((node) => {
    const path = node.id.slice(0, Math.max(0, node.id.lastIndexOf(">")));
    const ends = arrowEnds(node, (array) => carriers.has(`${path} ${array}`));
    const strands = node.marks.filter(
      (mark): mark is Strand =>
        mark.kind === "strand" && (isLit(path, mark.axis) || endsAmong(ends, mark.path)),
    );
    const points = strands.flatMap(({ path }) => pointsOf(path));
    return [
      ...strands,
      ...node.marks.filter((mark) => mark.kind === "dot" && isAmong(points, mark)),
    ];
  });
  return [...ofBundles, ...ofNodes].flatMap((marks) => [
    ...marks.flatMap((mark): readonly Mark[] =>
      mark.kind === "strand" ? [{ kind: "path", path: mark.path, stroke: "halo" }] : [],
    ),
    ...marks.flatMap((mark): readonly Mark[] =>
      mark.kind === "dot"
        ? [{ kind: "path", path: circlePath(mark, mark.radius), stroke: "halo-dot" }]
        : [],
    ),
  ]);
}

/** Where arrays that are one line come to a node or leave it. */
function arrowEnds({ ports }: SceneNode, carries: (array: string) => boolean): readonly Point[] {
  return ports.flatMap(({ array, x, heights }) => {
    const [y] = heights;
    return y !== undefined && heights.length === 1 && carries(array) ? [{ x, y }] : [];
  });
}

function endsAmong(points: readonly Point[], path: Path): boolean {
  const ends = pointsOf(path);
  return [ends[0], ends.at(-1)].some((end) => end !== undefined && isAmong(points, end));
}

function pointsOf(path: Path): readonly Point[] {
  return path.flatMap((segment) => (segment.kind === "close" ? [] : [segment.to]));
}

function isAmong(points: readonly Point[], { x, y }: Point): boolean {
  return points.some((point) => Math.abs(point.x - x) < NEAR && Math.abs(point.y - y) < NEAR);
}
