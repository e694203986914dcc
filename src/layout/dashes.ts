import { markBounds } from "../draw/bounds.ts";
import type { Point } from "../draw/path.ts";
import { type SlabDrawing, SPACING } from "../draw/slab.ts";
import { behindStubs } from "./behind-stubs.ts";
import type { Columns } from "./columns.ts";
import type { Order } from "./crossings.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grid.ts";
import type { PlacedBundle, PlacedDash } from "./placement.ts";
import { lastOf, type Row } from "./row.ts";
import type { Rows } from "./work.ts";

/** Shorter lines are stubs that tell nothing; those that end where arrays meet may be shorter. */
const SHORTEST = 2.5 * SPACING;
const SHORTEST_AT_END = 1.5 * SPACING;

/** A dashed line keeps this far from glyphs, above it only where it stays level all the same. */
const CLEAR = 0.1 * SPACING;
/** How far above a name it runs where it has the room, and the least there. */
const ROOM_OVER_NAME = 0.3 * SPACING;
const CLEAR_OF_NAME = 0.1 * SPACING;

/** Where a dashed line may pass a data column: at `low`, which is near the lower array, if it can. */
interface Pass {
  readonly x: number;
  readonly high: number;
  readonly low: number;
  /** As near to the name below as it may come to stay level. */
  readonly lowest: number;
  /** The slab here takes both arrays. */
  readonly ends?: boolean;
}

/** A part of a dashed line between two places, before the parts are joined. */
interface Part {
  readonly from: Pass;
  readonly to: Pass;
}

/** A row of a data column with what it belongs to. */
interface Entry {
  readonly cell: number;
  readonly port: number;
  readonly row: Row;
  /** Nothing of the slab of this row is above here, nor below there. */
  readonly top: number;
  readonly bottom: number;
  /** The top of the name of its first strand, where the slab writes one that is tall. */
  readonly nameTop?: number;
}

/** The dashed lines between neighbouring arrays, each one path over all columns where it lasts. */
export function dashesOf(
  grid: Grid,
  order: Order,
  frame: Frame,
  rows: Rows,
  columns: Columns,
  stubs: readonly PlacedBundle[],
): PlacedDash[] {
  const parts: Part[] = [];
  let left = entries(order.layers[0] ?? [], rows.left, columns, "in");
  for (let layer = 0; layer < grid.layers; layer++) {
    const right = entries(order.layers[layer] ?? [], rows.right, columns, "out");
    parts.push(...withinSlabs(layer, left, right, columns));
    parts.push(...acrossLayer(layer, left, right, columns));
    const next = entries(order.layers[layer + 1] ?? [], rows.left, columns, "in");
    parts.push(...acrossGap(layer, right, next, frame, columns));
    left = next;
  }
  const lines = join(parts.filter((part) => part.to.x > part.from.x));
  return lines.flatMap((passes) => {
    const shortest = passes.some(({ ends }) => ends) ? SHORTEST_AT_END : SHORTEST;
    return withKinks(levelled(passes), shortest)
      .flatMap((points) => behindStubs(points, stubs, SHORTEST_AT_END))
      .map((points) => ({ points }));
  });
}

function entries(
  cells: readonly number[],
  rows: readonly (readonly Row[])[],
  columns: Columns,
  side: "in" | "out",
): Entry[] {
  return cells.flatMap((cell) => {
    const own = rows[cell] ?? [];
    const drawing = columns.drawings[cell];
    return own.map((row, port): Entry => {
      const nameTop = side === "out" && drawing ? topOfName(drawing, row) : undefined;
      return {
        cell,
        port,
        row,
        top: port === 0 && drawing ? drawing.top : row.y,
        bottom: port === own.length - 1 && drawing ? drawing.bottom : lastOf(row),
        ...(nameTop !== undefined && { nameTop }),
      };
    });
  });
}

function topOfName({ marks }: SlabDrawing, { y }: Row): number | undefined {
  const names = marks.filter(
    (mark) => mark.kind === "text" && mark.role === "axis" && mark.y <= y && mark.y > y - SPACING,
  );
  const tops = names.map((mark) => markBounds(mark)?.y ?? y);
  return tops.length === 0 ? undefined : Math.min(...tops);
}

