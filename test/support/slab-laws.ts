import fc from "fast-check";
import { expect } from "vitest";
import { markBounds } from "../../src/draw/bounds.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Path, Point, Rect } from "../../src/draw/path.ts";
import { type Heights, type Slab, type SlabDrawing, SPACING } from "../../src/draw/slab.ts";

const GRID = SPACING / 2;
const TOLERANCE = 1e-6;

/** Heights for every input and wishes for the free outputs, all on the half-spacing grid. */
interface Situation {
  readonly rows: readonly Heights[];
  readonly free: readonly (Heights | undefined)[];
}

/** Checks everything that the layout may take for granted about a slab, at random heights. */
export function expectSlabLaws(slab: Slab, numRuns = 25): void {
  fc.assert(
    fc.property(situations(slab), fc.integer({ min: -50, max: 50 }), (situation, steps) => {
      const drawing = slab.place(situation.rows, situation.free);
      expectWellFormed(slab, situation, drawing);
      expectEverythingInside(drawing);
      expectLabelsClear(drawing);
      expectStrandsPickedUp(slab, situation, drawing);
      expectCommutesWithShift(slab, situation, { drawing, by: steps * GRID });
    }),
    { numRuns },
  );
}

function situations(slab: Slab): fc.Arbitrary<Situation> {
  const rowSeeds = fc.tuple(
    ...slab.inputs.map(() => fc.array(fc.nat({ max: 6 }), { minLength: 12, maxLength: 12 })),
  );
  const freeSeeds = fc.option(fc.tuple(...slab.outputs.map(() => fc.nat({ max: 12 }))));
  return fc
    .tuple(fc.integer({ min: -20, max: 20 }), rowSeeds, freeSeeds)
    .map(([start, seeds, outs]) => {
      const rows = stack(slab.inputs, { start: start * GRID, seeds, holes: slab.takesHoles });
      return { rows, free: spread(slab, rows, outs) };
    });
}

/** Wishes for the free outputs: where they stand by default, further apart by the given steps. */
function spread(
  slab: Slab,
  rows: readonly Heights[],
  steps: readonly number[] | null,
): readonly (Heights | undefined)[] {
  const none = slab.outputs.map(() => undefined);
  if (steps === null) return none;
  const fixed = Math.max(0, slab.free.indexOf(false));
  return slab.place(rows, none).outputs.map((row, i) => {
    const [from, to] = i < fixed ? [i, fixed] : [fixed + 1, i + 1];
    const more = steps.slice(from, to).reduce((sum, step) => sum + step * GRID, 0);
    return slab.free[i] ? row.map((y) => (i < fixed ? y - more : y + more)) : undefined;
  });
}

function stack(
  arrays: readonly (readonly string[])[],
  how: {
    readonly start: number;
    readonly seeds: readonly (readonly number[])[];
    readonly holes: readonly boolean[];
  },
): readonly Heights[] {
  let y = how.start;
  return arrays.map((axes, i) => {
    const row = axes.map((_, k) => {
      const seed = how.seeds[i]?.[k] ?? 0;
      if (k > 0) y += SPACING + (how.holes[i] && seed > 3 ? (seed - 3) * GRID : 0);
      return y;
    });
    y += 1.5 * SPACING + (how.seeds[i]?.[11] ?? 0) * GRID;
    return row;
  });
}

function expectWellFormed(slab: Slab, { rows, free }: Situation, drawing: SlabDrawing): void {
  expect(numbersIn(drawing).every(Number.isFinite)).toBe(true);
  expect(drawing.outputs.map((row) => row.length)).toEqual(slab.outputs.map((axes) => axes.length));
  expect(drawing.dashEnds.length).toBe(Math.max(0, slab.inputs.length - 1));
  expect(drawing.dashStarts.length).toBe(Math.max(0, slab.outputs.length - 1));
  for (const x of [...drawing.dashEnds, ...drawing.dashStarts]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(drawing.width);
  }
  for (const row of drawing.outputs) {
    for (const [i, y] of row.entries()) {
      expect(Math.abs(y / GRID - Math.round(y / GRID))).toBeLessThan(TOLERANCE);
      if (i > 0) expect(y - (row[i - 1] ?? 0)).toBeGreaterThanOrEqual(SPACING - TOLERANCE);
    }
  }
  expectArraysApart(slab, drawing);
  if (slab.keepsShape) expect(drawing.outputs[0]).toEqual(rows[0]);
  for (const [i, wish] of free.entries()) {
    if (wish !== undefined) expect(drawing.outputs[i]).toEqual(wish);
  }
}

/** Neighbouring outputs that the layout does not choose are at least `SPACING` apart. */
function expectArraysApart(slab: Slab, drawing: SlabDrawing): void {
  let above = Number.NEGATIVE_INFINITY;
  for (const [i, row] of drawing.outputs.entries()) {
    if (slab.free.includes(true) || row.length === 0) continue;
    expect(`${i}: ${(row[0] ?? 0) - above >= SPACING - TOLERANCE}`).toBe(`${i}: true`);
    above = row.at(-1) ?? above;
  }
}

