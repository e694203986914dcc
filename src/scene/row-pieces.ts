import { polygon } from "../draw/curve.ts";
import { labelBaseline, liftOverDouble, measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import { parallelLines } from "../draw/parallel.ts";
import type { Path, Point } from "../draw/path.ts";
import { type Heights, SPACING } from "../draw/slab.ts";
import type { PlacedBundle, PlacedDash } from "../layout/placement.ts";
import type { FigureRow } from "./rows.ts";

/** A bundle, or what one row has of it. */
export interface RowPiece {
  readonly bundle: PlacedBundle;
  readonly row: FigureRow;
  /** Set where the array comes from the row above, or goes on in the row below. */
  readonly continues?: true;
  readonly goesOn?: true;
}

/** Continuation arrows of NOTATION 4.1: the way out, the way in, and the triangle. */
const OUT: Point = { x: 27.59, y: 8.39 };
const IN: Point = { x: -27.06, y: -10.04 };
const HEAD = { length: 9, half: 4.3 };
const LABEL_GAP = 0.3 * SPACING;
const SHORTEST_DASH = 1.5 * SPACING;

/** The room that a row needs before its first column: the way in, and labels of these axes. */
export function rowLead(labels: readonly string[]): number {
  const widest = Math.max(0, ...labels.map((tex) => measureText(tex, "axis").width));
  return HEAD.length - IN.x + widest + 2 * LABEL_GAP;
}

/** The row that something at `x` stands in; what begins at a cut stands behind it. */
export function rowAt(rows: readonly FigureRow[], x: number): FigureRow | undefined {
  return rows.findLast(({ from }) => from <= x) ?? rows[0];
}

/** What each row has of a bundle: level up to a cut, and in the last row level from there on. */
export function rowPieces(bundle: PlacedBundle, rows: readonly FigureRow[]): readonly RowPiece[] {
  const { from, to } = bundle;
  const all = rows.filter((row) => from.x <= row.to && to.x > row.from);
  const [first] = all;
  if (bundle.stub && first !== undefined) return [{ bundle, row: first }];
  return all.map((row): RowPiece => {
    const starts = Math.max(from.x, row.from);
    const ends = Math.min(to.x, row.to);
    const continues = starts === row.from && row !== rows[0];
    const goesOn = to.x > row.to;
    return {
      row,
      bundle: {
        ...bundle,
        from: continues ? { x: starts, heights: (goesOn ? from : to).heights } : from,
        to: goesOn ? { x: ends, heights: from.heights } : to,
      },
      ...(continues && { continues }),
      ...(goesOn && { goesOn }),
    };
  });
}

/** From where on dashed lines stand in a row: arrays that come in at other heights are there by then. */
export function settledAt(bundles: readonly PlacedBundle[], { from }: FigureRow): number {
  const moved = bundles.filter(
    (bundle) =>
      bundle.from.x <= from &&
      bundle.to.x > from &&
      bundle.from.heights.some((y, i) => y !== bundle.to.heights[i]),
  );
  return Math.max(from, ...moved.map(({ to }) => to.x));
}

/**
 * The stretch of a dashed line that a row has behind `start`, unless it is too short to tell anything.
 * Beside an array without strands it may lie outside of all that the row shows, and is left out there.
 */
export function rowDash(
  { points }: PlacedDash,
  row: FigureRow,
  start: number,
): PlacedDash | undefined {
  const { to, dy, extent } = row;
  const inside: Point[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1];
    for (const edge of [start, to]) {
      if (before !== undefined && before.x < edge && point.x > edge) {
        const part = (edge - before.x) / (point.x - before.x);
        inside.push({ x: edge, y: before.y + part * (point.y - before.y) });
      }
    }
    if (point.x >= start && point.x <= to) inside.push(point);
  });
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined || last.x - first.x < SHORTEST_DASH)
    return undefined;
  const isShown = inside.every(({ y }) => y + dy >= extent.top && y + dy <= extent.bottom);
  return isShown ? { points: inside } : undefined;
}

/** How arrays go on from row to row. */
export interface RowStyle {
  /** The heights of the lines that are drawn of an array. */
  drawn(heights: Heights): Heights;
  /** LaTeX of these lines. */
  readonly labels: readonly string[];
  /** Per line, whether it is a double wire. */
  readonly doubles: readonly boolean[];
  readonly lead: number;
}

/** The arrows of a piece that comes from the row above or goes on below, with its labels, line by line. */
export function continuationMarks(
  { bundle, continues, goesOn }: RowPiece,
  { drawn, labels, doubles, lead }: RowStyle,
): readonly (readonly Mark[])[] {
  const ends = drawn(bundle.to.heights);
  const axes = labels.length === bundle.axes.length ? bundle.axes : [];
  return drawn(bundle.from.heights).map((y, i) => {
    const marks = [
      ...(goesOn ? wayOut({ x: bundle.to.x, y: ends[i] ?? y }) : []),
      ...(continues ? wayIn({ x: bundle.from.x, y }, lead + IN.x, labels[i], axes[i]) : []),
    ];
    return doubles[i] === true ? marks.map(asDouble) : marks;
  });
}

function asDouble(mark: Mark): Mark {
  if (mark.kind === "text") return { ...mark, y: mark.y - liftOverDouble(mark.text) };
  if (mark.kind !== "path" || mark.stroke !== "wire") return mark;
  return { ...mark, path: parallelLines(mark.path) };
}

function wayOut({ x, y }: Point): readonly Mark[] {
  const end = { x: x + OUT.x, y: y + OUT.y };
  const path: Path = [
    { kind: "move", to: { x, y } },
    { kind: "cubic", c1: { x: x + 8.97, y: y + 0.39 }, c2: { x: x + 17.77, y: y + 2.13 }, to: end },
  ];
  return [{ kind: "path", path, stroke: "wire" }, head(end)];
}

/** From above into the row, then level under the label to where the array goes on. */
function wayIn(
  { x, y }: Point,
  run: number,
  label: string | undefined,
  axis: string | undefined,
): readonly Mark[] {
  const tip = { x: x - run + HEAD.length, y };
  const tail = { x: tip.x - HEAD.length, y };
  const start = { x: tail.x + IN.x, y: y + IN.y };
  const path: Path = [
    { kind: "move", to: start },
    {
      kind: "cubic",
      c1: { x: start.x + 6.2, y: start.y + 6.87 },
      c2: { x: start.x + 15.22, y: start.y + 9.95 },
      to: tail,
    },
  ];
  const level: Path = [
    { kind: "move", to: tip },
    { kind: "line", to: { x, y } },
  ];
  const marks: readonly Mark[] = [
    { kind: "path", path, stroke: "wire" },
    head(tail),
    { kind: "path", path: level, stroke: "wire" },
  ];
  if (label === undefined) return marks;
  const at = { x: tip.x + LABEL_GAP / 2, y: labelBaseline(label, y) };
  const named = axis === undefined ? {} : { axis };
  return [...marks, { kind: "text", text: label, role: "axis", ...named, ...at, anchor: "start" }];
}

function head({ x, y }: Point): Mark {
  const path = polygon({ x: x + HEAD.length, y }, { x, y: y - HEAD.half }, { x, y: y + HEAD.half });
  return { kind: "path", path, fill: "ink" };
}
