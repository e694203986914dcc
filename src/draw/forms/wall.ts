import { polygon, strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { pentagonMarks, pentagonWidth } from "./pentagon.ts";
import { edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

/** An array that crosses the wall of a loop. */
export interface WallRow {
  /** Its axes left and right of the wall, in drawing order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** `slice`: `axis` ends in a pentagon; `stack`: it begins in one; `state`: fed back; `read`: plain. */
  readonly crossing: "slice" | "stack" | "state" | "read";
  readonly axis?: string;
  /** LaTeX in the pentagon: the loop's counter. */
  readonly text?: string;
}

export interface WallSpec {
  readonly rows: readonly WallRow[];
  /** LaTeX of axes left of the wall; a wire that is called otherwise behind it is named there. */
  readonly before: LabelOf;
  readonly after: LabelOf;
}

const LEAST_WIDTH = 3 * SPACING;
const ARRAY_GAP = 1.5 * SPACING;
const STATE_MARK = 0.45 * SPACING;

/** Room for the widest pentagon with a label behind it; the curve is drawn at half of it. */
function wallWidth({ rows, before, after }: WallSpec): number {
  const pentagons = rows.map(({ text }) => (text === undefined ? 0 : pentagonWidth(text)));
  const stacked = rows.flatMap(({ crossing, axis }) =>
    crossing === "stack" && axis !== undefined ? [axis] : [],
  );
  const aside = labelWidth(stacked, after, 0.5 * SPACING);
  const named = rows.flatMap((row) => renamed(row, before, after).map((j) => row.after[j] ?? ""));
  const behind = named.length === 0 ? 0 : 2 * (STATE_MARK + labelWidth(named, after, 0));
  return Math.max(LEAST_WIDTH, behind, ...pentagons.map((width) => width + 2 * aside));
}

/** The places behind the wall of wires that are called otherwise than before it. */
function renamed(row: WallRow, before: LabelOf, after: LabelOf): readonly number[] {
  return pairs(row).flatMap(([i, j]) =>
    before(row.before[i] ?? "") === after(row.after[j] ?? "") ? [] : [j],
  );
}

/** One wall of a scan or repeat: a row for every array that crosses it. The curve comes later. */
export function wall(spec: WallSpec): Slab {
  const { rows, before, after } = spec;
  const width = wallWidth(spec);
  return {
    inputs: rows.map(({ before }) => before),
    outputs: rows.map(({ after }) => after),
    takesHoles: rows.map(() => true),
    free: rows.map(() => false),
    keepsShape: false,
    pentagons: rows.map(({ crossing, text = "" }) => {
      if (crossing === "slice") return { text, points: "right" };
      return crossing === "stack" ? { text, points: "left" } : undefined;
    }),
    place(inputs) {
      let above = Number.NEGATIVE_INFINITY;
      const outputs = rows.map((row, i) => {
        const heights = crossedHeights(row, inputs[i] ?? [], standOfRow(rows, inputs, i, above));
        const short = Math.max(0, above + SPACING - (heights[0] ?? Number.POSITIVE_INFINITY));
        const clear = heights.map((y) => y + short);
        above = clear.at(-1) ?? above;
        return clear;
      });
      return finishDrawing({
        width,
        inputs,
        outputs,
        marks: rows.flatMap((row, i) =>
          rowMarks(row, {
            from: inputs[i] ?? [],
            to: outputs[i] ?? [],
            width,
            label: after,
            named: renamed(row, before, after),
          }),
        ),
      });
    },
  };
}

/** Where a row without strands stands: below the row above it, or else above the next ones. */
function standOfRow(
  rows: readonly WallRow[],
  inputs: readonly Heights[],
  row: number,
  above: number,
): number {
  if (Number.isFinite(above)) return above + ARRAY_GAP;
  const next = inputs.findIndex((heights, i) => i > row && heights.length > 0);
  const first = inputs[next]?.[0];
  if (first === undefined) return 0;
  const strands = rows.slice(row, next).reduce((sum, { after }) => sum + after.length, 0);
  return first - (next - row) * ARRAY_GAP - Math.max(0, strands - (next - row)) * SPACING;
}

/** Pairs of places before and after: by name, or in order where the names differ. */
function pairs({ before, after, crossing, axis }: WallRow): readonly (readonly [number, number])[] {
  const left = before.flatMap((name, i) => (crossing === "slice" && name === axis ? [] : [i]));
  const right = after.flatMap((name, i) => (crossing === "stack" && name === axis ? [] : [i]));
  const byName = left.every((i) => right.some((j) => after[j] === before[i]));
  return left.flatMap((i, k) => {
    const j = byName ? after.indexOf(before[i] ?? "") : right[k];
    return j === undefined ? [] : [[i, j] as const];
  });
}

/** Strands below a new axis keep their heights, those above it make room. */
function crossedHeights(row: WallRow, from: Heights, otherwise: number): Heights {
  const matched = pairs(row);
  const own = matched.map(([i]) => from[i] ?? 0).sort((left, right) => left - right);
  const places = matched.map(([, j]) => j).sort((left, right) => left - right);
  const wishes = row.after.map((_, j) => own[places.indexOf(j)]);
  const lowest = wishes.findLastIndex((wish) => wish !== undefined);
  const heights: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (let j = lowest; j >= 0; j -= 1) {
    next = Math.min(wishes[j] ?? next - SPACING, next - SPACING);
    heights[j] = next;
  }
  const base = heights[lowest] ?? from[0] ?? otherwise;
  for (let j = lowest + 1; j < row.after.length; j += 1) {
    heights[j] = base + (j - Math.max(0, lowest)) * SPACING;
  }
  return heights;
}

interface Across {
  readonly from: Heights;
  readonly to: Heights;
  readonly width: number;
  readonly label: LabelOf;
  readonly named: readonly number[];
}

function rowMarks(row: WallRow, { from, to, width, label, named }: Across): readonly Mark[] {
  const { before, after, crossing, axis = "", text = "" } = row;
  const x = width / 2;
  const strands: Mark[] = [];
  const glyphs: Mark[] = [];
  for (const [i, j] of pairs(row)) {
    const seat = { x: width / 3, y: to[j] ?? 0 };
    const start = { x: 0, y: from[i] ?? 0 };
    strands.push(strand(before[i] ?? "", strandThrough(start, seat, { x, y: seat.y })));
    strands.push(strand(after[j] ?? "", strandThrough({ x, y: seat.y }, { x: width, y: seat.y })));
    if (crossing === "state") glyphs.push(stateMark({ x, y: seat.y }));
  }
  if (crossing === "slice") {
    const at = { x, y: from[before.indexOf(axis)] ?? 0 };
    const end = { x: x - pentagonWidth(text) / 2, y: at.y };
    strands.push(strand(axis, strandThrough({ x: 0, y: at.y }, end)));
    glyphs.push(...pentagonMarks(text, "right", at));
  }
  if (crossing === "stack") {
    const at = { x, y: to[after.indexOf(axis)] ?? 0 };
    const start = { x: x + pentagonWidth(text) / 2, y: at.y };
    const edge = { x: width, y: at.y };
    strands.push(strand(axis, strandThrough(start, edge)));
    glyphs.push(...pentagonMarks(text, "left", at), edgeLabel(axis, label, edge));
  }
  const names = named.map((j) => edgeLabel(after[j] ?? "", label, { x: width, y: to[j] ?? 0 }));
  return [...strands, ...glyphs, ...names];
}

function stateMark({ x, y }: Point): Mark {
  const half = STATE_MARK / 2;
  const path = polygon(
    { x: x + half, y },
    { x: x - half, y: y - half },
    { x: x - half, y: y + half },
  );
  return { kind: "path", path, fill: "ink" };
}