/** The dash follows the lower array, which is the straight one for skips and values. */
function passAt(x: number, { upper, lower }: Pair): Pass {
  const middle = (lastOf(upper.row) + lower.row.y) / 2;
  const below = Math.min(upper.bottom + CLEAR, lower.row.y - 0.7 * SPACING);
  const close = Math.max(middle, lower.row.y - 0.8 * SPACING, below);
  const hasGlyphAbove = lower.top <= lower.row.y - SPACING;
  const least = lastOf(upper.row) + 0.25 * SPACING;
  const above = Math.max(lower.top - CLEAR, least, Math.min(lower.top, upper.bottom));
  const nameTop = lower.nameTop ?? lower.row.y;
  const between = (upper.bottom + nameTop) / 2;
  const roomy = Math.max(between, nameTop - ROOM_OVER_NAME);
  const clear = hasGlyphAbove ? Math.min(close, above) : close;
  const lowest = Math.min(clear, Math.max(least, nameTop - CLEAR_OF_NAME));
  const low = Math.min(lowest, Math.max(least, roomy));
  return { x, low, lowest, high: Math.min(low, Math.max(least, upper.bottom)) };
}

interface Pair {
  readonly upper: Entry;
  readonly lower: Entry;
}

function pairs(list: readonly Entry[]): Pair[] {
  return list.slice(1).flatMap((lower, index) => {
    const upper = list[index];
    return upper ? [{ upper, lower }] : [];
  });
}

/** Between two inputs up to where the slab ends the dash, and between two outputs from there on. */
function withinSlabs(
  layer: number,
  left: readonly Entry[],
  right: readonly Entry[],
  columns: Columns,
): Part[] {
  const start = columns.x[layer] ?? 0;
  const edge = start + (columns.width[layer] ?? 0);
  const parts: Part[] = [];
  const outputs = new Map(
    pairs(right)
      .filter(({ upper, lower }) => upper.cell === lower.cell)
      .map((pair) => [`${pair.upper.cell} ${pair.upper.port}`, pair]),
  );
  for (const pair of pairs(left)) {
    const { cell, port } = pair.upper;
    if (cell !== pair.lower.cell) continue;
    const drawing = columns.drawings[cell];
    const end = drawing?.dashEnds[port] ?? 0;
    const begin = drawing?.dashStarts[port];
    const across = outputs.get(`${cell} ${port}`);
    const goesOn = begin !== undefined && begin <= end && across !== undefined;
    if (goesOn) outputs.delete(`${cell} ${port}`);
    const to = goesOn ? passAt(edge, across) : { ...passAt(start + end, pair), ends: true };
    parts.push({ from: passAt(start, pair), to });
  }
  for (const pair of outputs.values()) {
    const { cell, port } = pair.upper;
    const drawing = columns.drawings[cell];
    const begin = drawing?.dashStarts[port] ?? drawing?.width ?? 0;
    const x = (columns.left[cell] ?? 0) + begin;
    parts.push({ from: passAt(x, pair), to: passAt(edge, pair) });
  }
  return parts;
}

/**
 * Between two neighbours of a layer that both go on, or that both begin or end the figure there; where
 * one of them ends, up to the end of its slab.
 */
function acrossLayer(
  layer: number,
  left: readonly Entry[],
  right: readonly Entry[],
  columns: Columns,
): Part[] {
  const start = columns.x[layer] ?? 0;
  const edge = start + (columns.width[layer] ?? 0);
  const into = betweenCells(left);
  const outOf = betweenCells(right);
  const entering = new Set(right.map((entry) => entry.cell));
  const coming = new Set(left.map((entry) => entry.cell));
  const parts: Part[] = [];
  for (const [key, pair] of into) {
    const other = outOf.get(key);
    const ending = [pair.upper, pair.lower].filter(({ cell }) => !entering.has(cell));
    if (other) parts.push({ from: passAt(start, pair), to: passAt(edge, other) });
    else if (ending.length === 2)
      parts.push({ from: passAt(start, pair), to: passAt(start + SPACING, pair) });
    else if (ending.length === 1) {
      const width = columns.drawings[ending[0]?.cell ?? -1]?.width ?? 0;
      parts.push({ from: passAt(start, pair), to: passAt(start + width, pair) });
    }
  }
  for (const pair of outOf.values()) {
    if (coming.has(pair.upper.cell) || coming.has(pair.lower.cell)) continue;
    parts.push({ from: passAt(edge - SPACING, pair), to: passAt(edge, pair) });
  }
  return parts;
}

