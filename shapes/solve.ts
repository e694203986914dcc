import type { Outcome, SizeConflict } from "./conflict.ts";
import { commonMonomial, divideExactly } from "./division.ts";
import { intervalFor } from "./interval.ts";
import { isolate } from "./isolate.ts";
import {
  atomSize,
  collect,
  constant,
  constantTerm,
  constantValue,
  monomialOf,
  ONE,
  UNIT,
  unlessTooLarge,
  ZERO,
} from "./polynomial.ts";
import { isAtLeast, rangeOf } from "./range.ts";
import {
  allReasons,
  type Binding,
  type BoundClaim,
  type DivisionClaim,
  type Equation,
  type Range,
  settleClaims,
} from "./settle.ts";
import { type Size, substitute, subtract, symbol, symbolsOf } from "./size.ts";
import { type Mark, Trail } from "./trail.ts";
import { greater, greatestCommonDivisor, lesser } from "./whole.ts";

/**
 * Takes claims about sizes one by one, binds flexible names where that needs no guess, and keeps for
 * every conclusion the set of claims that it rests on. Names that are not flexible stand for any
 * value. All claims since a mark can be taken back.
 */
export class SizeSolver<Why = string> {
  private readonly isFlexible: (name: string) => boolean;
  private readonly trail = new Trail();
  private readonly bindings = new Map<string, Binding<Why>>();
  /** Open equations with what is left of them. */
  private readonly parked = new Map<Equation<Why>, Size>();
  private readonly ranges = new Map<string, Range<Why>>();
  private readonly divisions: DivisionClaim<Why>[] = [];
  private readonly bounds: BoundClaim<Why>[] = [];
  private readonly conflicts: SizeConflict<Why>[] = [];
  private readonly ages = new Map<string, number>();
  private readonly queue: Equation<Why>[] = [];
  /** Bound names whose sizes hold a name, and open equations that do; may hold outdated ones. */
  private readonly mentions = new Map<string, Set<string | Equation<Why>>>();

  constructor(isFlexible: (name: string) => boolean) {
    this.isFlexible = isFlexible;
  }

  /**
   * Claims that two sizes are equal, and binds what follows at once; answers a conflict of that. A
   * claim about sizes that are too large to be worked with is not taken in.
   */
  equate(left: Size, right: Size, why: Why): SizeConflict<Why> | undefined {
    if (left === right) return undefined;
    const before = this.conflicts.length;
    for (const size of [left, right]) {
      for (const name of sortedNames(size)) this.noteAge(name);
    }
    const difference = unlessTooLarge(() => subtract(left, right), undefined);
    if (difference !== undefined) this.queue.push({ left, right, difference, why });
    this.work();
    return this.conflicts[before];
  }

  /** Claims that a divisor divides a size. */
  divides(divisor: Size, dividend: Size, why: Why): void {
    this.requireDivision(divisor, dividend, new Set([why]));
  }

  /** Claims that a size is at least another. */
  atLeast(size: Size, least: Size, why: Why): void {
    this.trail.append(this.bounds, { size, least, why: new Set([why]) });
  }

  /**
   * The size with every bound name replaced by what it became; the size as it is, if that would
   * become too large to be worked with.
   */
  resolve(size: Size): Size {
    return unlessTooLarge(() => this.replaceBound(size), size);
  }

  /** The claims that `resolve` rests on for this size, in an order that is the same in every run. */
  reasonsFor(size: Size): ReadonlySet<Why> {
    const reasons = new Set<Why>();
    for (const name of sortedNames(size)) {
      for (const why of this.bindings.get(name)?.why ?? []) reasons.add(why);
    }
    return reasons;
  }

  mark(): Mark {
    return this.trail.mark();
  }

  rollback(mark: Mark): void {
    this.trail.rollback(mark);
  }

  /** Whether a name may still be bound. */
  isOpen(name: string): boolean {
    return this.isFlexible(name) && !this.bindings.has(name);
  }

  /** The conflicts met while claims came in; `settle` finds those that show only at the end. */
  contradictions(): readonly SizeConflict<Why>[] {
    return this.conflicts;
  }

