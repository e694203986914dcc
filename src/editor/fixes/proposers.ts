import type { DiagnosticCode } from "../../document/diagnostic.ts";
import type { Proposer } from "./candidate.ts";
import { missingAxis } from "./missing-axis.ts";
import { unknownArray, unknownCallee, unknownSize, unknownWord } from "./spelling.ts";

/** Per code of a mistake, what might repair it. */
export const PROPOSERS: Readonly<Partial<Record<DiagnosticCode, Proposer>>> = {
  N01: unknownArray,
  N02: unknownCallee,
  N11: unknownWord,
  S01: missingAxis,
  S12: unknownSize,
};
