import type { Point } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { Columns } from "./columns.ts";
import type { Order } from "./crossings.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grid.ts";
import type { PlacedDash } from "./placement.ts";
import { lastOf, type Row } from "./row.ts";
import type { Rows } from "./work.ts";

/** A straight part of a dashed line, before the parts are joined. */
interface Part {
  readonly from: Point;
  readonly to: Point;
}

/** A row of a data column with what it belongs to. */
interface Entry {
  readonly cell: number;
  readonly port: number;
  readonly row: Row;
  /** Nothing of the slab of this row is above here. */
  readonly top: number;
}

/** The dashed lines between neighbouring arrays, each one path over all columns where it lasts. */
export function dashesOf(
  grid: Grid,
  order: Order,
  frame: Frame,
  rows: Rows,
  columns: Columns,
): PlacedDash[] {
  const parts: Part[] = [];
  for (let layer = 0; layer < grid.layers; layer++) {
    const cells = order.layers[layer] ?? [];
    const left = entries(cells, rows.left, columns);
    const right = entries(cells, rows.right, columns);
    parts.push(...withinSlabs(layer, left, right, columns));
    parts.push(...acrossLayer(layer, left, right, columns));
    const next = entries(order.layers[layer + 1] ?? [], rows.left, columns);
    parts.push(...acrossGap(layer, right, next, frame, columns));
  }
  return join(parts.filter((part) => part.to.x > part.from.x)).map((points) => ({
    points: withKinks(points),
  }));
}

function entries(
  cells: readonly number[],
  rows: readonly (readonly Row[])[],
  columns: Columns,
): Entry[] {
  return cells.flatMap((cell) =>
    (rows[cell] ?? []).map((row, port) => {
      const top = columns.drawings[cell]?.top;
      return { cell, port, row, top: port === 0 && top !== undefined ? top : row.y };
    }),
  );
}

/** The dash follows the lower array, which is the straight one for skips and values. */
function dashHeight(upper: Entry, lower: Entry): number {
  const middle = (lastOf(upper.row) + lower.row.y) / 2;
  const close = Math.max(middle, lower.row.y - 0.75 * SPACING);
  const hasGlyphAbove = lower.top < lower.row.y - SPACING;
  if (!hasGlyphAbove) return close;
  return Math.min(close, Math.max(lower.top, lastOf(upper.row) + 0.25 * SPACING));
}

function pairs(list: readonly Entry[]): { upper: Entry; lower: Entry }[] {
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
  for (const { upper, lower } of pairs(left)) {
    if (upper.cell !== lower.cell) continue;
    const drawing = columns.drawings[upper.cell];
    const y = dashHeight(upper, lower);
    const end = drawing?.dashEnds[upper.port] ?? 0;
    const begin = drawing?.dashStarts[upper.port];
    const across = outputs.get(`${upper.cell} ${upper.port}`);
    if (begin !== undefined && begin <= end && across) {
      outputs.delete(`${upper.cell} ${upper.port}`);
      const to = { x: edge, y: dashHeight(across.upper, across.lower) };
      parts.push({ from: { x: start, y }, to });
    } else parts.push({ from: { x: start, y }, to: { x: start + end, y } });
  }
  for (const { upper, lower } of outputs.values()) {
    const drawing = columns.drawings[upper.cell];
    const begin = drawing?.dashStarts[upper.port] ?? drawing?.width ?? 0;
    const y = dashHeight(upper, lower);
    parts.push({ from: { x: (columns.left[upper.cell] ?? 0) + begin, y }, to: { x: edge, y } });
  }
  return parts;
}

/** Between two neighbours of a layer that both go on, or that both begin or end the figure there. */
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
  for (const [key, { upper, lower }] of into) {
    const y = dashHeight(upper, lower);
    const other = outOf.get(key);
    if (other) {
      const to = { x: edge, y: dashHeight(other.upper, other.lower) };
      parts.push({ from: { x: start, y }, to });
    } else if (!entering.has(upper.cell) && !entering.has(lower.cell)) {
      parts.push({ from: { x: start, y }, to: { x: start + SPACING, y } });
    }
  }
  for (const { upper, lower } of outOf.values()) {
    if (coming.has(upper.cell) || coming.has(lower.cell)) continue;
    const y = dashHeight(upper, lower);
    parts.push({ from: { x: edge - SPACING, y }, to: { x: edge, y } });
  }
  return parts;
}

/** Neighbours of different cells, by the two cells. */
function betweenCells(list: readonly Entry[]): Map<string, { upper: Entry; lower: Entry }> {
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
  const places = new Map(next.map((entry, index) => [`${entry.cell} ${entry.port}`, index]));
  return pairs(right).flatMap((pair): Part[] => {
    const target = (entry: Entry) => {
      const piece = frame.after[entry.cell]?.[entry.port];
      return piece && places.get(`${piece.to} ${piece.input}`);
    };
    const above = target(pair.upper);
    const below = target(pair.lower);
    if (above === undefined || below !== above + 1) return [];
    const upper = next[above];
    const lower = next[below];
    if (!upper || !lower) return [];
    return [
      {
        from: { x: edge, y: dashHeight(pair.upper, pair.lower) },
        to: { x: start, y: dashHeight(upper, lower) },
      },
    ];
  });
}

/** Joins parts end to start, left to right; parts come in the order of their layers. */
function join(parts: readonly Part[]): Point[][] {
  const open = new Map<string, Point[]>();
  const lines: Point[][] = [];
  const sorted = [...parts].sort((a, b) => a.from.x - b.from.x || a.from.y - b.from.y);
  for (const { from, to } of sorted) {
    const line = open.get(keyOf(from)) ?? [from];
    open.delete(keyOf(from));
    if (line.length === 1) lines.push(line);
    line.push(to);
    open.set(keyOf(to), line);
  }
  return lines;
}

function keyOf(point: Point): string {
  return `${Math.round(point.x * 1000)} ${Math.round(point.y * 1000)}`;
}

/** Level pieces with 45° between them; where that has no room, the straight connection. */
function withKinks(points: readonly Point[]): Point[] {
  const path: Point[] = [];
  const add = (point: Point) => {
    const last = path.at(-1);
    const beforeLast = path.at(-2);
    if (last && beforeLast && last.y === point.y && beforeLast.y === point.y) path.pop();
    path.push(point);
  };
  points.forEach((point, index) => {
    const last = points[index - 1];
    if (last && last.y !== point.y) {
      const level = (point.x - last.x - Math.abs(point.y - last.y)) / 2;
      if (level > 0) {
        add({ x: last.x + level, y: last.y });
        add({ x: point.x - level, y: point.y });
      }
    }
    add(point);
  });
  return path;
}
