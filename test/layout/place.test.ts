import { describe, expect, it } from "vitest";
import { placeGraph, placeGraphWithElk } from "../../src/layout/place.ts";
import {
  denseNet,
  encoder,
  encoderDecoder,
  lstm,
  multiHead,
  randomGraph,
  residualStack,
  sdpa,
  uNet,
} from "../support/figures.ts";
import { bentStrands, expectPlacementLaws, heightOf } from "../support/placement-laws.ts";

const FIGURES = {
  "scaled dot-product attention": sdpa(),
  "multi-head attention": multiHead(),
  "multi-head attention with a batch": multiHead(["b"]),
  "an encoder layer": encoder(),
  "an encoder layer with the stream written first": encoder(1, "stream first"),
  "an encoder and decoder": encoderDecoder(),
  "an encoder and decoder with the stream written first": encoderDecoder("stream first"),
  "an LSTM cell between walls": lstm(),
  "a DenseNet block": denseNet(),
  "a U-Net": uNet(),
} as const;

const QUIET = [
  "scaled dot-product attention",
  "multi-head attention",
  "multi-head attention with a batch",
  "an encoder layer",
  "an encoder layer with the stream written first",
  "an encoder and decoder with the stream written first",
  "a U-Net",
] as const;

describe("placeGraph", () => {
  it.each(Object.entries(FIGURES))("keeps the laws of columns in %s", (_, graph) => {
    expectPlacementLaws(graph, placeGraph(graph));
  });

  it.each(Array.from({ length: 16 }, (_, seed) => seed))(
    "keeps the laws of columns in tangle %i",
    (seed) => {
      const graph = randomGraph(seed, 40);
      expectPlacementLaws(graph, placeGraph(graph));
    },
  );

  it.each(QUIET)("draws %s without a crossing and without a bend between slabs", (name) => {
    const placement = placeGraph(FIGURES[name]);
    expect(placement.crossings).toBe(0);
    expect(bentStrands(placement)).toEqual([]);
  });

  it("crosses no more strands than can be helped", () => {
    expect(placeGraph(FIGURES["an encoder and decoder"]).crossings).toBeLessThanOrEqual(27);
    expect(placeGraph(FIGURES["an LSTM cell between walls"]).crossings).toBeLessThanOrEqual(8);
  });

  it.each(["branch first", "stream first"] as const)(
    "keeps a residual stream at one height however many layers follow, %s",
    (written) => {
      const placements = [1, 2, 4, 8].map((layers) => placeGraph(residualStack(layers, written)));
      const heights = placements.map((placement) => placement.bottom - placement.top);
      expect(new Set(heights).size).toBe(1);
      const widths = placements.map((placement) => placement.width);
      const [one = 0, two = 0, four = 0, eight = 0] = widths;
      expect(four - two).toBeCloseTo(2 * (two - one), 6);
      expect(eight - four).toBeCloseTo(4 * (two - one), 6);
      for (const placement of placements) expect(bentStrands(placement)).toEqual([]);
    },
  );

  it("leaves everything where it was when a layer is appended", () => {
    const before = residualStack(4, "stream first");
    const short = placeGraph(before);
    const long = placeGraph(residualStack(5, "stream first"));
    for (const { id, role } of before.items) {
      if (role !== "exit") expect(heightOf(long, id), id).toBe(heightOf(short, id));
    }
  });

  it("gives the same numbers for the same graph", () => {
    expect(summary(placeGraph(randomGraph(7, 40)))).toEqual(
      summary(placeGraph(randomGraph(7, 40))),
    );
  });

  it("moves a slab to where the author wants it and lets the rest follow", () => {
    const graph = residualStack(2, "stream first");
    const free = placeGraph(graph);
    const wished = (heightOf(free, "ff 0 up") ?? 0) / 10 + 10;
    const items = graph.items.map((item) =>
      item.id === "ff 0 up" ? { ...item, wish: wished } : item,
    );
    const pinned = placeGraph({ items });
    expect(heightOf(pinned, "ff 0 up")).toBe(wished * 10);
    expect(heightOf(pinned, "X")).toBe(0);
    expectPlacementLaws({ items }, pinned);
  });
});

describe("placeGraphWithElk", () => {
  it.each(QUIET)("changes nothing in %s, where nothing crosses", async (name) => {
    const graph = FIGURES[name];
    expect(summary(await placeGraphWithElk(graph))).toEqual(summary(placeGraph(graph)));
  });

  it("crosses at least a fifth less wherever it orders differently, and never more", async () => {
    let better = 0;
    for (let seed = 0; seed < 8; seed++) {
      const graph = randomGraph(seed, 40);
      const own = placeGraph(graph);
      const other = await placeGraphWithElk(graph);
      expectPlacementLaws(graph, other);
      if (other.crossings === own.crossings) continue;
      expect(other.crossings).toBeLessThanOrEqual(0.8 * own.crossings);
      better++;
    }
    expect(better).toBeGreaterThan(0);
  });

  it("gives the same numbers for the same graph and leaves the graph as it was", async () => {
    const graph = randomGraph(3, 40);
    const before = JSON.stringify(graph);
    const first = summary(await placeGraphWithElk(graph));
    expect(JSON.stringify(graph)).toBe(before);
    expect(summary(await placeGraphWithElk(randomGraph(3, 40)))).toEqual(first);
    expect(JSON.stringify(first)).not.toContain("$H");
  });
});

function summary(placement: ReturnType<typeof placeGraph>) {
  return JSON.parse(JSON.stringify(placement));
}
