import { source } from "../draw/forms/source.ts";
import type { StatementFace } from "./op.ts";

export const weight: StatementFace = {
  name: "weight",
  title: "Learned array",
  summary: "Names an array that is learned, with its axes, and may say how it starts.",
  synonyms: ["parameter", "variable"],
  example: { given: "size n, m", text: "weight A[n m], g[m] = 1" },
  slab: ({ name, axes, label }) =>
    source({ axes, text: `\\boldsymbol{${name}}`, fill: "linear", label }),
};
