import { printSize } from "../../shapes/print.ts";
import { standingOfBound, standingOfDivision } from "../../shapes/requirement.ts";
import {
  constantValue,
  evaluate,
  type Size,
  substitute,
  subtract,
  symbolsOf,
} from "../../shapes/size.ts";
import type { Demand } from "../document/diagnostic-facts.ts";
import type { NodeId, Statement } from "../document/document.ts";
import type { Refusal } from "../ops/op.ts";
import { inFileOrder } from "./size-names.ts";

/** Something that must hold of sizes; a chip until the configured values refute it. */
export type Requirement = {
  readonly node: NodeId;
  /** Completes "because …". */
  readonly says: string;
  /** The author says so, by `require` or by an exact `/`: what else follows from it is no news. */
  readonly stated?: "require" | "division";
  /** It is what an equation between rounded sizes comes down to. */
  readonly rounding?: true;
  /** Equal for the same requirement of a block that several calls bring here. */
  readonly origin?: string;
  /** The message where the sizes refute it, in place of the usual one. */
  readonly otherwise?: Refusal;
} & (
  | { readonly kind: "divides"; readonly divisor: Size; readonly size: Size }
  | { readonly kind: "atLeast"; readonly size: Size; readonly least: Size }
  | { readonly kind: "equal"; readonly left: Size; readonly right: Size }
);

/** What a `require` statement asks of two sizes. */
export function requiredBy(
  { id, relation }: Extract<Statement, { kind: "require" }>,
  left: Size,
  right: Size,
): Requirement {
  const common = { says: "the file requires it", node: id, stated: "require" } as const;
  switch (relation) {
    case "divides":
      return { ...common, kind: "divides", divisor: left, size: right };
    case "==":
      return { ...common, kind: "equal", left, right };
    case ">=":
      return { ...common, kind: "atLeast", size: left, least: right };
    case "<=":
      return { ...common, kind: "atLeast", size: right, least: left };
  }
}

/** Whether the requirement holds for all values of its names, so that nobody has to see it. */
export function isPlain(requirement: Requirement): boolean {
  const [left, right] = sidesOf(requirement);
  switch (requirement.kind) {
    case "divides":
      return standingOfDivision({ divisor: right, dividend: left }) === "holds";
    case "atLeast":
      return standingOfBound(left, right) === "holds";
    case "equal":
      return left === right;
  }
}

/** Whether the requirement holds where every size that it needs has a value. */
export function holds(
  requirement: Requirement,
  numberAt: (name: string) => bigint | undefined,
): boolean | undefined {
  const [left, right] = sidesOf(requirement);
  const difference = requirement.kind === "divides" ? undefined : subtract(left, right);
  if (difference) {
    const value = evaluate(difference, numberAt);
    if (value === undefined) return undefined;
    return requirement.kind === "equal" ? value === 0n : value >= 0n;
  }
  const size = evaluate(left, numberAt);
  const divisor = evaluate(right, numberAt);
  if (size === undefined || divisor === undefined) return undefined;
  return divisor > 0n && size % divisor === 0n;
}

/** The requirement with other sizes in place of names. */
export function instantiate(
  requirement: Requirement,
  replace: (name: string) => Size | undefined,
): Requirement {
  return resolveRequirement(requirement, (size) => substitute(size, replace));
}

/** The requirement with every size put through `resolve`. */
export function resolveRequirement(
  requirement: Requirement,
  resolve: (size: Size) => Size,
): Requirement {
  switch (requirement.kind) {
    case "divides":
      return {
        ...requirement,
        divisor: resolve(requirement.divisor),
        size: resolve(requirement.size),
      };
    case "atLeast":
      return { ...requirement, size: resolve(requirement.size), least: resolve(requirement.least) };
    case "equal":
      return { ...requirement, left: resolve(requirement.left), right: resolve(requirement.right) };
  }
}

