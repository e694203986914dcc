import { describe, expect, it } from "vitest";
import {
  columnAt,
  isOrigin,
  type Movable,
  movableNamed,
  movableOf,
  neighbourOf,
  passedBy,
} from "../../src/editor/arranging.ts";
import { onlyArranged } from "../../src/editor/only-arranged.ts";
import { selectNode } from "../../src/editor/walk.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { readLines, readPreset } from "../support/reading.ts";

const ATTENTION = readPreset("multi-head-attention").scene;

function named(scene: Scene, name: string, path = ""): Movable {
  const movable = movableNamed(scene, name, path);
  if (movable === undefined) throw new RangeError(`There is no ${name} in this picture.`);
  return movable;
}

const own = (name: string) => `MultiHeadAttention/${name}`;

describe("what can be moved", () => {
  it("is every operation, input and array, by the name that a line of the layout gives it", () => {
    for (const node of ATTENTION.nodes.filter(({ kind }) => kind !== "copy")) {
      const movable = movableOf(ATTENTION, selectNode(node));
      expect(movable?.name, node.id).toMatch(/^MultiHeadAttention\//);
    }
    expect(movableOf(ATTENTION, { kind: "diagram" })).toBe(undefined);
  });

  it("is an array that comes into an open block, without a slab of its own", () => {
    const { scene } = readLines(
      "block F(X[t d]) -> Y[t d]:",
      "  Y[t d] = X + relu(X)",
      "input S[t d]",
      "Z[t d] = F(S)",
      "layout:",
      "  open Z",
    );
    const skip = named(scene, "F/X", "Z");
    expect(skip.slab).toBe(undefined);
    expect(neighbourOf(scene, skip, "up")).toBe("F/Y.2");
  });
});

describe("a neighbour", () => {
  it("is the next thing in the column of the slab", () => {
    expect(neighbourOf(ATTENTION, named(ATTENTION, own("V")), "up")).toBe(own("K"));
    expect(neighbourOf(ATTENTION, named(ATTENTION, own("K")), "up")).toBe(own("Q"));
    expect(neighbourOf(ATTENTION, named(ATTENTION, own("V")), "down")).toBe(undefined);
    expect(neighbourOf(ATTENTION, named(ATTENTION, own("A")), "down")).toBe(own("V"));
  });
});

describe("a shift", () => {
  const movable = named(ATTENTION, own("V"));
  const { x, y } = movable.slab?.bounds ?? { x: 0, y: 0 };
  const column = columnAt(ATTENTION, movable, { x: x + 1, y: y + 1 });
  if (column === undefined) throw new RangeError("V stands in no column.");

  it("passes nothing at first, then one after the other, the farthest last", () => {
    const passed = (shift: number, by: "edge" | "middle" = "edge") =>
      passedBy(column, movable.name, { shift, by });
    expect(passed(-5)).toEqual({ over: [], under: [] });
    expect(passed(-60)).toEqual({ over: [own("K")], under: [] });
    expect(passed(-60, "middle")).toEqual({ over: [], under: [] });
    expect(passed(-999)).toEqual({ over: [own("K"), own("Q")], under: [] });
    expect(passed(999)).toEqual({ over: [], under: [] });
  });
});

it("counts heights from the first input", () => {
  const origins = ATTENTION.nodes.filter((node) => isOrigin(ATTENTION, node));
  expect(origins.map(({ id }) => id)).toEqual(["input E"]);
  const { scene } = readLines("A[d] = normal[d]()", "B[d] = relu(A)");
  expect(scene.nodes.filter((node) => isOrigin(scene, node)).map(({ id }) => id)).toEqual(["A"]);
});

it("tells a change of places from any other", () => {
  const text = "input X[d]\nA[d] = relu(X)\n";
  const placed = `${text}\nlayout:\n  place A dy=3\n`;
  expect(onlyArranged(text, placed)).toBe(true);
  expect(onlyArranged(placed, placed.replace("dy=3", "dy=4"))).toBe(true);
  expect(onlyArranged(text, text)).toBe(false);
  expect(onlyArranged(text, `${placed}  open A\n`)).toBe(false);
});
