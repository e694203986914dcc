import type { Diagnostic } from "../../src/document/diagnostic.ts";
import { changedText, type Fix } from "../../src/document/fix.ts";
import { spanOf } from "../../src/editor/fixes/candidate.ts";
import { fixContext } from "../../src/editor/fixes/context.ts";
import { fixesOf } from "../../src/editor/fixes/fixes.ts";
import {
  MUTATIONS,
  type Mutant,
  type Mutation,
  mutantOf,
  randomNumbers,
} from "../support/mutants.ts";

/** How the checker takes slips of one kind. */
export interface Measured {
  /** Slips that leave a diagram that is still right: another size, another function of one array. */
  readonly harmless: number;
  readonly wrong: number;
  readonly withOneError: number;
  /** The first error stands on the line that was touched. */
  readonly atThePlace: number;
  /** The first fix of the first error leaves no error. */
  readonly restored: number;
}

const NOTHING: Measured = { harmless: 0, wrong: 0, withOneError: 0, atThePlace: 0, restored: 0 };

/** Puts slips of every kind into every diagram, so many of each, and measures what is said. */
export function measureMutations(
  texts: readonly string[],
  slips: number,
): ReadonlyMap<Mutation, Measured> {
  const measured = new Map<Mutation, Measured>();
  for (const mutation of MUTATIONS) {
    let sum = NOTHING;
    for (const [place, text] of texts.entries()) {
      for (let slip = 0; slip < slips; slip++) {
        const mutant = mutantOf(text, mutation, randomNumbers(slip * 977 + place));
        if (mutant) sum = add(sum, measure(mutant));
      }
    }
    measured.set(mutation, sum);
  }
  return measured;
}

/** The sums over all kinds. */
export function total(measured: Iterable<Measured>): Measured {
  return [...measured].reduce(add, NOTHING);
}

/** "97.3 %" */
export function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function add(one: Measured, other: Measured): Measured {
  return {
    harmless: one.harmless + other.harmless,
    wrong: one.wrong + other.wrong,
    withOneError: one.withOneError + other.withOneError,
    atThePlace: one.atThePlace + other.atThePlace,
    restored: one.restored + other.restored,
  };
}

function measure({ text, line }: Mutant): Measured {
  const context = fixContext(text);
  const errors = errorsIn(context.diagnostics);
  const [first] = errors;
  if (!first) return { ...NOTHING, harmless: 1 };
  return {
    harmless: 0,
    wrong: 1,
    withOneError: errors.length === 1 ? 1 : 0,
    atThePlace: spanOf(context, first)?.line === line ? 1 : 0,
    restored: isRestoredBy(fixesOf(context, first)[0], text) ? 1 : 0,
  };
}

function isRestoredBy(fix: Fix | undefined, text: string): boolean {
  if (!fix) return false;
  return errorsIn(fixContext(changedText(text, fix.change)).diagnostics).length === 0;
}

function errorsIn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}
