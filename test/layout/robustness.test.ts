import { describe, expect, it } from "vitest";
import type { LayoutGraph } from "../../src/layout/graph.ts";
import { placeGraph, placeGraphWithElk } from "../../src/layout/place.ts";
import { Sketch } from "../support/figures.ts";
import { bentStrands, expectPlacementLaws, heightOf } from "../support/placement-laws.ts";
import { block, entry, exit, keep, merge } from "../support/slabs.ts";

function placedLawfully(graph: LayoutGraph) {
  const placement = placeGraph(graph);
  expectPlacementLaws(graph, placement);
  return placement;
}

describe("graphs that are odd or half made", () => {
  it("places nothing for nothing", async () => {
    const empty = { items: [] };
    expect(placeGraph(empty)).toEqual({
      items: [],
      bundles: [],
      columns: [],
      dashes: [],
      width: 0,
      top: 0,
      bottom: 0,
      crossings: 0,
    });
    expect(await placeGraphWithElk(empty)).toEqual(placeGraph(empty));
  });

  it("places a single input with a stub behind it", () => {
    const sketch = new Sketch();
    sketch.entry("X", ["a", "b"]);
    const placement = placedLawfully(sketch.graph());
    expect(placement.bundles).toHaveLength(1);
    expect(placement.bundles[0]?.outOf).toEqual({ item: "X", output: 0 });
    expect(placement.bundles[0]?.into).toBeUndefined();
  });

  it("ends an array that nothing takes a little behind its slab", () => {
    const sketch = new Sketch();
    const x = sketch.entry("X", ["a"]);
    sketch.map("unused", x);
    sketch.exit(sketch.map("used", x));
    const placement = placedLawfully(sketch.graph());
    const stub = placement.bundles.find(({ array }) => array === "unused");
    expect(stub && stub.to.x - stub.from.x).toBe(20);
  });

  it("draws an operand that nothing makes as absent", () => {
    const graph: LayoutGraph = {
      items: [
        { id: "X", inputs: [], outputs: ["X"], slab: entry(["a"]), role: "entry" },
        {
          id: "sum",
          inputs: ["X", "nowhere"],
          outputs: ["S"],
          slab: merge([["a"], ["a"]]),
          role: "inner",
        },
        { id: "out", inputs: ["S"], outputs: [], slab: exit(["a"]), role: "exit" },
      ],
    };
    const placement = placedLawfully(graph);
    expect(placement.items.find((item) => item.id === "sum")?.rows).toHaveLength(2);
    expect(placement.bundles.some(({ array }) => array === "nowhere")).toBe(false);
  });

  it("draws a use that stands before its maker as absent", () => {
    const item = (id: string, inputs: string[], outputs: string[]) =>
      ({ id, inputs, outputs, slab: keep(["a"]), role: "inner" }) as const;
    const placement = placedLawfully({
      items: [item("one", ["B"], ["A"]), item("two", ["A"], ["B"])],
    });
    expect(placement.items).toHaveLength(2);
  });

  it("gives arrays without strands a row of their own", () => {
    const sketch = new Sketch();
    const x = sketch.entry("X", ["a"]);
    const loss = sketch.entry("loss", []);
    const scale = sketch.entry("scale", []);
    const y = sketch.put("scaled", merge([["a"], []]), [x, scale])[0] ?? "";
    sketch.exit(loss);
    sketch.exit(y);
    const graph = sketch.graph();
    const placement = placedLawfully(graph);
    const room = placement.items
      .filter((item) => item.layer === 0)
      .map((item) => [item.drawing.top, item.drawing.bottom] as const)
      .sort((a, b) => a[0] - b[0]);
    expect(room).toHaveLength(3);
    room.slice(1).forEach(([top], index) => {
      expect(top).toBeGreaterThanOrEqual(room[index]?.[1] ?? 0);
    });
  });

  it("copies an array that one slab takes twice", () => {
    const sketch = new Sketch();
    const x = sketch.entry("X", ["a"]);
    sketch.exit(sketch.merge("square", [x, x], "×"));
    const placement = placedLawfully(sketch.graph());
    expect(placement.items.map((item) => item.id)).toContain("copy X 1");
    expect(bentStrands(placement)).toEqual([]);
  });

  it("stands sources just before what takes them", () => {
    const sketch = new Sketch();
    let x = sketch.entry("X", ["a"]);
    for (let i = 0; i < 4; i++) x = sketch.map(`map ${i}`, x);
    const weight = sketch.put("W", entry(["a"], "W"), [], "source")[0] ?? "";
    sketch.exit(sketch.merge("sum", [x, weight]));
    const placement = placedLawfully(sketch.graph());
    const layer = (id: string) => placement.items.find((item) => item.id === id)?.layer;
    expect(layer("W")).toBe((layer("sum") ?? 0) - 1);
  });

  it("keeps the inputs of a block that is laid out at their distances", () => {
    const sketch = new Sketch();
    const d = sketch.entry("D", ["y", "m"]);
    const z = sketch.entry("Z", ["x", "m"]);
    let x = d;
    for (let i = 0; i < 3; i++) {
      const rows = [sketch.axes(x), sketch.axes(z)];
      x = sketch.put(`layer ${i}`, block(rows, [0, 120]), [x, z])[0] ?? "";
    }
    sketch.exit(x);
    const placement = placedLawfully(sketch.graph());
    for (let i = 0; i < 3; i++) {
      const rows = placement.items.find((item) => item.id === `layer ${i}`)?.rows ?? [];
      expect((rows[1]?.[0] ?? 0) - (rows[0]?.[0] ?? 0)).toBe(120);
      expect(heightOf(placement, `layer ${i}`)).toBe(0);
    }
    expect(placement.crossings).toBe(0);
  });

  it("places a stack of 2,000 slabs and a chain of 3,000 lanes without running out of stack", () => {
    const sketch = new Sketch();
    const skip = sketch.entry("skip", ["a"]);
    let x = sketch.entry("X", ["a"]);
    for (let i = 0; i < 3000; i++) x = sketch.map(`map ${i}`, x);
    sketch.exit(sketch.merge("sum", [x, skip]));
    const placement = placeGraph(sketch.graph());
    expect(placement.crossings).toBe(0);
    expect(bentStrands(placement)).toEqual([]);
  });
});
