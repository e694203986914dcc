import { cumulative } from "../../draw/forms/cumulative.ts";
import type { Op } from "../op.ts";
import { keeping } from "./along.ts";
import { keptEntries, REAL } from "./entries.ts";
import { overAxes } from "./phrase.ts";
import { shapeKept } from "./shape-kept.ts";

interface Cumulated {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly synonyms: readonly string[];
  /** LaTeX of what is done on the way. */
  readonly tex: string;
  /** Whether its entries are some of those that came in. */
  readonly chooses: "entries" | "numbers";
}

/** An operation that takes in, at every position along its targets, the entries before it. */
export function cumulated({ name, title, summary, synonyms, tex, chooses }: Cumulated): Op {
  return {
    name,
    title,
    summary,
    family: "products",
    synonyms: ["scan", "prefix", "running", ...synonyms],
    brackets: {
      targets: "some",
      results: "none",
      options: {
        reverse: { takes: "flag", meaning: "from the last position to the first" },
        exclusive: { takes: "flag", meaning: "without the position itself" },
      },
    },
    operands: [{ name: "X" }],
    infer: (call) => keeping(call.targets, chooses === "entries" ? keptEntries(call) : REAL),
    glyph: (call) => {
      const { targets, options } = call;
      const runs = options["reverse"] ? "backward" : "forward";
      const text = options["exclusive"] ? `${tex}_{<}` : tex;
      return shapeKept(call, (axes) => cumulative({ axes, targets, text, runs }));
    },
    spoken: (call) => overAxes(title.toLowerCase(), call.targets),
    examples: [
      { given: "input X[b t m]", text: `Y[b t m] = ${name}[t](X)` },
      { given: "input X[t m]", text: `Y[t m] = ${name}[t; reverse; exclusive](X)` },
    ],
  };
}
