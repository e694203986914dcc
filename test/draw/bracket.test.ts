import { describe, expect, test } from "vitest";
import { markBounds, unionBounds } from "../../src/draw/bounds.ts";
import { bracketMarks } from "../../src/draw/forms/bracket.ts";

describe("brackets", () => {
  test("bulge outwards and span the body", () => {
    const left = bracketMarks({ side: "left", x: 0, top: -50, bottom: 150 });
    const bounds = unionBounds(left.map(markBounds));
    expect(bounds?.y).toBeCloseTo(-51.5, 6);
    expect(bounds?.height).toBeCloseTo(203, 6);
    const right = bracketMarks({ side: "right", x: 0, top: -50, bottom: 150 });
    const mirrored = unionBounds(right.map(markBounds));
    expect(mirrored?.x).toBeCloseTo(-((bounds?.x ?? 0) + (bounds?.width ?? 0)), 6);
  });

  test.each([
    ["left", -1],
    ["right", 1],
  ] as const)("have their labels on the outer side: %s", (side, out) => {
    const marks = bracketMarks({
      side,
      x: 0,
      top: 0,
      bottom: 100,
      above: "N",
      below: "i=0",
    });
    const texts = marks.filter((mark) => mark.kind === "text").map(markBounds);
    expect(texts.length).toBe(2);
    for (const box of texts) {
      const inner = out < 0 ? (box?.x ?? 0) + (box?.width ?? 0) : (box?.x ?? 0);
      expect(out * inner).toBeGreaterThan(0);
    }
  });
});
