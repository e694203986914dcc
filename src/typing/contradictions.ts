import { printSize } from "../../shapes/print.ts";
import { balanceBound, standingOfBound, standingOfDivision } from "../../shapes/requirement.ts";
import {
  constantValue,
  type Size,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  unlessTooLarge,
} from "../../shapes/size.ts";
import { ceilQuotient, floorQuotient, leastCommonMultiple } from "../../shapes/whole.ts";
import { listed } from "../ops/shared/phrase.ts";
import {
  failureText,
  holds,
  namesIn,
  type Requirement,
  resolveRequirement,
} from "./requirement.ts";

/** Requirements that no sizes fulfil together, in the given order, none of them needless; why in numbers. */
export interface Contradiction {
  readonly requirements: readonly Requirement[];
  readonly why?: string;
}

/** A requirement with equations put in, and all those that it comes from. */
interface Claim {
  readonly claim: Requirement;
  readonly from: ReadonlySet<Requirement>;
}

/** The most values of a size that are tried. */
const MOST_VALUES = 4096n;

/** Above so many requirements they are not compared with each other. */
const MOST_COMPARED = 100;

/**
 * Finds requirements that contradict each other whatever the values are, as far as bounds, division and
 * equations of one size decide it.
 */
export function contradictionsIn(
  requirements: readonly Requirement[],
  order: readonly string[],
): readonly Contradiction[] {
  if (requirements.length > MOST_COMPARED) return [];
  const claims = withEquations(requirements);
  const found: Contradiction[] = [];
  const inOrder = (from: ReadonlySet<Requirement>) =>
    requirements.filter((requirement) => from.has(requirement));
  const groups = new Map<string, Claim[]>();
  for (const each of claims) {
    const [name, ...others] = namesIn(each.claim);
    if (never(each.claim)) {
      const why = name === undefined ? { why: `Then ${failureText(each.claim)}.` } : {};
      found.push({ requirements: inOrder(each.from), ...why });
    } else if (name !== undefined && others.length === 0)
      groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  for (const [name, group] of groups) {
    let rest: readonly Claim[] = group;
    for (let core = smallest(name, rest); core !== undefined; core = smallest(name, rest)) {
      const from = new Set(core.flatMap((each) => [...each.from]));
      found.push({ requirements: inOrder(from), why: reason(name, core, order) });
      const said = core;
      rest = rest.filter((claim) => !said.includes(claim));
    }
  }
  const bounds = claims.filter(({ claim }) => claim.kind === "atLeast" && namesIn(claim).size > 1);
  for (const [i, one] of bounds.entries()) {
    const other = bounds.slice(i + 1).find((each) => excludes(one.claim, each.claim));
    if (other) found.push({ requirements: inOrder(new Set([...one.from, ...other.from])) });
  }
  return found;
}

/** Puts what equations say of names into all that stands with them. */
function withEquations(requirements: readonly Requirement[]): readonly Claim[] {
  const replaced: { readonly name: string; readonly by: Size; readonly from: Claim["from"] }[] = [];
  const put = (claim: Requirement, except?: Requirement): Claim => {
    const from = new Set([claim]);
    let now = claim;
    for (const each of replaced) {
      if ((except && each.from.has(except)) || !namesIn(now).has(each.name)) continue;
      const replace = (name: string) => (name === each.name ? each.by : undefined);
      now = resolveRequirement(now, (size) =>
        unlessTooLarge(() => substitute(size, replace), size),
      );
      for (const source of each.from) from.add(source);
    }
    return { claim: now, from };
  };
  const equations = new Set<Requirement>();
  for (const requirement of requirements) {
    if (requirement.kind !== "equal") continue;
    const { claim, from } = put(requirement);
    if (claim.kind !== "equal") continue;
    const said = saidBy(claim.left, claim.right) ?? saidBy(claim.right, claim.left);
    if (said === undefined) continue;
    replaced.push({ ...said, from });
    equations.add(requirement);
  }
  return requirements.flatMap((each) => (equations.has(each) ? positive(each, put) : [put(each)]));
}

/** A name that stands for a number is that number, and a size is at least 1. */
function positive(
  equation: Requirement,
  put: (claim: Requirement, except?: Requirement) => Claim,
): readonly Claim[] {
  const { claim, from } = put(equation, equation);
  return namesIn(claim).size === 1 ? [{ claim, from }] : [];
}

function saidBy(size: Size, by: Size): { name: string; by: Size } | undefined {
  const [name, another] = symbolsOf(size);
  if (name === undefined || another !== undefined || size !== symbol(name)) return undefined;
  return symbolsOf(by).has(name) ? undefined : { name, by };
}

function never(claim: Requirement): boolean {
  switch (claim.kind) {
    case "divides":
      return standingOfDivision({ divisor: claim.divisor, dividend: claim.size }) === "fails";
    case "atLeast":
      return standingOfBound(claim.size, claim.least) === "fails";
    case "equal": {
      const difference = unlessTooLarge(() => subtract(claim.left, claim.right), claim.left);
      const value = constantValue(difference);
      return value !== undefined && value !== 0n;
    }
  }
}

/** Whether two bounds add up to a number below 0, as n ≥ m and m ≥ n + 1 do. */
function excludes(one: Requirement, other: Requirement): boolean {
  if (one.kind !== "atLeast" || other.kind !== "atLeast") return false;
  const sum = unlessTooLarge(
    () => subtract(subtract(one.size, one.least), subtract(other.least, other.size)),
    undefined,
  );
  const value = sum && constantValue(sum);
  return value !== undefined && value < 0n;
}

/** So few of the claims about one size that no value fulfils them. */
function smallest(name: string, claims: readonly Claim[]): readonly Claim[] | undefined {
  if (isPossible(name, claims)) return undefined;
  let core = claims;
  for (const claim of claims) {
    const without = core.filter((each) => each !== claim);
    if (without.length > 0 && !isPossible(name, without)) core = without;
  }
  return core;
}

/** Whether a value fulfils all claims, also where that is not known. */
function isPossible(name: string, claims: readonly Claim[]): boolean {
  const { low, high } = rangeOf(name, claims);
  const last = high ?? lastOfPeriod(name, low, claims);
  if (last === undefined || last - low >= MOST_VALUES) return true;
  for (let value = low; value <= last; value += 1n) if (fits(name, value, claims)) return true;
  return false;
}

function fits(name: string, value: bigint, claims: readonly Claim[]): boolean {
  const numberAt = (other: string) => (other === name ? value : undefined);
  return claims.every(({ claim }) => holds(claim, numberAt) !== false);
}

interface Range {
  readonly low: bigint;
  readonly high?: bigint | undefined;
}

/** The values that bounds, equations and a number to be divided leave. */
function rangeOf(name: string, claims: readonly Claim[]): Range {
  let low = 1n;
  let high: bigint | undefined;
  for (const { claim } of claims) {
    const allowed = allowedBy(name, claim);
    if (allowed.low !== undefined && allowed.low > low) low = allowed.low;
    if (allowed.high !== undefined && (high === undefined || allowed.high < high))
      high = allowed.high;
  }
  return { low, high };
}

function allowedBy(name: string, claim: Requirement): Partial<Range> {
  switch (claim.kind) {
    case "atLeast": {
      const { size, least } = balanceBound(claim.size, claim.least);
      const [most, bound] = [constantValue(size), constantValue(least)];
      const [upper, lower] = [multipleOf(name, least), multipleOf(name, size)];
      return {
        ...(most !== undefined && upper !== undefined && { high: floorQuotient(most, upper) }),
        ...(bound !== undefined && lower !== undefined && { low: ceilQuotient(bound, lower) }),
      };
    }
    case "equal": {
      const { left, right } = claim;
      const value = solution(name, left, right) ?? solution(name, right, left);
      return value === undefined ? {} : { low: value, high: value };
    }
    case "divides": {
      const divided = constantValue(claim.size);
      const isOf = claim.divisor === symbol(name) && divided !== undefined && divided > 0n;
      return isOf ? { high: divided } : {};
    }
  }
}

/** The factor in a multiple of a name. */
function multipleOf(name: string, size: Size): bigint | undefined {
  const [term, ...others] = size.terms;
  if (term === undefined || others.length > 0 || term.coefficient <= 0n) return undefined;
  const [factor, ...more] = term.monomial.factors;
  const isName = factor?.atom.kind === "symbol" && factor.atom.name === name;
  return isName && factor.exponent === 1 && more.length === 0 ? term.coefficient : undefined;
}

/** The least number at which a multiple of the name may be a number; no value fits where it is not whole. */
function solution(name: string, multiple: Size, number: Size): bigint | undefined {
  const [factor, value] = [multipleOf(name, multiple), constantValue(number)];
  return factor === undefined || value === undefined ? undefined : floorQuotient(value, factor);
}

/** Where only divisions by numbers and lower bounds are left, values repeat. */
function lastOfPeriod(name: string, low: bigint, claims: readonly Claim[]): bigint | undefined {
  let period = 1n;
  for (const { claim } of claims) {
    if (claim.kind === "atLeast") {
      const { size, least } = balanceBound(claim.size, claim.least);
      if (constantValue(least) === undefined || multipleOf(name, size) === undefined)
        return undefined;
      continue;
    }
    const divisor = claim.kind === "divides" ? constantValue(claim.divisor) : undefined;
    if (claim.kind !== "divides" || divisor === undefined || divisor < 1n) return undefined;
    if (!isPolynomial(claim.size)) return undefined;
    period = leastCommonMultiple(period, divisor);
    if (period > MOST_VALUES) return undefined;
  }
  return low + period - 1n;
}

function isPolynomial({ terms }: Size): boolean {
  return terms.every(({ monomial }) =>
    monomial.factors.every(({ atom }) => atom.kind === "symbol"),
  );
}

function reason(name: string, core: readonly Claim[], order: readonly string[]): string {
  const quoted = `\`${printSize(symbol(name), order)}\``;
  const { low, high } = rangeOf(name, core);
  if (high === undefined) return `No value of ${quoted} fulfils them.`;
  if (high < low) return `${quoted} would have to be at least ${low} and at most ${high}.`;
  const divisions = core.filter(
    ({ claim }) => claim.kind === "divides" && constantValue(claim.size) !== undefined,
  );
  const values: string[] = [];
  for (let value = low; value <= high && value < low + MOST_VALUES; value += 1n) {
    if (fits(name, value, divisions)) values.push(`${value}`);
  }
  return values.length > 0 && values.length <= 6
    ? `${quoted} can only be ${listed(values, "or")}, and that does not fit.`
    : `No ${quoted} from ${low} to ${high} fulfils them.`;
}
