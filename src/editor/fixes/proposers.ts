import { ambiguous, whichAxis } from "./call-axes.ts";
import type { Proposer } from "./candidate.ts";
import { argumentCount, resultCount } from "./counts.ts";
import { definedTwice, undefinedOutput, unused, withoutRecursion } from "./definitions.ts";
import { tooLargeKernel } from "./kernel.ts";
import { arrayOrSize, wrongKind } from "./kinds.ts";
import { changedState, cycle } from "./loops.ts";
import { missingAxis } from "./missing-axis.ts";
import { notGiven } from "./not-given.ts";
import { notDivisible } from "./padding.ts";
import { openSize, otherOrder, wrongWeight } from "./remarks.ts";
import { axisTwice, otherShape } from "./shapes.ts";
import { contradiction, refuted, twoSizes } from "./sizes.ts";
import { otherSkip } from "./skip.ts";
import { unknownArray, unknownCallee, unknownSize, unknownWord } from "./spelling.ts";
import { reservedWord, unreadLine } from "./unread.ts";

/** Per code of a mistake, what might repair it. */
export const PROPOSERS: Readonly<Record<string, Proposer>> = {
  N01: unknownArray,
  N02: unknownCallee,
  N03: argumentCount,
  N04: otherShape,
  N05: undefinedOutput,
  N06: definedTwice,
  N07: resultCount,
  N08: refuted,
  N09: contradiction,
  N10: withoutRecursion,
  N11: unknownWord,
  N12: wrongKind,
  N13: reservedWord,
  S01: missingAxis,
  S02: twoSizes,
  S03: twoSizes,
  S04: cycle,
  S05: notGiven,
  S06: notDivisible,
  S07: ambiguous,
  S08: whichAxis,
  S09: changedState,
  S10: changedState,
  S11: axisTwice,
  S12: unknownSize,
  S13: wrongWeight,
  S14: tooLargeKernel,
  S15: otherSkip,
  S16: otherOrder,
  S17: openSize,
  S18: unused,
  S19: arrayOrSize,
  T01: unreadLine,
};
