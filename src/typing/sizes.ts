import type { Axis, Shape } from "../../shapes/axis.ts";
import { compareSizes } from "../../shapes/equal.ts";
import { printSize } from "../../shapes/print.ts";
import { type Divisibility, divisibilityBehind } from "../../shapes/requirement.ts";
import {
  constantValue,
  evaluate,
  type Size,
  SizeLimitError,
  subtract,
  symbolsOf,
} from "../../shapes/size.ts";
import { SizeSolver } from "../../shapes/solve.ts";
import type { Demand, DiagnosticFacts } from "../document/diagnostic-facts.ts";
import type { NodeId } from "../document/document.ts";
import { listed } from "../ops/shared/phrase.ts";
import { type Facts, factsFrom } from "./facts.ts";
import type { Message } from "./message.ts";
import { holds, type Requirement, resolveRequirement } from "./requirement.ts";
import type { Scope } from "./scope.ts";
import { type Chain, chainOf } from "./size-chain.ts";

/** Where and why two sizes must be equal. */
export interface Claim {
  /** Completes "because …". */
  readonly says: string;
  readonly node: NodeId;
  /** Axes that the message may name instead of sizes. */
  readonly axes: readonly Axis[];
}

/** What is known about the sizes of one definition; claims that fail leave no trace. */
export interface Sizes {
  /** The size with everything put in that has been found out. */
  resolve(size: Size): Size;
  resolveShape(shape: Shape): Shape;
  /** Claims that two sizes are equal, and says what is wrong with that. */
  equal(left: Size, right: Size, claim: Claim): Message | undefined;
  divides(divisor: Size, size: Size, says: string, node: NodeId): void;
  atLeast(size: Size, least: Size, why: Pick<Requirement, "says" | "node" | "otherwise">): void;
  evaluate(size: Size): bigint | undefined;
  /** Requirements that came up while sizes were found out, such as `h` divides `d`. */
  settle(): readonly Requirement[];
  /** How many requirements there are so far; `refutesSince` looks at those that came later. */
  requirementCount(): number;
  refutesSince(count: number): boolean;
  /**
   * All that has been put to the solver, in order: two sizes claimed to be equal, claims taken back
   * and facts looked at. Equal histories of one scope leave the same sizes known.
   */
  readonly history: readonly number[];
  /** Runs the claims; when they give a message all of them are taken back. */
  attempt<M>(claims: () => M | undefined): M | undefined;
}

