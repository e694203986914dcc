import { box } from "../../src/draw/forms/box.ts";
import { box3d } from "../../src/draw/forms/box3d.ts";
import { circle } from "../../src/draw/forms/circle.ts";
import { contraction } from "../../src/draw/forms/contraction.ts";
import { copy } from "../../src/draw/forms/copy.ts";
import { elementwise } from "../../src/draw/forms/elementwise.ts";
import { join } from "../../src/draw/forms/join.ts";
import { plate, plateText } from "../../src/draw/forms/plate.ts";
import { inputPort, outputPort } from "../../src/draw/forms/port.ts";
import { source } from "../../src/draw/forms/source.ts";
import { triangle } from "../../src/draw/forms/triangle.ts";
import { nameTex } from "../../src/draw/label.ts";
import type { Heights, Slab } from "../../src/draw/slab.ts";

/** A slab with typical heights, for the specimen sheet and the laws. */
export interface Specimen {
  readonly name: string;
  readonly slab: Slab;
  readonly rows: readonly Heights[];
  readonly free?: readonly (Heights | undefined)[];
}

const label = nameTex;

/** Every form in every variant that looks different. */
export const SPECIMENS: readonly Specimen[] = [
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
    name: "contraction",
    slab: contraction({
      operands: [
        ["y", "k"],
        ["x", "k"],
      ],
      output: ["y", "x"],
      closing: "keep",
    }),
    rows: [
      [0, 20],
      [50, 70],
    ],
  },
  {
    name: "contraction-heads",
    slab: contraction({
      operands: [
        ["y", "k", "h"],
        ["x", "k", "h"],
      ],
      output: ["y", "x", "h"],
      closing: "keep",
    }),
    rows: [
      [0, 20, 40],
      [70, 90, 110],
    ],
  },
  {
    name: "contraction-down",
    slab: contraction({
      operands: [
        ["y", "x", "h"],
        ["x", "k", "h"],
      ],
      output: ["y", "k", "h"],
      closing: "down",
    }),
    rows: [
      [0, 90, 110],
      [140, 160, 180],
    ],
  },
  {
    name: "contraction-up",
    slab: contraction({
      operands: [
        ["b", "y", "x", "h"],
        ["b", "x", "k", "h"],
      ],
      output: ["b", "y", "k", "h"],
      closing: "up",
    }),
    rows: [
      [0, 20, 90, 110],
      [140, 160, 180, 200],
    ],
  },
  {
    name: "contraction-nested",
    slab: contraction({
      operands: [
        ["t", "k", "h"],
        ["k", "h", "m"],
      ],
      output: ["t", "m"],
      closing: "up",
    }),
    rows: [
      [0, 20, 40],
      [70, 90, 110],
    ],
  },
  {
    name: "contraction-product",
    slab: contraction({
      operands: [
        ["t", "d"],
        ["t", "s"],
      ],
      output: ["t", "d", "s"],
      closing: "up",
    }),
    rows: [
      [0, 20],
      [50, 70],
    ],
  },
  {
    name: "contraction-three",
    slab: contraction({
      operands: [
        ["a", "b"],
        ["b", "c"],
        ["c", "d"],
      ],
      output: ["a", "d"],
      closing: "up",
    }),
    rows: [
      [0, 20],
      [50, 70],
      [100, 120],
    ],
  },
  {
    name: "join",
    slab: join({
      operands: [
        ["t", "m"],
        ["t", "m"],
      ],
      output: ["t", "m"],
      sign: "+",
    }),
    rows: [
      [0, 20],
      [60, 80],
    ],
  },
  {
    name: "join-broadcast",
    slab: join({
      operands: [["m"], ["t", "m"]],
      output: ["t", "m"],
      sign: "-",
    }),
    rows: [[0], [40, 60]],
  },
  {
    name: "join-outer",
    slab: join({ operands: [["i"], ["j"]], output: ["i", "j"], sign: "+" }),
    rows: [[0], [40]],
  },
  {
    name: "join-three",
    slab: join({
      operands: [["t"], ["t", "m"], ["t", "m"]],
      output: ["t", "m"],
      sign: "\\mathrm{where}",
    }),
    rows: [[0], [40, 60], [90, 110]],
  },
  {
    name: "copy",
    slab: copy({ axes: ["x", "m"], branches: 2, main: 0, label }),
    rows: [[0, 20]],
    free: [undefined, [60, 80]],
  },
  {
    name: "copy-three",
    slab: copy({ axes: ["t", "m"], branches: 3, main: 1, label }),
    rows: [[0, 20]],
    free: [[-60, -40], undefined, [60, 80]],
  },
  {
    name: "source",
    slab: source({ axes: ["n", "p"], text: "A", label }),
    rows: [],
    free: [[0, 20]],
  },
  {
    name: "source-weight",
    slab: source({ axes: ["v", "d_model"], text: "\\mathbf{W}_{1}", fill: "linear", label }),
    rows: [],
    free: [[0, 20]],
  },
  {
    name: "input-port",
    slab: inputPort({ axes: ["y", "m"], name: "Q", label }),
    rows: [],
    free: [[0, 20]],
  },
  {
    name: "output-port",
    slab: outputPort({ axes: ["y", "m"], name: "\\hat{Y}" }),
    rows: [[0, 20]],
  },
];
