import { nameTex as label } from "../../../shapes/name-tex.ts";
import { box } from "../../../src/draw/forms/box.ts";
import { box3d } from "../../../src/draw/forms/box3d.ts";
import { cap } from "../../../src/draw/forms/cap.ts";
import { circle } from "../../../src/draw/forms/circle.ts";
import { cumulative } from "../../../src/draw/forms/cumulative.ts";
import { elementwise } from "../../../src/draw/forms/elementwise.ts";
import { fedPlate } from "../../../src/draw/forms/fed-plate.ts";
import { flattenBar } from "../../../src/draw/forms/flatten-bar.ts";
import { pentagon } from "../../../src/draw/forms/pentagon.ts";
import { plate, plateText } from "../../../src/draw/forms/plate.ts";
import { reduction } from "../../../src/draw/forms/reduction.ts";
import { triangle } from "../../../src/draw/forms/triangle.ts";
import type { Specimen } from "./specimen.ts";

/** Glyphs that take strands and give others. */
export const FUNCTION_SPECIMENS: readonly Specimen[] = [
  { name: "elementwise", slab: elementwise({ axes: ["t", "m"], text: "R" }), rows: [[0, 20]] },
  {
    name: "elementwise-hole",
    slab: elementwise({ axes: ["y", "x"], text: "\\ast k^{-1/2}", role: "scale" }),
    rows: [[0, 60]],
  },
  {
    name: "elementwise-word",
    slab: elementwise({ axes: ["t"], text: "\\mathrm{tanh}" }),
    rows: [[0]],
  },
  {
    name: "plate",
    slab: plate({
      inputs: [{ axes: ["y", "m"], targets: ["m"] }],
      outputs: [["y", "k", "h"]],
      text: plateText("L", "Q", false),
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "plate-bias",
    slab: plate({
      inputs: [{ axes: ["t", "m"], targets: ["m"] }],
      outputs: [["t", "d_ff"]],
      text: plateText("L", "", true),
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "fed-plate",
    slab: fedPlate({
      fed: [
        { axes: ["h"], targets: ["h"] },
        { axes: ["k", "h"], targets: ["k", "h"] },
      ],
      data: { axes: ["t", "k"], targets: ["k"] },
      outputs: [["t", "h"]],
      text: "L_{+}",
      isLearned: false,
      label,
    }),
    rows: [[0], [30, 50], [80, 100]],
  },
  {
    name: "fed-plate-batched",
    slab: fedPlate({
      fed: [{ axes: ["y", "k", "h"], targets: ["k", "h"] }],
      data: { axes: ["y", "k"], targets: ["k"] },
      outputs: [["y", "h"]],
      text: "L",
      isLearned: false,
      label,
    }),
    rows: [
      [0, 20, 40],
      [70, 90],
    ],
  },
  {
    name: "plate-merging",
    slab: plate({
      inputs: [{ axes: ["y", "k", "h"], targets: ["k", "h"] }],
      outputs: [["y", "m"]],
      text: plateText("L", "O", false),
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "plate-crossing",
    slab: plate({
      inputs: [{ axes: ["k", "t", "h", "b"], targets: ["k", "h"] }],
      outputs: [["m", "n", "t", "b"]],
      text: plateText("L", "out", true),
      label,
    }),
    rows: [[0, 20, 40, 60]],
  },
  {
    name: "plate-data",
    slab: plate({
      inputs: [
        { axes: ["t", "m"], targets: ["m"] },
        { axes: ["m", "n"], targets: ["m", "n"] },
      ],
      outputs: [["t", "n"]],
      text: "L",
      role: "letter",
      fill: "paper",
      outlined: true,
      label,
    }),
    rows: [
      [0, 20],
      [50, 70],
    ],
  },
  {
    name: "plate-embedding",
    slab: plate({
      inputs: [{ axes: ["t"], targets: [] }],
      outputs: [["t", "m"]],
      text: plateText("E", "", false),
      fill: "embedding",
      label,
    }),
    rows: [[0]],
  },
  {
    name: "box",
    slab: box({
      inputs: [
        { axes: ["b", "n", "p"], targets: ["n", "p"] },
        { axes: ["b", "n"], targets: ["n"] },
      ],
      outputs: [["b", "p"]],
      text: "\\mathrm{solve}",
      label,
    }),
    rows: [
      [0, 20, 40],
      [80, 100],
    ],
  },
  {
    name: "box-unknown",
    slab: box({
      inputs: [{ axes: ["t", "m"], targets: ["t", "m"] }],
      outputs: [["t", "k"]],
      text: "?",
      stroke: "dash",
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "box-two-outputs",
    slab: box({
      inputs: [{ axes: ["b", "n"], targets: ["n"] }],
      outputs: [
        ["b", "p"],
        ["b", "q"],
      ],
      text: "f",
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "box3d",
    slab: box3d({
      inputs: [["t", "m"]],
      outputs: [["t", "m"]],
      title: "Feed forward",
      fill: "feed-forward",
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "box3d-two",
    slab: box3d({
      inputs: [
        ["y", "m"],
        ["x", "m"],
      ],
      outputs: [["y", "k"]],
      title: "Multi head attention",
      label,
    }),
    rows: [
      [0, 20],
      [60, 80],
    ],
  },
  { name: "triangle", slab: triangle({ axes: ["y", "x"], targets: ["x"] }), rows: [[0, 60]] },
  {
    name: "triangle-joint",
    slab: triangle({ axes: ["p", "q", "h"], targets: ["p", "q"] }),
    rows: [[0, 20, 40]],
  },
  {
    name: "circle",
    slab: circle({ axes: ["t", "m"], targets: ["m"], inside: "diameter" }),
    rows: [[0, 20]],
  },
  {
    name: "circle-rms",
    slab: circle({ axes: ["t", "m"], targets: ["m"], inside: "rms" }),
    rows: [[0, 20]],
  },
  {
    name: "circle-two",
    slab: circle({ axes: ["x", "n", "b"], targets: ["n", "b"], inside: "empty" }),
    rows: [[0, 20, 40]],
  },
  {
    name: "circle-batch",
    slab: circle({ axes: ["x", "n", "b"], targets: ["n", "b"], inside: "empty" }),
    rows: [[0, 20, 40]],
  },
  {
    name: "circle-group",
    slab: circle({
      axes: ["b", "c", "y", "x"],
      targets: ["c", "y", "x"],
      inside: { letter: "\\mathrm{G}" },
    }),
    rows: [[0, 20, 40, 60]],
  },
  {
    name: "triangle-root",
    slab: triangle({ axes: ["t", "m"], targets: ["m"], inside: "root" }),
    rows: [[0, 20]],
  },
  {
    name: "cumulative",
    slab: cumulative({ axes: ["b", "t"], targets: ["t"], text: "\\Sigma", runs: "forward" }),
    rows: [[0, 20]],
  },
  {
    name: "cumulative-back",
    slab: cumulative({ axes: ["t", "m"], targets: ["t"], text: "\\Pi_{<}", runs: "backward" }),
    rows: [[0, 20]],
  },
  {
    name: "memory",
    slab: box({
      inputs: [{ axes: ["y", "x", "c"], targets: ["y", "x", "c"] }],
      outputs: [],
      text: "\\rightarrow C_{i}",
      role: "letter",
      fill: "memory",
      stroke: "none",
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "reduction-sum",
    slab: reduction({ axes: ["t", "m"], targets: ["m"], output: ["t"] }),
    rows: [[0, 20]],
  },
  {
    name: "reduction-max",
    slab: reduction({
      axes: ["t", "m", "k"],
      targets: ["m"],
      output: ["t", "k"],
      text: "\\mathrm{max}",
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "reduction-mean",
    slab: reduction({
      axes: ["y", "x", "c"],
      targets: ["y", "x"],
      output: ["c"],
      text: "\\mathbb{E}",
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "flatten-merge",
    slab: flattenBar({ axes: ["x", "y", "c"], targets: ["x", "y"], output: ["p", "c"], label }),
    rows: [[0, 20, 40]],
  },
  {
    name: "flatten-split",
    slab: flattenBar({
      axes: ["t", "d", "b"],
      targets: ["d"],
      output: ["t", "h", "k", "b"],
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "pentagon",
    slab: pentagon({
      inputs: [{ axes: ["t", "m"], targets: ["t"] }],
      outputs: [["m"]],
      texts: ["0"],
      points: "right",
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "pentagons",
    slab: pentagon({
      inputs: [{ axes: ["t", "s", "m"], targets: ["t", "s"] }],
      outputs: [["m"]],
      texts: ["i_t", "j_s"],
      fill: "index",
      points: "right",
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "cap",
    slab: cap({ axes: ["n", "p"], label }),
    rows: [],
  },
  {
    name: "pentagon-select",
    slab: pentagon({
      inputs: [
        { axes: ["v", "m"], targets: ["v"] },
        { axes: ["t"], targets: [] },
      ],
      outputs: [["t", "m"]],
      texts: ["v"],
      points: "right",
      label,
    }),
    rows: [[0, 20], [60]],
  },
  {
    name: "pentagon-one-hot",
    slab: pentagon({
      inputs: [{ axes: ["t"], targets: [] }],
      outputs: [["t", "v"]],
      texts: ["v"],
      points: "left",
      label,
    }),
    rows: [[0]],
  },
];
