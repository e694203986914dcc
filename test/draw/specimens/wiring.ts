import { nameTex as label } from "../../../shapes/name-tex.ts";
import { concatenation } from "../../../src/draw/forms/concatenation.ts";
import { contraction } from "../../../src/draw/forms/contraction.ts";
import { copy } from "../../../src/draw/forms/copy.ts";
import { diagonal } from "../../../src/draw/forms/diagonal.ts";
import { expand } from "../../../src/draw/forms/expand.ts";
import { join } from "../../../src/draw/forms/join.ts";
import { mask } from "../../../src/draw/forms/mask.ts";
import { inputPort, outputPort } from "../../../src/draw/forms/port.ts";
import { reduction } from "../../../src/draw/forms/reduction.ts";
import { bead, hexagon } from "../../../src/draw/forms/relabel.ts";
import { source } from "../../../src/draw/forms/source.ts";
import { splitting } from "../../../src/draw/forms/splitting.ts";
import { wall } from "../../../src/draw/forms/wall.ts";
import type { Specimen } from "./specimen.ts";

/** Where arrays meet, part, begin, end and change names. */
export const WIRING_SPECIMENS: readonly Specimen[] = [
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
  {
    name: "bead",
    slab: bead({
      axes: ["t", "m"],
      changes: [{ before: "t", after: "x_bar" }],
      output: ["x_bar", "m"],
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "bead-crossing",
    slab: bead({
      axes: ["a", "b"],
      changes: [{ before: "a", after: "b'" }],
      output: ["b", "b'"],
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "hexagon",
    slab: hexagon({
      axes: ["t", "m"],
      changes: [{ before: "t", after: "t'" }],
      output: ["t'", "m"],
      text: "t-1",
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "diagonal",
    slab: diagonal({
      axes: ["a", "k", "b"],
      targets: ["a", "b"],
      result: "c",
      output: ["c", "k"],
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "expand",
    slab: expand({ axes: ["t", "m"], output: ["b", "t", "m"], label }),
    rows: [[0, 20]],
  },
  {
    name: "expand by an axis of length 1",
    slab: expand({ axes: ["t", "m"], output: ["t", "m", "u"], start: "arrow", label }),
    rows: [[0, 20]],
  },
  {
    name: "drop axes of length 1",
    slab: reduction({
      axes: ["u", "v", "m"],
      targets: ["u", "v"],
      output: ["m"],
      end: "arrow",
    }),
    rows: [[0, 20, 50]],
  },
  { name: "mask", slab: mask({ axes: ["q", "x"], label }), rows: [], free: [[0, 20]] },
  {
    name: "concatenation",
    slab: concatenation({
      operands: [
        ["b", "m"],
        ["b", "n"],
      ],
      parts: ["m", "n"],
      result: "q",
      output: ["b", "q"],
      label,
    }),
    rows: [
      [0, 20],
      [50, 70],
    ],
  },
  {
    name: "concatenation-inner",
    slab: concatenation({
      operands: [
        ["c", "x"],
        ["d", "x"],
        ["e", "x"],
      ],
      parts: ["c", "d", "e"],
      result: "q",
      output: ["q", "x"],
      label,
    }),
    rows: [
      [0, 20],
      [50, 70],
      [100, 120],
    ],
  },
  {
    name: "concatenation-stack",
    slab: concatenation({
      operands: [
        ["b", "n"],
        ["b", "n"],
      ],
      parts: [undefined, undefined],
      result: "s",
      output: ["s", "b", "n"],
      label,
    }),
    rows: [
      [0, 20],
      [50, 70],
    ],
  },
  {
    name: "splitting",
    slab: splitting({
      axes: ["t", "d"],
      axis: "d",
      outputs: [
        ["t", "p"],
        ["t", "q"],
      ],
      parts: ["p", "q"],
      label,
    }),
    rows: [[0, 20]],
    free: [undefined, [60, 80]],
  },
  {
    name: "splitting-unstack",
    slab: splitting({
      axes: ["b", "g", "n"],
      axis: "g",
      outputs: [
        ["b", "n"],
        ["b", "n"],
        ["b", "n"],
        ["b", "n"],
      ],
      parts: [undefined, undefined, undefined, undefined],
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "wall-left",
    slab: wall({
      rows: [
        { before: ["b", "t", "m"], after: ["b", "m"], crossing: "slice", axis: "t", text: "t" },
        { before: ["b", "n"], after: ["b", "n"], crossing: "state" },
        { before: ["n", "k"], after: ["n", "k"], crossing: "read" },
      ],
      before: label,
      after: label,
    }),
    rows: [
      [0, 20, 40],
      [70, 90],
      [120, 140],
    ],
  },
  {
    name: "wall-right",
    slab: wall({
      rows: [
        { before: ["b", "n"], after: ["b", "t", "n"], crossing: "stack", axis: "t", text: "t" },
        { before: ["b", "n"], after: ["b", "n"], crossing: "state" },
      ],
      before: label,
      after: label,
    }),
    rows: [
      [0, 20],
      [50, 70],
    ],
  },
];
