import { elementwise } from "../draw/forms/elementwise.ts";
import { triangle } from "../draw/forms/triangle.ts";
import type { Op } from "./op.ts";
import { ALONG_BRACKETS, along } from "./shared/along.ts";
import { inTurn } from "./shared/in-turn.ts";
import { overAxes } from "./shared/phrase.ts";
import { shapeKept } from "./shared/shape-kept.ts";

export const logSoftmax: Op = {
  name: "log_softmax",
  title: "Log softmax",
  summary: "The logarithm of softmax, computed safely.",
  family: "along",
  synonyms: ["log probabilities", "normalise"],
  brackets: ALONG_BRACKETS,
  operands: [{ name: "S" }],
  infer: along,
  glyph: (call) =>
    shapeKept(call, (axes) =>
      inTurn(triangle({ axes, targets: call.targets }), elementwise({ axes, text: "\\log" })),
    ),
  spoken: (call) => overAxes("log softmax", call.targets),
  examples: [
    { given: "input S[y x h]", text: "A[y x h] = log_softmax[x](S)" },
    { given: "input S[b y x]", text: "A[b y x] = log_softmax[y x](S)" },
  ],
};