  /** What follows from all claims so far; more claims may come later. */
  settle(): Outcome<Why> {
    return settleClaims({
      bindings: this.bindings,
      parked: this.parked,
      ranges: this.ranges,
      divisions: this.divisions,
      bounds: this.bounds,
      conflicts: this.conflicts,
      resolve: (size) => this.resolve(size),
      reasonsFor: (size) => this.reasonsFor(size),
      isOpen: (name) => this.isOpen(name),
    });
  }

  private replaceBound(size: Size): Size {
    return substitute(size, (name) => this.bindings.get(name)?.size);
  }

  private noteAge(name: string): void {
    if (!this.ages.has(name)) this.trail.setEntry(this.ages, name, this.ages.size);
  }

  private work(): void {
    for (let equation = this.queue.pop(); equation !== undefined; equation = this.queue.pop()) {
      const current = equation;
      const mark = this.trail.mark();
      const isDone = unlessTooLarge(() => {
        this.conclude(current);
        return true;
      }, false);
      if (isDone) continue;
      this.trail.rollback(mark);
      this.park(current, current.difference);
    }
  }

  private conclude(equation: Equation<Why>): void {
    this.trail.deleteEntry(this.parked, equation);
    const known = this.replaceBound(equation.difference);
    if (known === ZERO) return;
    const why = allReasons(this, [equation.why], [equation.difference]);
    const reduced = cancelPositive(known);
    const residue = constantValue(known) ?? constantValue(reduced);
    const { left, right } = equation;
    if (residue !== undefined) {
      this.refuse({ kind: "unequal", left, right, residue, why });
      return;
    }
    if (this.isolateIn(reduced, why) || this.narrowBy(reduced, why)) return;
    const refutation = refute(equation, reduced, why);
    if (refutation !== undefined) this.refuse(refutation);
    else this.park(equation, reduced);
  }

  /** Solves "size = 0" for one name if possible; answers whether that settles it. */
  private isolateIn(size: Size, why: ReadonlySet<Why>): boolean {
    const isolation = isolate(
      size,
      (name) => this.isOpen(name),
      (name) => this.ages.get(name) ?? 0,
    );
    if (isolation === undefined) return false;
    if (isolation.kind === "bind") {
      this.bind(isolation.name, isolation.size, why);
      const { requires } = isolation;
      if (requires) this.requireDivision(requires.divisor, requires.dividend, why);
      return true;
    }
    const [dividend, divisor] = [constant(isolation.dividend), constant(isolation.divisor)];
    this.refuse({ kind: "not divisible", dividend, divisor, unknown: isolation.name, why });
    return true;
  }

  private refuse(conflict: SizeConflict<Why>): void {
    this.trail.append(this.conflicts, conflict);
  }

  private requireDivision(divisor: Size, dividend: Size, why: ReadonlySet<Why>): void {
    this.trail.append(this.divisions, { divisor, dividend, why });
  }

  /** Takes in the interval that "size = 0" leaves for a name; answers whether that settles it. */
  private narrowBy(size: Size, reasons: ReadonlySet<Why>): boolean {
    const interval = intervalFor(size, (name) => this.isOpen(name));
    if (interval === undefined) return false;
    const { name } = interval;
    const before = this.ranges.get(name);
    const low = before === undefined ? interval.low : greater(before.low, interval.low);
    const high = before === undefined ? interval.high : lesser(before.high, interval.high);
    const why = new Set([...(before?.why ?? []), ...reasons]);
    if (low > high) this.refuse({ kind: "no value", name, why });
    else if (low === high) this.bind(name, constant(low), why);
    else this.trail.setEntry(this.ranges, name, { low, high, why });
    return low >= high;
  }

  private bind(name: string, size: Size, why: ReadonlySet<Why>): void {
    if (!this.isPositive(name, size, why)) return;
    this.setBinding(name, { size, why });
    for (const mention of this.mentions.get(name) ?? []) {
      if (typeof mention === "string") this.rewriteBinding(mention, name, why);
      else this.wake(mention, name);
    }
  }

  private setBinding(name: string, binding: Binding<Why>): void {
    this.trail.setEntry(this.bindings, name, binding);
    this.noteMentions(binding.size, name);
  }

