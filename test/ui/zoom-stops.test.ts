import { describe, expect, it } from "vitest";
import { resizedView, viewportFor, zoomedAt } from "../../src/ui/canvas/viewport.ts";
import { gentleStep } from "../../src/ui/canvas/zoom-stops.ts";

describe("zooming", () => {
  it("stops at round zooms on its way, and nowhere else", () => {
    const steps = [0.23, 0.45, 0.9, 1.9].map((from) => gentleStep(from, from * 1.25));
    expect(steps).toEqual([0.25, 0.5, 1, 2]);
    expect(gentleStep(1.1, 0.88)).toBe(1);
    expect(gentleStep(1, 1.25)).toBe(1.25);
    expect(gentleStep(0.3, 0.2)).toBe(0.25);
    expect(gentleStep(0.998, 1.2475)).toBe(1.2475);
  });

  it("is drawn to a round zoom that it comes near to", () => {
    expect(gentleStep(1.2, 1.02)).toBe(1);
    expect(gentleStep(0.8, 0.985)).toBe(1);
  });

  it("never stays where it is", () => {
    for (let at = 0.06, end = at; at < 7; at = end) {
      end = gentleStep(at, at * 1.25);
      expect(end).toBeGreaterThan(at);
    }
  });

  it("keeps the place under the pointer", () => {
    const view = { x: 30, y: -20, zoom: 0.8 };
    const at = { x: 250, y: 140 };
    const next = zoomedAt(view, at, 1.7);
    expect((at.x - next.x) / next.zoom).toBeCloseTo((at.x - view.x) / view.zoom);
    expect((at.y - next.y) / next.zoom).toBeCloseTo((at.y - view.y) / view.zoom);
  });
});

describe("another size of the canvas", () => {
  const bounds = { x: 10, y: 0, width: 900, height: 300 };
  const before = { width: 800, height: 500 };
  const after = { width: 1000, height: 400 };

  it("fits what was fitted", () => {
    const view = viewportFor(bounds, before);
    expect(resizedView(bounds, view, { before, after })).toEqual(viewportFor(bounds, after));
  });

  it("keeps the middle of what was not", () => {
    const view = { x: -900, y: -40, zoom: 2 };
    expect(resizedView(bounds, view, { before, after })).toEqual({ x: -800, y: -90, zoom: 2 });
  });

  it("leaves whole what was whole", () => {
    const view = { x: 10, y: 10, zoom: 0.7 };
    const narrow = { width: 640, height: 260 };
    const next = resizedView(bounds, view, { before, after: narrow });
    expect(next).toEqual({ x: -7, y: -0, zoom: 0.7 });
  });
});
