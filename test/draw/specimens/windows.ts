import { nameTex as label } from "../../../shapes/name-tex.ts";
import { convolution } from "../../../src/draw/forms/convolution.ts";
import { convolutionBox } from "../../../src/draw/forms/convolution-box.ts";
import { plateText } from "../../../src/draw/forms/plate.ts";
import { pooling } from "../../../src/draw/forms/pooling.ts";
import { fold, unfold } from "../../../src/draw/forms/unfold.ts";
import type { Specimen } from "./specimen.ts";

const IMAGE = {
  axes: ["y", "x", "c"],
  spatial: ["y", "x"],
  spatialResults: ["h", "w"],
  channels: ["c"],
  channelResults: ["d"],
  output: ["h", "w", "d"],
  label,
};

const BATCH = {
  ...IMAGE,
  axes: ["b", "c", "y", "x"],
  output: ["b", "d", "h", "w"],
};

/** Everything that moves windows along an axis. */
export const WINDOW_SPECIMENS: readonly Specimen[] = [
  {
    name: "unfold",
    slab: unfold({
      axes: ["t", "m"],
      targets: ["t"],
      results: ["s"],
      taps: ["j"],
      output: ["s", "j", "m"],
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "unfold-stride",
    slab: unfold({
      axes: ["b", "t", "m"],
      targets: ["t"],
      results: ["s"],
      taps: ["j"],
      output: ["b", "s", "j", "m"],
      stride: "2",
      padding: "+1",
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "unfold-apart",
    slab: unfold({
      axes: ["t", "m"],
      targets: ["t"],
      results: ["s"],
      taps: ["j"],
      output: ["s", "m", "j"],
      stride: "s_{0}",
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "fold",
    slab: fold({
      axes: ["s", "j", "m"],
      targets: ["s", "j"],
      results: ["t"],
      taps: ["j"],
      output: ["t", "m"],
      stride: "2",
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "convolution",
    slab: convolution({
      ...IMAGE,
      kernel: "3^{2}",
      stride: "2",
      padding: "+1",
      text: plateText("L", "", true),
      transposed: false,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "convolution-one-axis",
    slab: convolution({
      axes: ["b", "t", "c"],
      spatial: ["t"],
      spatialResults: ["t"],
      channels: ["c"],
      channelResults: ["c"],
      output: ["b", "t", "c"],
      kernel: "4",
      padding: "\\mathrm{causal}",
      text: `{\\scriptstyle c{\\times}}${plateText("L", "", true)}`,
      transposed: false,
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "convolution-channels-first",
    slab: convolution({
      ...BATCH,
      kernel: "3^{2}",
      stride: "2",
      text: plateText("L", "", false),
      transposed: false,
    }),
    rows: [[0, 20, 40, 60]],
  },
  {
    name: "convolution-transposed",
    slab: convolution({
      ...IMAGE,
      kernel: "2^{2}",
      stride: "2",
      text: plateText("L", "", true),
      transposed: true,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "convolution-transposed-channels-first",
    slab: convolution({
      ...BATCH,
      kernel: "2^{2}",
      stride: "2",
      text: plateText("L", "", true),
      transposed: true,
    }),
    rows: [[0, 20, 40, 60]],
  },
  {
    name: "convolution-crossing",
    slab: convolution({
      ...IMAGE,
      axes: ["y", "b", "c", "x"],
      output: ["d", "h", "b", "w"],
      kernel: "3^{2}",
      text: plateText("L", "", false),
      transposed: false,
    }),
    rows: [[0, 20, 40, 60]],
  },
  {
    name: "convolution-box",
    slab: convolutionBox({
      axes: ["t", "c"],
      spatial: ["t"],
      spatialResults: ["t"],
      channels: ["c"],
      channelResults: ["d"],
      output: ["t", "d"],
      kernel: "3",
      label,
    }),
    rows: [[0, 20]],
  },
  {
    name: "convolution-box-image",
    slab: convolutionBox({
      ...BATCH,
      spatialResults: ["y", "x"],
      output: ["b", "d", "y", "x"],
      kernel: "3",
    }),
    rows: [[0, 20, 40, 60]],
  },
  {
    name: "pooling-max",
    slab: pooling({
      axes: ["y", "x", "c"],
      targets: ["y", "x"],
      results: ["h", "w"],
      output: ["h", "w", "c"],
      kernel: "2^{2}",
      stride: "2",
      text: "\\mathrm{Max}",
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "pooling-mean",
    slab: pooling({
      axes: ["b", "c", "t"],
      targets: ["t"],
      results: ["t"],
      output: ["b", "c", "t"],
      kernel: "3",
      padding: "+1",
      text: "\\mathbb{E}",
      label,
    }),
    rows: [[0, 20, 40]],
  },
];