  private rewriteBinding(name: string, bound: string, why: ReadonlySet<Why>): void {
    const binding = this.bindings.get(name);
    if (binding === undefined || !symbolsOf(binding.size).has(bound)) return;
    const size = this.replaceBound(binding.size);
    const reasons = new Set([...binding.why, ...why]);
    this.setBinding(name, { size, why: reasons });
    this.isPositive(name, size, reasons);
  }

  private wake(equation: Equation<Why>, bound: string): void {
    const rest = this.parked.get(equation);
    if (rest === undefined || !symbolsOf(rest).has(bound)) return;
    this.trail.deleteEntry(this.parked, equation);
    this.queue.push(equation);
  }

  private park(equation: Equation<Why>, rest: Size): void {
    this.trail.setEntry(this.parked, equation, rest);
    this.noteMentions(rest, equation);
  }

  private noteMentions(size: Size, by: string | Equation<Why>): void {
    for (const name of symbolsOf(size)) {
      const known = this.mentions.get(name);
      if (known === undefined) this.mentions.set(name, new Set([by]));
      else known.add(by);
    }
  }

  private isPositive(name: string, size: Size, why: ReadonlySet<Why>): boolean {
    const { high } = rangeOf(size);
    if (high === undefined || high >= 1n) return true;
    this.refuse({ kind: "not positive", name, size, why });
    return false;
  }
}

const nameLists = new Map<Size, readonly string[]>();

function sortedNames(size: Size): readonly string[] {
  let names = nameLists.get(size);
  if (names === undefined) {
    names = [...symbolsOf(size)].sort();
    nameLists.set(size, names);
  }
  return names;
}

const cancelled = new Map<Size, Size>();

/** Divides by what all terms share and is positive, so the size is 0 as before or not. */
function cancelPositive(size: Size): Size {
  let reduced = cancelled.get(size);
  if (reduced === undefined) {
    reduced = divideByPositive(size);
    cancelled.set(size, reduced);
  }
  return reduced;
}

function divideByPositive(size: Size): Size {
  const shared = commonMonomial(size.terms.map((term) => term.monomial));
  const positive = shared.factors.filter(({ atom }) => isAtLeast(atomSize(atom), ONE));
  const monomial = monomialOf(new Map(positive.map(({ atom, exponent }) => [atom, exponent])));
  if (monomial === UNIT) return size;
  return divideExactly(size, collect([{ coefficient: 1n, monomial }])) ?? size;
}

/** The conflict of an equation that comes down to "size = 0" where the size is never 0. */
function refute<Why>(
  { left, right }: Equation<Why>,
  size: Size,
  why: ReadonlySet<Why>,
): SizeConflict<Why> | undefined {
  const { low, high } = rangeOf(size);
  if ((low !== undefined && low > 0n) || (high !== undefined && high < 0n)) {
    return { kind: "never equal", left, right, why };
  }
  const divisor = size.terms
    .filter((term) => term.monomial !== UNIT)
    .map((term) => term.coefficient)
    .reduce(greatestCommonDivisor, 0n);
  const dividend = constantTerm(size);
  if (divisor === 0n || dividend % divisor === 0n) return undefined;
  const magnitude = dividend < 0n ? -dividend : dividend;
  return {
    kind: "not divisible",
    dividend: constant(magnitude),
    divisor: constant(divisor),
    why,
  };
}

/** A whole system at once: equations, and values that count as equations of their own. */
export interface SizeSystem {
  readonly equations: readonly {
    readonly left: Size;
    readonly right: Size;
    readonly why: string;
  }[];
  readonly flexible: Iterable<string>;
  /** Named `config NAME=VALUE` among the reasons. */
  readonly values?: ReadonlyMap<string, bigint>;
}

/** Solves a system; names with a value may be bound to it, whether flexible or not. */
export function solve({ equations, flexible, values = new Map() }: SizeSystem): Outcome {
  const open = new Set([...flexible, ...values.keys()]);
  const solver = new SizeSolver((name) => open.has(name));
  for (const [name, value] of values) {
    solver.equate(symbol(name), constant(value), `config ${name}=${value}`);
  }
  for (const { left, right, why } of equations) solver.equate(left, right, why);
  return solver.settle();
}
