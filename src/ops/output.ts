import { outputPort } from "../draw/forms/port.ts";
import type { StatementFace } from "./op.ts";

export const output: StatementFace = {
  name: "output",
  title: "Output",
  summary: "Says which arrays leave the diagram; without it, all that nothing uses.",
  synonyms: ["return", "result"],
  example: { given: "input X[t m]", text: "output X" },
  slab: outputPort,
};
