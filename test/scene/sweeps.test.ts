import { expect, test } from "vitest";
import type { Path, Point } from "../../src/draw/path.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { readLines, readPreset } from "../support/reading.ts";

interface Curve {
  readonly from: Point;
  readonly c1: Point;
  readonly c2: Point;
  readonly to: Point;
}

function curvesOf(path: Path): readonly Curve[] {
  return path.flatMap((segment, i) => {
    const before = path[i - 1];
    if (segment.kind !== "cubic" || before === undefined || before.kind === "close") return [];
    return [{ from: before.to, ...segment }];
  });
}

/** The curves of strands that arrive somewhere, and those that slabs begin with. */
function meetings(scene: Scene): readonly (readonly [Curve, Curve])[] {
  const arriving = scene.bundles.flatMap(({ strands }) =>
    strands.flatMap(({ points }) =>
      points.flatMap((mark) => (mark.kind === "strand" ? curvesOf(mark.path).slice(-1) : [])),
    ),
  );
  const leaving = scene.nodes.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === "strand" ? curvesOf(mark.path).slice(0, 1) : [])),
  );
  return arriving.flatMap((one) =>
    leaving
      .filter(({ from }) => Math.hypot(from.x - one.to.x, from.y - one.to.y) < 0.01)
      .map((other) => [one, other] as const),
  );
}

function slope(from: Point, to: Point): number {
  return (to.y - from.y) / (to.x - from.x);
}

test("a strand that rises in a gap and in the slab behind it rises in one sweep", () => {
  const { scene } = readPreset("lssl");
  const steps = meetings(scene).filter(
    ([one, other]) => (one.to.y - one.from.y) * (other.to.y - other.from.y) > 0,
  );
  // D rises past the state into the sum: the strands of f and of c; the step size rises too.
  expect(steps.length).toBeGreaterThanOrEqual(3);
  for (const [one, other] of steps) {
    expect(slope(one.c2, one.to)).toBeLessThan(-0.5);
    expect(slope(other.from, other.c1)).toBeCloseTo(slope(one.c2, one.to), 6);
  }
});

test("a strand that turns back where it arrives is level there", () => {
  const { scene } = readLines(
    "input X[a b], Y[b], Z[a]",
    "A[a] = dot[b](X, Y)",
    "B[a] = tanh(A) + sigmoid(Z)",
    "C[a b] = B * X",
  );
  for (const { strands } of scene.bundles) {
    for (const mark of strands.flatMap(({ points }) => points)) {
      for (const curve of mark.kind === "strand" ? curvesOf(mark.path) : []) {
        const met = meetings(scene).some(([one]) => one.to.x === curve.to.x);
        if (!met) expect(curve.c2.y).toBe(curve.to.y);
      }
    }
  }
});
