import { printSize } from "../../shapes/print.ts";
import { evaluate, type Size, substitute, subtract, symbolsOf } from "../../shapes/size.ts";
import type { NodeId } from "../document/document.ts";

/** Something that must hold of sizes; a chip until the configured values refute it. */
export type Requirement = {
  readonly node: NodeId;
  /** Completes "because …". */
  readonly says: string;
} & (
  | { readonly kind: "divides"; readonly divisor: Size; readonly size: Size }
  | { readonly kind: "atLeast"; readonly size: Size; readonly least: Size }
  | { readonly kind: "equal"; readonly left: Size; readonly right: Size }
);

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
  const other = (size: Size) => substitute(size, replace);
  switch (requirement.kind) {
    case "divides":
      return {
        ...requirement,
        divisor: other(requirement.divisor),
        size: other(requirement.size),
      };
    case "atLeast":
      return { ...requirement, size: other(requirement.size), least: other(requirement.least) };
    case "equal":
      return { ...requirement, left: other(requirement.left), right: other(requirement.right) };
  }
}

/** The names that decide whether the requirement holds. */
export function namesIn(requirement: Requirement): ReadonlySet<string> {
  const [left, right] = sidesOf(requirement);
  return new Set([...symbolsOf(left), ...symbolsOf(right)]);
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

/** The sentence for a requirement that the values refute: "`h` must divide `m`". */
export function demandText(requirement: Requirement, order: readonly string[]): string {
  const quote = (size: Size) => `\`${printSize(size, order)}\``;
  switch (requirement.kind) {
    case "divides":
      return `${quote(requirement.divisor)} must divide ${quote(requirement.size)}`;
    case "atLeast":
      return `${quote(requirement.size)} must be at least ${quote(requirement.least)}`;
    case "equal":
      return `${quote(requirement.left)} must equal ${quote(requirement.right)}`;
  }
}

/** The two sizes that a requirement compares: size and divisor, size and least, left and right. */
export function sidesOf(requirement: Requirement): readonly [Size, Size] {
  switch (requirement.kind) {
    case "divides":
      return [requirement.size, requirement.divisor];
    case "atLeast":
      return [requirement.size, requirement.least];
    case "equal":
      return [requirement.left, requirement.right];
  }
}