/** No label lies on a glyph, a dot, another text or a strand. */
function expectLabelsClear(drawing: SlabDrawing): void {
  for (const label of drawing.marks) {
    if (label.kind !== "text" || label.axis === undefined) continue;
    const bounds = markBounds(label);
    if (bounds === undefined) continue;
    const box = { ...bounds, height: label.y - bounds.y };
    const hit = drawing.marks.filter((mark) => mark !== label && hits(mark, box));
    expect(hit.map((mark) => [label.text, mark])).toEqual([]);
  }
}

function hits(mark: Mark, box: Rect): boolean {
  const points = mark.kind === "strand" ? samples(mark.path) : undefined;
  const inner = {
    x0: box.x + 1,
    x1: box.x + box.width - 1,
    y0: box.y + 1,
    y1: box.y + box.height - 1,
  };
  if (points !== undefined) {
    return points.some(({ x, y }) => x > inner.x0 && x < inner.x1 && y > inner.y0 && y < inner.y1);
  }
  const other = markBounds(mark);
  return (
    other !== undefined &&
    other.x < inner.x1 &&
    other.x + other.width > inner.x0 &&
    other.y < inner.y1 &&
    other.y + other.height > inner.y0
  );
}

function samples(path: Path): readonly Point[] {
  const points: Point[] = [];
  let from: Point = { x: 0, y: 0 };
  for (const segment of path) {
    if (segment.kind === "close") continue;
    const { to } = segment;
    const start = from;
    const [c1, c2] = segment.kind === "cubic" ? [segment.c1, segment.c2] : [start, to];
    for (let step = 1; step <= 16 && segment.kind !== "move"; step += 1) {
      const t = step / 16;
      const s = 1 - t;
      const mix = (a: number, b: number, c: number, d: number) =>
        s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d;
      points.push({ x: mix(start.x, c1.x, c2.x, to.x), y: mix(start.y, c1.y, c2.y, to.y) });
    }
    from = to;
  }
  return points;
}

function expectEverythingInside(drawing: SlabDrawing): void {
  const outside = drawing.marks.filter((mark) => {
    const bounds = markBounds(mark);
    if (bounds === undefined) return false;
    const slack = mark.kind === "text" || mark.kind === "dot" ? TOLERANCE : 2;
    const isInside =
      bounds.y >= drawing.top - slack &&
      bounds.y + bounds.height <= drawing.bottom + slack &&
      bounds.x >= -slack &&
      bounds.x + bounds.width <= drawing.width + slack;
    return !isInside;
  });
  expect(outside).toEqual([]);
  const labels = drawing.marks.filter((mark) => mark.kind === "text" && mark.axis !== undefined);
  for (const label of labels) {
    if (label.kind === "text" && label.anchor === "end") {
      expect(drawing.width - label.x).toBeLessThanOrEqual(4);
    }
  }
}

/** Every input strand is drawn from the left edge on, and every output strand up to the right edge. */
function expectStrandsPickedUp(slab: Slab, { rows }: Situation, drawing: SlabDrawing): void {
  const ends = drawing.marks.flatMap((mark) =>
    mark.kind === "strand" ? endPoints(mark.path).map((at) => ({ axis: mark.axis, at })) : [],
  );
  const has = (axis: string, x: number, y: number) =>
    ends.some((end) => end.axis === axis && isClose(end.at.x, x) && isClose(end.at.y, y));
  const missing = [
    ...slab.inputs.flatMap((axes, i) =>
      axes
        .filter((axis, k) => !has(axis, 0, rows[i]?.[k] ?? 0))
        .map((axis) => `input ${i} ${axis}`),
    ),
    ...slab.outputs.flatMap((axes, j) =>
      axes
        .filter((axis, k) => !has(axis, drawing.width, drawing.outputs[j]?.[k] ?? 0))
        .map((axis) => `output ${j} ${axis}`),
    ),
  ];
  expect(missing).toEqual([]);
}

function expectCommutesWithShift(
  slab: Slab,
  { rows, free }: Situation,
  shift: { readonly drawing: SlabDrawing; readonly by: number },
): void {
  const { drawing, by } = shift;
  if (rows.flat().length === 0 && free.every((wish) => (wish ?? []).length === 0)) return;
  const moved = slab.place(
    rows.map((row) => row.map((y) => y + by)),
    free.map((row) => row?.map((y) => y + by)),
  );
  expect(moved.width).toBeCloseTo(drawing.width, 6);
  expect(moved.top).toBeCloseTo(drawing.top + by, 6);
  expect(moved.bottom).toBeCloseTo(drawing.bottom + by, 6);
  expect(moved.dashEnds).toEqual(drawing.dashEnds);
  expect(moved.outputs).toEqual(drawing.outputs.map((row) => row.map((y) => y + by)));
  const before = drawing.marks.map(markBounds);
  const astray = moved.marks.filter((mark, i) => {
    const [was, now] = [before[i], markBounds(mark)];
    if (was === undefined || now === undefined) return was !== now;
    return !isClose(now.x, was.x) || !isClose(now.y, was.y + by);
  });
  expect(astray).toEqual([]);
  expect(moved.marks.length).toBe(drawing.marks.length);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < TOLERANCE;
}

function endPoints(path: Path): readonly Point[] {
  const points = path.flatMap((segment) => (segment.kind === "close" ? [] : [segment.to]));
  const first = points[0];
  const last = points.at(-1);
  return first === undefined || last === undefined ? [] : [first, last];
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value as Record<string, Mark>).flatMap(numbersIn);
}
