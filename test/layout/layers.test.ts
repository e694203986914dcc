import { describe, expect, it } from "vitest";
import { networkOf } from "../../src/layout/copies.ts";
import type { LayoutGraph } from "../../src/layout/graph.ts";
import { layersOf, wiresOf } from "../../src/layout/layers.ts";
import { encoderDecoder, multiHead, randomGraph, Sketch } from "../support/figures.ts";

function layersById({ items }: LayoutGraph): Map<string, number> {
  const layers = layersOf(items, wiresOf(items));
  return new Map(items.map((item, index) => [item.id, layers[index] ?? -1]));
}

describe("layersOf", () => {
  it("puts every item behind its makers, entries first and exits last", () => {
    for (let seed = 0; seed < 20; seed++) {
      const graph = randomGraph(seed, 40);
      const layers = layersOf(graph.items, wiresOf(graph.items));
      const last = Math.max(...layers);
      graph.items.forEach((item, index) => {
        if (item.role === "entry") expect(layers[index]).toBe(0);
        if (item.role === "exit") expect(layers[index]).toBe(last);
      });
      for (const wire of wiresOf(graph.items)) {
        for (const use of wire.uses) {
          expect(layers[use.item]).toBeGreaterThan(layers[wire.item] ?? Number.NaN);
        }
      }
    }
  });

  it("keeps the three projections of attention in one column", () => {
    const layers = layersById(multiHead());
    expect(layers.get("a K")).toBe(layers.get("a Q"));
    expect(layers.get("a V")).toBe(layers.get("a Q"));
  });

  it("stands the projections of a later layer with that layer, not where they could be", () => {
    const layers = layersById(encoderDecoder());
    expect(layers.get("dec 1 K")).toBe(layers.get("dec 1 Q"));
    expect(layers.get("dec 1 V")).toBe(layers.get("dec 1 Q"));
  });
});

describe("networkOf", () => {
  it("copies an array as late as it can and leaves the last single use without a copy", () => {
    const sketch = new Sketch();
    const x = sketch.entry("X", ["a"]);
    let y = x;
    for (let i = 0; i < 3; i++) y = sketch.merge(`sum ${i}`, [sketch.map(`map ${i}`, y), x]);
    sketch.exit(y);
    const { nodes, links } = networkOf(sketch.items);
    const copies = nodes.filter((node) => node.role === "copy" && node.inputs[0] === "X");
    expect(copies.map((copy) => copy.outputs.length)).toEqual([2, 2, 2]);
    const layer = (id: string) => nodes.find((node) => node.id === id)?.layer ?? -1;
    copies.slice(1).forEach((copy, index) => {
      expect(copy.layer).toBe(layer(`sum ${index}`) - 1);
    });
    const into = links.filter((link) => nodes[link.to]?.id === "sum 2" && link.input === 1);
    expect(into.map((link) => nodes[link.from]?.id)).toEqual(["copy X 3"]);
  });

  it("gives every output at most one link and every made input exactly one", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { nodes, links } = networkOf(randomGraph(seed, 40).items);
      const starts = links.map((link) => `${link.from} ${link.output}`);
      const ends = links.map((link) => `${link.to} ${link.input}`);
      expect(new Set(starts).size).toBe(starts.length);
      expect(new Set(ends).size).toBe(ends.length);
      expect(ends).toHaveLength(nodes.reduce((sum, node) => sum + node.inputs.length, 0));
      for (const link of links) {
        expect(nodes[link.from]?.layer).toBeLessThan(nodes[link.to]?.layer ?? -1);
      }
    }
  });
});
