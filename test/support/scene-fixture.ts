import type { Mark } from "../../src/draw/mark.ts";
import type { Scene, SceneNode } from "../../src/scene/scene.ts";

function strand(axis: string, x1: number, y1: number, x2: number, y2: number): Mark {
  const half = (x1 + x2) / 2;
  return {
    kind: "strand",
    axis,
    path: [
      { kind: "move", to: { x: x1, y: y1 } },
      { kind: "cubic", c1: { x: half, y: y1 }, c2: { x: half, y: y2 }, to: { x: x2, y: y2 } },
    ],
  };
}

function box(id: string, x: number, y: number, kind: SceneNode["kind"], title: string): SceneNode {
  const marks: Mark[] = [
    {
      kind: "path",
      fill: "linear",
      stroke: "outline",
      path: [
        { kind: "move", to: { x, y } },
        { kind: "line", to: { x: x + 40, y } },
        { kind: "line", to: { x: x + 40, y: y + 40 } },
        { kind: "line", to: { x, y: y + 40 } },
        { kind: "close" },
      ],
    },
    { kind: "text", text: "L", role: "bold-letter", x: x + 20, y: y + 27, anchor: "middle" },
    strand("h", x, y + 60, x + 40, y + 60),
  ];
  const heights = [y + 20, y + 60];
  return {
    id,
    node: id,
    definition: "",
    kind,
    bounds: { x, y, width: 40, height: 70 },
    height: 0,
    marks,
    ports: [
      { side: "in", array: "X", x, heights },
      { side: "out", array: "Y", x: x + 40, heights },
    ],
    title,
    wrong: false,
    foldable: kind === "call",
  };
}

/** Two boxes of the top definition joined by an array Y[m h], with a plate behind the second. */
export const TWO_BOXES: Scene = {
  nodes: [
    {
      ...box("A", 0, 0, "op", "linear from m to m"),
      ports: [{ side: "out", array: "Y", x: 40, heights: [20, 60] }],
    },
    {
      ...box("B", 160, 20, "op", "softmax over h"),
      ports: [{ side: "in", array: "Y", x: 160, heights: [40, 80] }],
    },
  ],
  borders: [],
  columns: [],
  bundles: [
    {
      definition: "",
      path: "",
      array: "Y",
      strands: [
        { axis: "m", points: [strand("m", 40, 20, 160, 40)] },
        { axis: "h", points: [strand("h", 40, 60, 160, 80)] },
      ],
    },
  ],
  plates: [
    {
      kind: "path",
      fill: "attention",
      path: [
        { kind: "move", to: { x: 130, y: -10 } },
        { kind: "line", to: { x: 230, y: -10 } },
        { kind: "line", to: { x: 230, y: 110 } },
        { kind: "line", to: { x: 130, y: 110 } },
        { kind: "close" },
      ],
    },
  ],
  dashes: [],
  remarks: [],
  labels: [
    { kind: "text", text: "m", role: "axis", x: 50, y: 16, anchor: "start", axis: "m" },
    { kind: "text", text: "h", role: "axis", x: 50, y: 56, anchor: "start", axis: "h" },
  ],
  bounds: { x: -20, y: -30, width: 270, height: 160 },
};