/** Claims about the sizes of a scope; requirements are collected in the order they come up. */
export function sizesOf(scope: Scope, requirements: Requirement[]): Sizes {
  const { table, flexible } = scope;
  const solver = new SizeSolver<Claim>((name) => flexible.has(name));
  const numberAt = (name: string) => table.values.get(name);
  const history: number[] = [];

  const attempt = <M>(claims: () => M | undefined): M | undefined => {
    const mark = solver.mark();
    const before = requirements.length;
    const message = claims();
    if (message === undefined) return undefined;
    solver.rollback(mark);
    history.push(TAKEN_BACK, mark);
    requirements.length = before;
    return message;
  };

  const resolve = (size: Size): Size => {
    if (symbolsOf(size).size === 0) return size;
    try {
      return solver.resolve(size);
    } catch (failure) {
      if (!(failure instanceof SizeLimitError)) throw failure;
      return size;
    }
  };

  let known: { readonly count: number; readonly facts: Facts } | undefined;
  const facts = (): Facts => {
    const stated = requirements.filter((requirement) => requirement.stated !== undefined);
    if (known?.count !== stated.length) {
      history.push(LOOKED_AT, stated.length);
      const all = [...table.facts, ...stated].map((fact) => resolveRequirement(fact, resolve));
      known = { count: stated.length, facts: factsFrom(all) };
    }
    return known.facts;
  };

  const clashAt = (
    sizes: readonly [Size, Size],
    claim: Claim,
    {
      facts,
      reasons = [],
    }: { readonly facts: readonly string[]; readonly reasons?: readonly Claim[] },
  ): Message => {
    const reasonsFor = (size: Size) => solver.reasonsFor(size);
    const chain = chainOf(scope, sizes, { claims: [claim, ...reasons], reasonsFor });
    return clashOf(scope, sizes, claim, { facts, ...chain });
  };

  const equalRigid = (left: Size, right: Size, claim: Claim): Message | undefined => {
    const verdict = compareSizes(left, right);
    if (verdict.kind === "proved") return undefined;
    if (facts().imply({ kind: "equal", left, right, ...claim })) return undefined;
    if (verdict.kind === "unknown" || rounds(left, right)) {
      const [one, other] = [evaluate(left, numberAt), evaluate(right, numberAt)];
      if (one !== undefined && other !== undefined && one !== other) {
        const rounding = roundingClash(scope, { left, right, one, other }, claim);
        if (rounding) return rounding;
        return clashAt([left, right], claim, { facts: [`Here they are ${one} and ${other}.`] });
      }
      requirements.push({ kind: "equal", left, right, says: claim.says, node: claim.node });
      return undefined;
    }
    return clashAt([left, right], claim, { facts: exampleOf(scope, verdict) });
  };

  const equal = (left: Size, right: Size, claim: Claim): Message | undefined => {
    if (left === right) return undefined;
    const disputes = claim.axes
      .filter(({ name, size }) => (size === left || size === right) && table.size(name) !== size)
      .map((axis) => axis.name);
    if (disputes.some((name) => scope.disputed.has(name))) return undefined;
    const clash = equalUndisputed(left, right, claim);
    return clash && { ...clash, disputes };
  };

  const equalUndisputed = (left: Size, right: Size, claim: Claim): Message | undefined => {
    const [one, other] = [resolve(left), resolve(right)];
    if (one === other) return undefined;
    try {
      const open = [...symbolsOf(subtract(one, other))].some((name) => solver.isOpen(name));
      if (!open) return equalRigid(one, other, claim);
      return attempt(() => {
        const known = solver.contradictions().length;
        history.push(one.uid, other.uid);
        solver.equate(one, other, claim);
        const conflict = solver.contradictions()[known];
        if (!conflict) return undefined;
        if (conflict.kind === "not divisible") return indivisible(scope, conflict, claim);
        const reasons = [...conflict.why].filter((reason) => reason !== claim);
        return clashAt([one, other], claim, {
          reasons,
          facts: reasons.map((reason) => asSentence(reason.says)),
        });
      });
    } catch (failure) {
      if (!(failure instanceof SizeLimitError)) throw failure;
      return undefined;
    }
  };

  return {
    resolve,
    resolveShape: (shape) =>
      shape.map((axis) => {
        const size = resolve(axis.size);
        return size === axis.size ? axis : { name: axis.name, size };
      }),
    equal,
    divides: (divisor, size, says, node) => {
      requirements.push({ kind: "divides", divisor, size, says, node });
    },
    atLeast: (size, least, why) => {
      requirements.push({ kind: "atLeast", size, least, ...why });
    },
    evaluate: (size) => evaluate(resolve(size), numberAt),
    settle: () => settledRequirements(solver),
    requirementCount: () => requirements.length,
    refutesSince: (count) =>
      requirements
        .slice(count)
        .some((requirement) => holds(resolveRequirement(requirement, resolve), numberAt) === false),
    attempt,
    history,
  };
}

const TAKEN_BACK = -1;
const LOOKED_AT = -2;

function settledRequirements(solver: SizeSolver<Claim>): readonly Requirement[] {
  const { requirements, deferred } = solver.settle();
  const from = (why: ReadonlySet<Claim>) => {
    const [first] = why;
    return { node: first?.node ?? "", says: first?.says ?? "" };
  };
  return [
    ...requirements.map(
      (requirement): Requirement =>
        requirement.kind === "divides"
          ? {
              ...from(requirement.why),
              kind: "divides",
              divisor: requirement.divisor,
              size: requirement.dividend,
            }
          : {
              ...from(requirement.why),
              kind: "atLeast",
              size: requirement.size,
              least: requirement.least,
            },
    ),
    ...deferred.map(
      ({ why, left, right }): Requirement => ({
        ...from(why),
        kind: "equal",
        left,
        right,
      }),
    ),
  ];
}

function indivisible(
  scope: Scope,
  { dividend, divisor }: { readonly dividend: Size; readonly divisor: Size },
  claim: Claim,
): Message {
  const order = scope.table.names;
  const [whole, parts] = [printSize(dividend, order), printSize(divisor, order)];
  const title = `${whole} does not split into ${parts} equal parts.`;
  const [n, count] = [constantValue(dividend), constantValue(divisor)];
  const facts: Demand = {
    kind: "demand",
    relation: "divides",
    sizes: [whole, parts],
    ...(n !== undefined && count !== undefined && { values: [Number(n), Number(count)] }),
  };
  return { code: "S06", title, why: [asSentence(`because ${claim.says}`)], facts };
}

