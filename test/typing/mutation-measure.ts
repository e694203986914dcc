import type { Diagnostic } from "../../src/document/diagnostic.ts";
import { parse } from "../../src/language/parse.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
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
}

const NOTHING: Measured = { harmless: 0, wrong: 0, withOneError: 0, atThePlace: 0 };

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
  };
}

function measure({ text, line }: Mutant): Measured {
  const errors = errorLines(text);
  if (errors.length === 0) return { ...NOTHING, harmless: 1 };
  return {
    harmless: 0,
    wrong: 1,
    withOneError: errors.length === 1 ? 1 : 0,
    atThePlace: errors[0] === line ? 1 : 0,
  };
}

/** The lines of all errors, in the order in which they are listed. */
function errorLines(text: string): readonly (number | undefined)[] {
  const { document, diagnostics, source } = parse(text);
  const lineOf = ({ place: { node = "", part, span } }: Diagnostic) =>
    (span ?? source.get(`${node}#${part}`) ?? source.get(node))?.line;
  return [...diagnostics, ...inferDiagram(document).diagnostics]
    .filter(({ severity }) => severity === "error")
    .map(lineOf);
}
