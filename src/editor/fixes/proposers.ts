import { axisOfInput, axisPassedOn } from "./axis-of-input.ts";
import { ambiguous, whichAxis } from "./call-axes.ts";
import type { Proposer } from "./candidate.ts";
import { argumentCount, resultCount } from "./counts.ts";
import { definedTwice, undefinedOutput, unused, withoutRecursion } from "./definitions.ts";
import { keptAxis } from "./kept-axis.ts";
import { tooLargeKernel } from "./kernel.ts";
import { arrayOrSize, wrongKind } from "./kinds.ts";
import { changedState, cycle } from "./loops.ts";
import { missingAxis } from "./missing-axis.ts";
import { notGiven } from "./not-given.ts";
import { otherOperation } from "./other-operation.ts";
import { notDivisible } from "./padding.ts";
import { openSize, otherOrder, wrongWeight } from "./remarks.ts";
import { axisTwice, otherShape } from "./shapes.ts";
import { contradiction, refuted, twoSizes } from "./sizes.ts";
import { otherSkip } from "./skip.ts";
import { unknownArray, unknownCallee, unknownSize, unknownWord } from "./spelling.ts";
import { reservedWord, unreadLine } from "./unread.ts";

/** What one of them proposes, then what the next one does. */
function inTurn(...proposers: readonly Proposer[]): Proposer {
  return function* (context, diagnostic) {
    for (const proposer of proposers) yield* proposer(context, diagnostic);
  };
}

/** Per code of a mistake, what might repair it. */
export const PROPOSERS: Readonly<Record<string, Proposer>> = {
  N01: unknownArray,
  N02: unknownCallee,
  N03: inTurn(argumentCount, otherOperation),
  N04: inTurn(axisPassedOn, otherShape, otherOperation),
  N05: undefinedOutput,
  N06: definedTwice,
  N07: inTurn(resultCount, otherOperation),
  N08: refuted,
  N09: contradiction,
  N10: withoutRecursion,
  N11: inTurn(unknownWord, otherOperation),
  N12: wrongKind,
  N13: reservedWord,
  S01: inTurn(axisOfInput, keptAxis, missingAxis, otherOperation),
  S02: twoSizes,
  S03: twoSizes,
  S04: cycle,
  S05: inTurn(notGiven, otherOperation),
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
