import { divideExactly } from "./division.ts";
import { floorDivide } from "./floor.ts";
import {
  type Atom,
  atomSize,
  collect,
  constantValue,
  type Size,
  scale,
  subtract,
  type Term,
} from "./polynomial.ts";
import { symbolsOf } from "./size.ts";

/** What an equation "size = 0" says about one of its names. */
export type Isolation =
  | {
      readonly kind: "bind";
      readonly name: string;
      readonly size: Size;
      /** The condition under which the size is whole. */
      readonly requires?: { readonly divisor: Size; readonly dividend: Size };
    }
  | {
      readonly kind: "not divisible";
      readonly name: string;
      readonly dividend: bigint;
      readonly divisor: bigint;
    };

/** A name v that the equation holds only once, as in factor·v = rest. */
interface Candidate {
  readonly name: string;
  readonly factor: Size;
  readonly rest: Size;
  readonly quotient: Size | undefined;
}

/**
 * Solves "size = 0" for one flexible name, if that can be done without guessing. A factor of 1 is
 * preferred, then an exact quotient, then the name with the largest `age`.
 */
export function isolate(
  size: Size,
  isFlexible: (name: string) => boolean,
  ageOf: (name: string) => number,
): Isolation | undefined {
  const candidates = candidatesIn(size)
    .filter(({ name }) => isFlexible(name))
    .sort((a, b) => rankOf(a) - rankOf(b) || ageOf(b.name) - ageOf(a.name));
  for (const candidate of candidates) {
    const isolation = concludeFrom(candidate, isFlexible);
    if (isolation !== undefined) return isolation;
  }
  return undefined;
}

function rankOf({ factor, quotient }: Candidate): number {
  if (constantValue(factor) === 1n) return 0;
  return quotient === undefined ? 2 : 1;
}

const knownCandidates = new Map<Size, readonly Candidate[]>();

function candidatesIn(size: Size): readonly Candidate[] {
  let candidates = knownCandidates.get(size);
  if (candidates === undefined) {
    candidates = findCandidates(size);
    knownCandidates.set(size, candidates);
  }
  return candidates;
}

function findCandidates(size: Size): readonly Candidate[] {
  const buried = new Set<string>();
  const places = new Map<string, number>();
  for (const { monomial } of size.terms) {
    for (const { atom, exponent } of monomial.factors) {
      if (atom.kind === "symbol") places.set(atom.name, (places.get(atom.name) ?? 0) + exponent);
      else for (const name of symbolsOf(atomSize(atom))) buried.add(name);
    }
  }
  return size.terms.flatMap((term) =>
    term.monomial.factors.flatMap(({ atom }) => {
      if (atom.kind !== "symbol" || places.get(atom.name) !== 1 || buried.has(atom.name)) return [];
      return [candidateAt(size, term, atom)];
    }),
  );
}

function candidateAt(size: Size, term: Term, atom: Atom & { kind: "symbol" }): Candidate {
  const sign = term.coefficient < 0n ? -1n : 1n;
  const alone = collect([term]);
  const factor = scale(divideExactly(alone, atomSize(atom)) ?? alone, sign);
  const rest = scale(subtract(size, alone), -sign);
  return { name: atom.name, factor, rest, quotient: divideExactly(rest, factor) };
}

function concludeFrom(
  { name, factor, rest, quotient }: Candidate,
  isFlexible: (name: string) => boolean,
): Isolation | undefined {
  if (quotient !== undefined) return { kind: "bind", name, size: quotient };
  const dividend = constantValue(rest);
  const divisor = constantValue(factor);
  if (dividend !== undefined && divisor !== undefined) {
    return { kind: "not divisible", name, dividend, divisor };
  }
  const names = [...symbolsOf(rest), ...symbolsOf(factor)];
  if (names.some(isFlexible)) return undefined;
  const requires = { divisor: factor, dividend: rest };
  return { kind: "bind", name, size: floorDivide(rest, factor), requires };
}
