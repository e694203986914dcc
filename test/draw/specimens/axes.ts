import { nameTex as label } from "../../../shapes/name-tex.ts";
import { diagonalPlace } from "../../../src/draw/forms/diagonal-place.ts";
import { rearrangement } from "../../../src/draw/forms/rearrangement.ts";
import { selection } from "../../../src/draw/forms/selection.ts";
import { selfCup } from "../../../src/draw/forms/self-cup.ts";
import type { Specimen } from "./specimen.ts";

/** Axes of one array that are placed, traced and put in order. */
export const AXES_SPECIMENS: readonly Specimen[] = [
  {
    name: "diagonal-place",
    slab: diagonalPlace({
      axes: ["b", "n", "t"],
      target: "n",
      results: ["n", "p"],
      output: ["b", "n", "p", "t"],
      label,
    }),
    rows: [[0, 20, 40]],
  },
  {
    name: "self-cup",
    slab: selfCup({ axes: ["b", "n", "p"], targets: ["n", "p"], output: ["b"] }),
    rows: [[0, 20, 40]],
  },
  {
    name: "self-cup-apart",
    slab: selfCup({ axes: ["n", "t", "p", "m"], targets: ["n", "p"], output: ["t", "m"] }),
    rows: [[0, 20, 40, 60]],
  },
  {
    name: "selection",
    slab: selection({
      axes: ["t", "m"],
      axis: "t",
      positions: ["b", "s"],
      entries: "of t",
      output: ["b", "s", "m"],
    }),
    rows: [
      [0, 20],
      [60, 80, 100],
    ],
  },
  {
    name: "selection-shared",
    slab: selection({
      axes: ["b", "m", "t"],
      axis: "t",
      positions: ["b"],
      entries: "of t",
      output: ["b", "m"],
    }),
    rows: [
      [0, 20, 40],
      [80, 100],
    ],
  },
  {
    name: "rearrangement",
    slab: rearrangement({
      axes: ["c", "y", "x"],
      output: ["n", "d"],
      split: [
        { whole: "c", parts: ["c"] },
        { whole: "y", parts: ["i", "p"] },
        { whole: "x", parts: ["j", "q"] },
      ],
      merged: [
        { whole: "n", parts: ["i", "j"] },
        { whole: "d", parts: ["c", "p", "q"] },
      ],
      label,
    }),
    rows: [[0, 20, 40]],
  },
];
