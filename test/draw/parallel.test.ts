import { describe, expect, it } from "vitest";
import { cup, strandBetween } from "../../src/draw/curve.ts";
import { DOUBLE_OFFSET, parallelLines } from "../../src/draw/parallel.ts";
import type { Path, Point } from "../../src/draw/path.ts";
import { polyline } from "../../src/draw/polyline.ts";

const SWEEPS: readonly (readonly [string, Path])[] = [
  ["a steep sweep", strandBetween({ x: 0, y: 0 }, { x: 40, y: 120 })],
  ["a long sweep", strandBetween({ x: 0, y: 90 }, { x: 160, y: 0 })],
  ["a cup", cup({ x: 0, y: 0 }, { x: 0, y: 40 }, 20)],
  ["a straight wire", strandBetween({ x: 0, y: 5 }, { x: 60, y: 5 })],
];

describe("the two lines of a double wire", () => {
  it.each(SWEEPS)("keep their distance from the middle along %s", (_, middle) => {
    const centre = finely(middle);
    for (const line of linesOf(middle)) {
      for (const point of polyline(line)) {
        const distance = Math.min(
          ...centre.map((at) => Math.hypot(at.x - point.x, at.y - point.y)),
        );
        expect(distance).toBeGreaterThan(DOUBLE_OFFSET - 0.12);
        expect(distance).toBeLessThan(DOUBLE_OFFSET + 0.12);
      }
    }
  });

  it("are two arcs about one middle where the wire is a cup", () => {
    const radii = linesOf(cup({ x: 0, y: 0 }, { x: 0, y: 40 }, 20)).map((line) =>
      polyline(line).map(({ x, y }) => Math.hypot(x, y - 20)),
    );
    expect(radii.map((each) => Math.round(Math.max(...each) * 10) / 10).sort()).toEqual([
      18.5, 21.5,
    ]);
    for (const each of radii) expect(Math.max(...each) - Math.min(...each)).toBeLessThan(0.1);
  });
});

function linesOf(middle: Path): readonly Path[] {
  const both = parallelLines(middle);
  const second = both.findLastIndex(({ kind }) => kind === "move");
  return [both.slice(0, second), both.slice(second)];
}

/** Points of the path so close that the nearest tells the distance from the curve. */
function finely(path: Path): readonly Point[] {
  let at: Point = { x: 0, y: 0 };
  return path.flatMap((segment): readonly Point[] => {
    if (segment.kind === "close") return [];
    const [from, to] = [at, segment.to];
    at = to;
    if (segment.kind === "move") return [to];
    const [c1, c2] = segment.kind === "cubic" ? [segment.c1, segment.c2] : [from, to];
    return Array.from({ length: 2000 }, (_, step) => {
      const t = (step + 1) / 2000;
      const s = 1 - t;
      const along = (a: number, b: number, c: number, d: number) =>
        s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
      return { x: along(from.x, c1.x, c2.x, to.x), y: along(from.y, c1.y, c2.y, to.y) };
    });
  });
}
