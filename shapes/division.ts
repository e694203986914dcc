import {
  add,
  collect,
  constantValue,
  type Monomial,
  monomialOf,
  multiply,
  pairKey,
  type Size,
  subtract,
  type Term,
  ZERO,
} from "./polynomial.ts";

/** A longer division than this is given up, and counts as inexact. */
const STEP_LIMIT = 200;

const quotients = new Map<number, Size | undefined>();

/** The size that times the divisor gives the dividend, if there is one as a polynomial. */
export function divideExactly(dividend: Size, divisor: Size): Size | undefined {
  if (divisor === ZERO) throw new RangeError("A size cannot be divided by 0.");
  if (dividend === ZERO || constantValue(divisor) === 1n) return dividend;
  const key = pairKey(dividend, divisor);
  if (quotients.has(key)) return quotients.get(key);
  const quotient = longDivision(dividend, divisor);
  quotients.set(key, quotient);
  return quotient;
}

function longDivision(dividend: Size, divisor: Size): Size | undefined {
  const lead = leadingTerm(divisor);
  if (divisor.terms.length === 1) return divideByTerm(dividend, lead);
  let rest = dividend;
  let quotient = ZERO;
  for (let step = 0; step < STEP_LIMIT; step++) {
    if (rest === ZERO) return quotient;
    const term = divideTerm(leadingTerm(rest), lead);
    if (term === undefined) return undefined;
    const part = collect([term]);
    quotient = add(quotient, part);
    rest = subtract(rest, multiply(part, divisor));
  }
  return undefined;
}

function divideByTerm(dividend: Size, divisor: Term): Size | undefined {
  const terms: Term[] = [];
  for (const term of dividend.terms) {
    const quotient = divideTerm(term, divisor);
    if (quotient === undefined) return undefined;
    terms.push(quotient);
  }
  return collect(terms);
}

function divideTerm(dividend: Term, divisor: Term): Term | undefined {
  if (dividend.coefficient % divisor.coefficient !== 0n) return undefined;
  const monomial = divideMonomials(dividend.monomial, divisor.monomial);
  if (monomial === undefined) return undefined;
  return { coefficient: dividend.coefficient / divisor.coefficient, monomial };
}

/** The monomial that times the divisor gives the dividend, if there is one. */
export function divideMonomials(dividend: Monomial, divisor: Monomial): Monomial | undefined {
  if (divisor.degree === 0) return dividend;
  if (divisor.degree > dividend.degree) return undefined;
  const exponents = new Map(dividend.factors.map(({ atom, exponent }) => [atom, exponent]));
  for (const { atom, exponent } of divisor.factors) {
    const left = (exponents.get(atom) ?? 0) - exponent;
    if (left < 0) return undefined;
    exponents.set(atom, left);
  }
  return monomialOf(exponents);
}

/** The monomial that divides all of these and that every such monomial divides. */
export function commonMonomial(monomials: readonly Monomial[]): Monomial {
  const [first, ...others] = monomials;
  const exponents = new Map(first?.factors.map(({ atom, exponent }) => [atom, exponent]));
  for (const other of others) {
    if (exponents.size === 0) break;
    for (const [atom, exponent] of exponents) {
      const shared = other.factors.find((factor) => factor.atom === atom)?.exponent ?? 0;
      if (shared === 0) exponents.delete(atom);
      else exponents.set(atom, Math.min(exponent, shared));
    }
  }
  return monomialOf(exponents);
}

/** The first term in the graded lexicographic order, which multiplication respects. */
function leadingTerm(size: Size): Term {
  return size.terms.reduce((lead, term) =>
    compareGraded(term.monomial, lead.monomial) > 0 ? term : lead,
  );
}

function compareGraded(left: Monomial, right: Monomial): number {
  if (left.degree !== right.degree) return left.degree - right.degree;
  for (const [place, factor] of left.factors.entries()) {
    const other = right.factors[place];
    if (other === undefined) return 1;
    if (factor.atom !== other.atom) return other.atom.uid - factor.atom.uid;
    if (factor.exponent !== other.exponent) return factor.exponent - other.exponent;
  }
  return 0;
}
