import type { Op } from "./op.ts";
import { REAL } from "./shared/entries.ts";
import { exactSourceAxes, SOURCE_BRACKETS, sourceGlyph } from "./shared/source.ts";

/** Sines at even and cosines at odd channels, with wavelengths from 2π to 20000π. */
export const sinusoid: Op = {
  name: "sinusoid",
  title: "Sinusoidal positions",
  summary: "Fixed position encodings: sines and cosines of many wavelengths along the first axis.",
  family: "arrays",
  synonyms: ["positional encoding", "position embedding", "fourier"],
  brackets: SOURCE_BRACKETS,
  operands: [],
  infer: (call, claims) => ({
    consumed: [],
    results: [
      { axes: exactSourceAxes({ form: "sinusoid[t m]", count: 2 }, call, claims), entries: REAL },
    ],
  }),
  glyph: (call) => sourceGlyph(call, "\\sim"),
  spoken: (call) => `sinusoidal positions along ${call.results[0]?.[0] ?? "an axis"}`,
  examples: [{ given: "size t, m", text: "P[t m] = sinusoid[t m]()" }],
};
