import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polygon, rectangle } from "../../src/draw/curve.ts";
import { hatchPath } from "../../src/draw/hatch.ts";
import type { Mark } from "../../src/draw/mark.ts";
import { textured } from "../../src/draw/textured.ts";
import { themeOf } from "../../src/draw/theme.ts";

describe("hatching", () => {
  test("fills a rectangle with level lines from side to side", () => {
    const area = rectangle({ x: 0, y: 1, width: 20, height: 10 });
    const lines = hatchPath(area, { kind: "lines", angles: [0], spacing: 4 });
    expect(lines.map((each) => ("to" in each ? [each.to.x, each.to.y] : []))).toEqual([
      [0, 4],
      [20, 4],
      [0, 8],
      [20, 8],
    ]);
  });

  test("leaves out what a notch leaves out", () => {
    const notched = polygon(
      { x: 0, y: 1 },
      { x: 30, y: 1 },
      { x: 30, y: 10 },
      { x: 20, y: 10 },
      { x: 20, y: 2 },
      { x: 10, y: 2 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    );
    const lines = hatchPath(notched, { kind: "lines", angles: [0], spacing: 5 });
    expect(lines.map((each) => ("to" in each ? each.to.x : 0))).toEqual([0, 10, 20, 30]);
  });

  test("never stands outside of its area, at any angle", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 179 }),
        fc.integer({ min: 3, max: 14 }),
        fc.constantFrom("lines" as const, "dots" as const),
        (angle, spacing, kind) => {
          const area = rectangle({ x: -13, y: 7, width: 60, height: 40 });
          const found = hatchPath(area, { kind, angles: [angle], spacing });
          expect(found.length).toBeGreaterThan(0);
          for (const segment of found) {
            if (!("to" in segment)) continue;
            const { x, y } = segment.to;
            expect(Math.min(x + 13, 47 - x, y - 7, 47 - y)).toBeGreaterThan(-0.01);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("marks as a theme draws them", () => {
  const plate: Mark = {
    kind: "path",
    path: rectangle({ x: 0, y: 0, width: 40, height: 30 }),
    fill: "attention",
  };

  test("are not hatched on screen", () => {
    for (const theme of ["light", "dark"] as const) {
      const drawn = textured([plate], themeOf(theme));
      expect(drawn.at(-1)).toEqual(plate);
      expect(drawn.some((mark) => mark.kind === "path" && mark.stroke === "hatch")).toBe(false);
    }
  });

  test("bring hatching and an outline along in print", () => {
    const drawn = textured([plate], themeOf("print"));
    expect(drawn.map((mark) => mark.kind === "path" && [mark.fill, mark.stroke])).toEqual([
      ["attention", undefined],
      [undefined, "hatch"],
      [undefined, "hairline"],
    ]);
  });

  test("keep an outline that they have", () => {
    const bold: Mark = { ...plate, stroke: "bold" };
    expect(textured([bold], themeOf("print")).at(-1)).toMatchObject({ stroke: "bold" });
  });
});