/** The names that decide whether the requirement holds: one side after the other, each in file order. */
export function namesIn(
  requirement: Requirement,
  order: readonly string[] = [],
): ReadonlySet<string> {
  return new Set(sidesOf(requirement).flatMap((size) => inFileOrder(symbolsOf(size), order)));
}

/** Equal for requirements that say the same. */
export function requirementKey(requirement: Requirement): string {
  const [left, right] = sidesOf(requirement);
  return `${requirement.kind} ${left.uid} ${right.uid}`;
}

/** The requirement in words, as a chip shows it: "`h` divides `m`". */
export function requirementText(requirement: Requirement, order: readonly string[]): string {
  const quote = (size: Size) => `\`${printSize(size, order)}\``;
  switch (requirement.kind) {
    case "divides":
      return `${quote(requirement.divisor)} divides ${quote(requirement.size)}`;
    case "atLeast":
      return `${quote(requirement.size)} is at least ${quote(requirement.least)}`;
    case "equal":
      return `${quote(requirement.left)} equals ${quote(requirement.right)}`;
  }
}

/** The requirement as short as it gets, without marks of code: "h divides m", "n ≥ 3", "a = 2·b". */
export function requirementLabel(requirement: Requirement, order: readonly string[]): string {
  const [left, right] = sidesOf(requirement).map((size) => printSize(size, order));
  switch (requirement.kind) {
    case "divides":
      return `${right} divides ${left}`;
    case "atLeast":
      return `${left} ≥ ${right}`;
    case "equal":
      return `${left} = ${right}`;
  }
}

/** The requirement as a line of the file writes it, without the word: "n <= 3", "2 divides h". */
export function requirementCode(requirement: Requirement, order: readonly string[]): string {
  const [left, right] = sidesOf(requirement).map((size) => printSize(size, order));
  switch (requirement.kind) {
    case "divides":
      return `${right} divides ${left}`;
    case "atLeast":
      return namesIn({ ...requirement, least: requirement.size }).size === 0
        ? `${right} <= ${left}`
        : `${left} >= ${right}`;
    case "equal":
      return `${left} == ${right}`;
  }
}

/** The sentence for a requirement that the values refute: "`h` must divide `m`". */
export function demandText(requirement: Requirement, order: readonly string[]): string {
  const quote = (size: Size) => {
    const text = printSize(size, order);
    return constantValue(size) === undefined ? `\`${text}\`` : text;
  };
  switch (requirement.kind) {
    case "divides":
      return `${quote(requirement.divisor)} must divide ${quote(requirement.size)}`;
    case "atLeast":
      return `${quote(requirement.size)} must be at least ${quote(requirement.least)}`;
    case "equal":
      return `${quote(requirement.left)} must equal ${quote(requirement.right)}`;
  }
}

/** The requirement as data for those who look for other sizes, with what its sizes come to. */
export function demandOf(
  requirement: Requirement,
  order: readonly string[],
  numberAt: (name: string) => bigint | undefined,
): Demand {
  const [left, right] = sidesOf(requirement);
  const [one, other] = [evaluate(left, numberAt), evaluate(right, numberAt)];
  return {
    kind: "demand",
    relation: requirement.kind,
    sizes: [printSize(left, order), printSize(right, order)],
    ...(one !== undefined && other !== undefined && { values: [Number(one), Number(other)] }),
  };
}

/** What is wrong when the sizes are numbers: "8 is less than 9". */
export function failureText(requirement: Requirement): string {
  const [left, right] = sidesOf(requirement).map((size) => printSize(size));
  switch (requirement.kind) {
    case "divides":
      return `${right} does not divide ${left}`;
    case "atLeast":
      return `${left} is less than ${right}`;
    case "equal":
      return `${left} is not ${right}`;
  }
}

/** The two sizes that a requirement compares: size and divisor, size and least, left and right. */
function sidesOf(requirement: Requirement): readonly [Size, Size] {
  switch (requirement.kind) {
    case "divides":
      return [requirement.size, requirement.divisor];
    case "atLeast":
      return [requirement.size, requirement.least];
    case "equal":
      return [requirement.left, requirement.right];
  }
}
