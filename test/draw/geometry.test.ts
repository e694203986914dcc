import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathBounds, unionBounds } from "../../src/draw/bounds.ts";
import { circlePath, cup, strandBetween, sweepBetween } from "../../src/draw/curve.ts";
import type { Path, Point } from "../../src/draw/path.ts";
import { numberText, pathText } from "../../src/draw/path-text.ts";

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const point: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });

function at(path: Path, t: number): readonly Point[] {
  let from: Point = { x: 0, y: 0 };
  return path.flatMap((segment): readonly Point[] => {
    if (segment.kind === "close") return [];
    const start = from;
    from = segment.to;
    if (segment.kind !== "cubic") return [segment.to];
    const s = 1 - t;
    const mix = (a: number, b: number, c: number, d: number) =>
      s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d;
    const { c1, c2, to } = segment;
    return [{ x: mix(start.x, c1.x, c2.x, to.x), y: mix(start.y, c1.y, c2.y, to.y) }];
  });
}

describe("curves", () => {
  test("a strand at one height is a straight line", () => {
    expect(strandBetween({ x: 0, y: 5 }, { x: 9, y: 5 }).map(({ kind }) => kind)).toEqual([
      "move",
      "line",
    ]);
  });

  test("a strand never leaves the box of its ends", () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        for (const path of [strandBetween(from, to), sweepBetween(from, to)]) {
          const bounds = pathBounds(path);
          expect(bounds?.width).toBeCloseTo(Math.abs(to.x - from.x), 6);
          expect(bounds?.height).toBeCloseTo(Math.abs(to.y - from.y), 6);
        }
      }),
    );
  });

  test("a cup bulges by its reach and spans its two strands", () => {
    const bounds = pathBounds(cup({ x: 10, y: 0 }, { x: 10, y: 30 }, 15));
    expect(bounds?.x).toBeCloseTo(10, 9);
    expect(bounds?.width).toBeCloseTo(15, 9);
    expect(bounds?.height).toBeCloseTo(30, 9);
  });

  test("a circle is round to a thousandth", () => {
    const path = circlePath({ x: 3, y: 4 }, 10);
    for (const t of [0.1, 0.25, 0.5, 0.8]) {
      for (const { x, y } of at(path, t)) {
        expect(Math.hypot(x - 3, y - 4)).toBeCloseTo(10, 1);
      }
    }
  });
});

describe("pathBounds", () => {
  test("holds every point of the curve and is no larger than its handles", () => {
    fc.assert(
      fc.property(
        point,
        point,
        point,
        point,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, c1, c2, to, t) => {
          const path: Path = [
            { kind: "move", to: a },
            { kind: "cubic", c1, c2, to },
          ];
          const bounds = pathBounds(path);
          if (bounds === undefined) throw new RangeError("a path with points has bounds");
          for (const { x, y } of at(path, t)) {
            expect(x).toBeGreaterThanOrEqual(bounds.x - 1e-6);
            expect(x).toBeLessThanOrEqual(bounds.x + bounds.width + 1e-6);
            expect(y).toBeGreaterThanOrEqual(bounds.y - 1e-6);
            expect(y).toBeLessThanOrEqual(bounds.y + bounds.height + 1e-6);
          }
          const xs = [a.x, c1.x, c2.x, to.x];
          expect(bounds.width).toBeLessThanOrEqual(Math.max(...xs) - Math.min(...xs) + 1e-6);
        },
      ),
    );
  });

  test("an empty path has none", () => {
    expect(pathBounds([])).toBeUndefined();
    expect(unionBounds([undefined])).toBeUndefined();
  });
});

describe("pathText", () => {
  test("has three decimals and no negative zero", () => {
    const path = strandBetween({ x: -0.0001, y: 1 / 3 }, { x: 2, y: -0 });
    expect(pathText(path)).toBe("M0 0.333C1 0.333 1 0 2 0");
  });

  test("numbers read back to within half a thousandth", () => {
    fc.assert(
      fc.property(coordinate, (value) => {
        expect(numberText(value)).toMatch(/^-?\d+(\.\d{1,3})?$/);
        expect(numberText(value)).not.toBe("-0");
        expect(Math.abs(Number(numberText(value)) - value)).toBeLessThanOrEqual(0.000501);
      }),
    );
  });
});
