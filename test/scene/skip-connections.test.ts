import { describe, expect, it } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { setOpen } from "../../src/editor/layout-lines.ts";
import { derive } from "../../src/editor/pipeline.ts";
import type { Scene } from "../../src/scene/scene.ts";

const transformer = PRESETS.find(({ name }) => name === "transformer");

async function encoderLayer(open: readonly string[]): Promise<Scene> {
  const text = (await transformer?.load()) ?? "";
  const opened = open.reduce((before, node) => setOpen(before, node, true), text);
  return derive(opened, "EncoderLayer").scene;
}

/** How many bundles of an array end at a port of the node, each with the axes of its strands. */
function strandsInto(scene: Scene, array: string, node: string): readonly string[][] {
  const ports = scene.nodes
    .filter((each) => each.node === node)
    .flatMap((each) => each.ports)
    .filter((port) => port.side === "in" && port.array === array);
  return scene.bundles
    .filter((bundle) => bundle.array === array && bundle.path === "")
    .filter(({ strands }) =>
      strands.some(({ points }) =>
        points.some((mark) => {
          const last = "path" in mark ? mark.path.at(-1) : undefined;
          if (last === undefined || !("to" in last)) return false;
          const { to } = last;
          return ports.some(
            ({ x, heights }) =>
              Math.abs(x - to.x) < 1 && heights.some((y) => Math.abs(y - to.y) < 1),
          );
        }),
      ),
    )
    .map(({ strands }) => strands.map(({ axis }) => axis));
}

describe("a skip connection around a block", () => {
  const CALLS = ["EncoderLayer/A.1.2", "EncoderLayer/Y.1.2"];

  it.each([
    ["closed", []],
    ["open", CALLS],
  ] as const)("is drawn as its own strands while the block is %s", async (_, open) => {
    const scene = await encoderLayer(open);
    const kinds = CALLS.map((id) => scene.nodes.find(({ node }) => node === id)?.kind);
    expect(kinds).toEqual(open.length === 0 ? ["call", "call"] : ["plate", "plate"]);
    expect(strandsInto(scene, "Z", "EncoderLayer/A.1")).toEqual([["t", "m"]]);
    expect(strandsInto(scene, "A", "EncoderLayer/Y.1")).toEqual([["t", "m"]]);
  });

  it("goes into a closed block at a port of its own for each use", async () => {
    const scene = await encoderLayer([]);
    const attention = scene.nodes.find(({ node }) => node === "EncoderLayer/A.1.2");
    const ins = attention?.ports.filter(({ side, array }) => side === "in" && array === "Z");
    expect(ins).toHaveLength(2);
    expect(new Set(ins?.flatMap(({ heights }) => heights)).size).toBe(4);
    expect(strandsInto(scene, "Z", "EncoderLayer/A.1.2")).toHaveLength(2);
  });
});