/** Neighbours of different cells, by the two cells. */
function betweenCells(list: readonly Entry[]): Map<string, Pair> {
  return new Map(
    pairs(list)
      .filter(({ upper, lower }) => upper.cell !== lower.cell)
      .map((pair) => [`${pair.upper.cell} ${pair.lower.cell}`, pair]),
  );
}

/** Across a gap where two arrays are neighbours on both sides. */
function acrossGap(
  layer: number,
  right: readonly Entry[],
  next: readonly Entry[],
  frame: Frame,
  columns: Columns,
): Part[] {
  const edge = (columns.x[layer] ?? 0) + (columns.width[layer] ?? 0);
  const start = columns.x[layer + 1] ?? edge;
  const places = new Map(
    next.flatMap(({ cell, port }, index) => (port === 0 ? [[cell, index] as const] : [])),
  );
  return pairs(right).flatMap((pair): Part[] => {
    const target = (entry: Entry) => {
      const piece = frame.after[entry.cell]?.[entry.port];
      const first = piece && places.get(piece.to);
      return first === undefined ? undefined : first + (piece?.input ?? 0);
    };
    const above = target(pair.upper);
    const below = target(pair.lower);
    if (above === undefined || below !== above + 1) return [];
    const upper = next[above];
    const lower = next[below];
    if (!upper || !lower) return [];
    return [{ from: passAt(edge, pair), to: passAt(start, { upper, lower }) }];
  });
}

/** Joins parts end to start, left to right. */
function join(parts: readonly Part[]): Pass[][] {
  const open = new Map<string, Pass[]>();
  const lines: Pass[][] = [];
  const sorted = [...parts].sort((a, b) => a.from.x - b.from.x || a.from.low - b.from.low);
  for (const { from, to } of sorted) {
    const line = open.get(keyOf(from)) ?? [from];
    open.delete(keyOf(from));
    if (line.length === 1) lines.push(line);
    line.push(to);
    open.set(keyOf(to), line);
  }
  return lines;
}

function keyOf({ x, low }: Pass): string {
  return `${Math.round(x * 1000)} ${Math.round(low * 1000)}`;
}

/** The line as level as its passes allow: it changes height only where no one height will do. */
function levelled(passes: readonly Pass[]): Point[] {
  const points: Point[] = [];
  let start = 0;
  while (start < passes.length) {
    let high = Number.NEGATIVE_INFINITY;
    let low = Number.POSITIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    let end = start;
    for (; end < passes.length; end++) {
      const pass = passes[end];
      if (!pass || Math.max(high, pass.high) > Math.min(lowest, pass.lowest)) break;
      high = Math.max(high, pass.high);
      low = Math.min(low, pass.low);
      lowest = Math.min(lowest, pass.lowest);
    }
    const clear = Math.min(Math.max(high + CLEAR, low), Math.max(high, low, lowest));
    for (const { x } of passes.slice(start, end)) points.push({ x, y: clear });
    start = end;
  }
  return points;
}

/** Cuts a line where it would have to climb steeper than 45°, and leaves out what is too short. */
function withKinks(points: readonly Point[], shortest: number): Point[][] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  points.forEach((point, index) => {
    const last = points[index - 1];
    if (last && last.y !== point.y) {
      const level = (point.x - last.x - Math.abs(point.y - last.y)) / 2;
      if (level < 0) {
        lines.push(line);
        line = [];
      } else if (level > 0) {
        extend(line, { x: last.x + level, y: last.y });
        extend(line, { x: point.x - level, y: point.y });
      }
    }
    extend(line, point);
  });
  lines.push(line);
  return lines.filter((each) => (each.at(-1)?.x ?? 0) - (each[0]?.x ?? 0) >= shortest);
}

function extend(line: Point[], point: Point): void {
  const last = line.at(-1);
  if (last?.y === point.y && line.at(-2)?.y === point.y) line.pop();
  line.push(point);
}
