import { describe, expect, it } from "vitest";
import { markBounds } from "../../src/draw/bounds.ts";
import { parse } from "../../src/language/parse.ts";
import { placeGraph } from "../../src/layout/place.ts";
import type { PlacedDash } from "../../src/layout/placement.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { encoder, lstm, multiHead, randomGraph, Sketch } from "../support/figures.ts";
import { layersOfPlacement } from "../support/placed-layers.ts";

function steps({ points }: PlacedDash) {
  return points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
}

describe("dashed lines", () => {
  it("separate two inputs from where their strands begin to where their slab ends the line", () => {
    const sketch = new Sketch();
    const a = sketch.entry("A", ["x"]);
    const b = sketch.entry("B", ["x"]);
    sketch.exit(sketch.merge("sum", [a, b]));
    const placement = placeGraph(sketch.graph());
    const sum = placement.items.find((item) => item.id === "sum");
    expect(placement.dashes).toHaveLength(1);
    const points = placement.dashes[0]?.points ?? [];
    const lower = sum?.rows[1]?.[0] ?? Number.NaN;
    expect(points.map(({ y }) => y)).toEqual([lower - 15, lower - 15]);
    expect(points.at(-1)?.x).toBe((sum?.x ?? 0) + (sum?.drawing.dashEnds[0] ?? 0));
  });

  it("go on beside an array that something keeps, up to the end of what keeps it", () => {
    const { document } = parse(`size n = 2
input X[x]
repeat n as i:
  carry S[x] from X to S'
  save C[i] = S
  S'[x] = linear[x -> x](softmax[x](S))
output S'
`);
    const { nodes, dashes } = drawDiagram(inferDiagram(document), document);
    const save = nodes.find(({ node }) => node === "save:C");
    const end = (save?.bounds.x ?? 0) + (save?.bounds.width ?? Number.NaN);
    const ends = dashes.flatMap((mark) => (mark.kind === "path" ? (markBounds(mark) ?? []) : []));
    expect(ends.map(({ x, width }) => Math.abs(x + width - end) < 2)).toContain(true);
  });

  it("are one path as long as the same arrays are neighbours", () => {
    const placement = placeGraph(encoder());
    const layers = layersOfPlacement(placement);
    const skip = placement.dashes.filter(({ points }) => {
      const first = points[0]?.x ?? 0;
      const last = points.at(-1)?.x ?? 0;
      return layers.filter(({ left, right }) => left >= first && right <= last).length >= 8;
    });
    expect(skip).toHaveLength(1);
  });

  it("run level or at 45°, steeper only where a gap leaves no room", () => {
    for (const graph of [multiHead(), encoder(), lstm()]) {
      for (const dash of placeGraph(graph).dashes) {
        for (const { from, to } of steps(dash)) {
          const slope = Math.abs(to.y - from.y) / (to.x - from.x);
          expect(slope === 0 || slope >= 1 - 1e-9).toBe(true);
        }
      }
    }
  });

  it("never meet a strand that runs level beside them", () => {
    for (let seed = 0; seed < 10; seed++) {
      const { dashes, bundles } = placeGraph(randomGraph(seed, 30));
      const level = bundles.flatMap(({ from, to }) =>
        from.heights.flatMap((y, i) =>
          y === to.heights[i] ? [{ y, from: from.x, to: to.x }] : [],
        ),
      );
      for (const { from, to } of dashes
        .flatMap(steps)
        .filter((step) => step.from.y === step.to.y)) {
        const met = level.filter(
          (strand) =>
            Math.abs(strand.y - from.y) < 4 &&
            strand.from < to.x - 1e-6 &&
            strand.to > from.x + 1e-6,
        );
        expect(met).toEqual([]);
      }
    }
  });
});