/** Whether the sizes differ only through rounding, so that the values decide. */
function rounds(left: Size, right: Size): boolean {
  return subtract(left, right).terms.some((term) =>
    term.monomial.factors.some(({ atom }) => atom.kind !== "symbol" && atom.kind !== "table"),
  );
}

/** Two sizes that are equal only where a number divides another, which it does not at the values. */
function roundingClash(
  scope: Scope,
  sizes: {
    readonly left: Size;
    readonly right: Size;
    readonly one: bigint;
    readonly other: bigint;
  },
  claim: Claim,
): Message | undefined {
  const { left, right, one, other } = sizes;
  const condition = divisibilityBehind(subtract(left, right));
  if (!condition) return undefined;
  const order = scope.table.names;
  const { axes, sizes: printed } = partiesOf(scope, left, right, claim);
  const title = `\`${printed[0]}\` meets \`${printed[1]}\` here; they are equal only ${whereDivides(condition, order)}.`;
  const here = `Here they are ${one} and ${other}.`;
  const clash = { kind: "sizes", axes, sizes: printed } as const;
  const facts: DiagnosticFacts = {
    kind: "rounding",
    needs: [condition.divisor, condition.dividend].map((size) => printSize(size, order)),
    values: [Number(one), Number(other)],
  };
  return { code: "S15", title, why: [asSentence(`because ${claim.says}`), here], clash, facts };
}

function whereDivides({ divisor, dividend }: Divisibility, order: readonly string[]): string {
  const size = `\`${printSize(dividend, order)}\``;
  if (constantValue(divisor) === 2n) return `for even ${size}`;
  return `where \`${printSize(divisor, order)}\` divides ${size}`;
}

function partiesOf(
  scope: Scope,
  left: Size,
  right: Size,
  claim: Claim,
): { readonly axes: readonly string[]; readonly sizes: readonly [string, string] } {
  const order = scope.table.names;
  const axes = claim.axes.flatMap(({ name, size }) =>
    size === left || size === right ? name : [],
  );
  return { axes: [...new Set(axes)], sizes: [printSize(left, order), printSize(right, order)] };
}

function clashOf(
  scope: Scope,
  [left, right]: readonly [Size, Size],
  claim: Claim,
  { facts, origins, along }: Chain & { readonly facts: readonly string[] },
): Message {
  const { axes, sizes } = partiesOf(scope, left, right, claim);
  const [one, other] = sizes;
  const says = new Set([...origins.map((origin) => origin.says), ...facts]);
  const why = [asSentence(`because ${claim.says}`), ...says];
  const labels = origins.length > 1 ? origins.map(({ label }) => label) : [];
  const clash = { kind: "sizes", axes, sizes, along } as const;
  if (isDeclared(scope, left) && isDeclared(scope, right)) {
    const title = `\`${one}\` and \`${other}\` must be the same size here, but they are two separate sizes.`;
    return { code: "S03", title, why, labels, clash };
  }
  const axis = claim.axes.find(({ size }) => size === left || size === right);
  const title =
    axis && one !== axis.name && other !== axis.name
      ? `\`${axis.name}\` would have to be ${one} and ${other} at once.`
      : `\`${one}\` and \`${other}\` must be the same size here, but they are not.`;
  return { code: "S02", title, why, labels, clash };
}

function isDeclared({ flexible }: Scope, size: Size): boolean {
  const [term, ...more] = size.terms;
  if (!term || more.length > 0 || term.coefficient !== 1n) return false;
  const [factor, ...others] = term.monomial.factors;
  if (!factor || others.length > 0 || factor.exponent !== 1) return false;
  return factor.atom.kind === "symbol" && !flexible.has(factor.atom.name);
}

function exampleOf(
  scope: Scope,
  refuted: {
    readonly values?: ReadonlyMap<string, bigint>;
    readonly left?: bigint;
    readonly right?: bigint;
  },
): readonly string[] {
  const values = refuted.values;
  if (!values || values.size === 0) return [];
  const order = scope.table.names;
  const place = (name: string) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  const shown = [...values]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([name, value]) => `${name.replace(/#.*$/, "")} = ${value}`);
  const numbers = shown.length > 2 ? `: ${refuted.left} and ${refuted.right}` : "";
  return [`They differ for example when ${listed(shown)}${numbers}.`];
}

function asSentence(text: string): string {
  const first = text.slice(0, 1).toUpperCase();
  return `${first}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
