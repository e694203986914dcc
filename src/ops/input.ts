import { inputPort } from "../draw/forms/port.ts";
import type { StatementFace } from "./op.ts";

export const input: StatementFace = {
  name: "input",
  title: "Input",
  summary: "Names an array that comes into the diagram, with its axes.",
  synonyms: ["argument", "placeholder", "data"],
  example: { given: "size v", text: "input X[t m], ids[t] of v" },
  slab: inputPort,
};
