import fc from "fast-check";
import { expect } from "vitest";
import { markBounds } from "../../src/draw/bounds.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Path, Point } from "../../src/draw/path.ts";
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
  const freeSeeds = fc.option(
    fc.tuple(
      ...slab.outputs.map(() => fc.array(fc.nat({ max: 6 }), { minLength: 12, maxLength: 12 })),
    ),
  );
  return fc
    .tuple(fc.integer({ min: -20, max: 20 }), rowSeeds, freeSeeds)
    .map(([start, ins, outs]) => ({
      rows: stack(slab.inputs, { start: start * GRID, seeds: ins, holes: slab.takesHoles }),
      free:
        outs === null
          ? slab.outputs.map(() => undefined)
          : stack(slab.outputs, {
              start: start * GRID,
              seeds: outs,
              holes: slab.takesHoles.map(() => false),
            }).map((row, i) => (slab.free[i] ? row : undefined)),
    }));
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
  if (slab.keepsShape) expect(drawing.outputs[0]).toEqual(rows[0]);
  for (const [i, wish] of free.entries()) {
    if (wish !== undefined) expect(drawing.outputs[i]).toEqual(wish);
  }
}

function expectEverythingInside(drawing: SlabDrawing): void {
  for (const mark of drawing.marks) {
    const bounds = markBounds(mark);
    if (bounds === undefined) continue;
    const slack = mark.kind === "text" || mark.kind === "dot" ? TOLERANCE : 2;
    expect(bounds.y).toBeGreaterThanOrEqual(drawing.top - slack);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(drawing.bottom + slack);
    expect(bounds.x).toBeGreaterThanOrEqual(-slack);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(drawing.width + slack);
  }
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
    ends.some(
      (end) =>
        end.axis === axis &&
        Math.abs(end.at.x - x) < TOLERANCE &&
        Math.abs(end.at.y - y) < TOLERANCE,
    );
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
  if (rows.flat().length === 0 && free.every((wish) => wish === undefined)) return;
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
  for (const [i, mark] of moved.marks.entries()) {
    const now = markBounds(mark);
    expect(now?.x ?? 0).toBeCloseTo(before[i]?.x ?? 0, 6);
    expect(now?.y ?? 0).toBeCloseTo((before[i]?.y ?? 0) + by, 6);
  }
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
