import {
  type Divisibility,
  simplifyUnder,
  standingOfBound,
  standingOfDivision,
} from "../../shapes/requirement.ts";
import {
  constant,
  type Size,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  unlessTooLarge,
} from "../../shapes/size.ts";
import type { Requirement } from "./requirement.ts";

/** What is taken for true of sizes, so that other things follow from it. */
export interface Facts {
  /** The size as it is where the facts hold: 0 for what they make 0. */
  simplify(size: Size): Size;
  /** Whether the requirement holds wherever the facts do. */
  imply(requirement: Requirement): boolean;
}

/** Facts from requirements, such as `require 2 divides n`, `require n == 2*q` and `require n >= 3`. */
export function factsFrom(requirements: readonly Requirement[]): Facts {
  const replaced = replacementsIn(requirements);
  const replace = (size: Size) =>
    unlessTooLarge(
      () => replaced.reduce((now, { name, by }) => replaceOne(now, name, by), size),
      size,
    );
  const underDivisions = simplifyUnder(divisionsIn(requirements, replace));
  const simplify = (size: Size) =>
    requirements.length === 0 ? size : underDivisions(replace(size));
  const bounds = requirements.flatMap((fact) =>
    fact.kind === "atLeast" ? [simplify(subtract(fact.size, fact.least))] : [],
  );
  return {
    simplify,
    imply: (requirement) => {
      if (requirements.length === 0) return false;
      switch (requirement.kind) {
        case "equal":
          return simplify(subtract(requirement.left, requirement.right)) === constant(0);
        case "divides": {
          const [divisor, dividend] = [requirement.divisor, requirement.size].map(simplify);
          return (
            divisor !== undefined &&
            dividend !== undefined &&
            standingOfDivision({ divisor, dividend }) === "holds"
          );
        }
        case "atLeast": {
          const room = simplify(subtract(requirement.size, requirement.least));
          const isBound = (least: Size) => standingOfBound(room, least) === "holds";
          return isBound(constant(0)) || bounds.some(isBound);
        }
      }
    },
  };
}

/** Names that an equation says: `n` in n = 2·q. */
function replacementsIn(
  requirements: readonly Requirement[],
): readonly { readonly name: string; readonly by: Size }[] {
  const replacements: { name: string; by: Size }[] = [];
  for (const fact of requirements) {
    if (fact.kind !== "equal") continue;
    const [left, right] = [fact.left, fact.right].map((size) =>
      replacements.reduce((now, { name, by }) => replaceOne(now, name, by), size),
    );
    if (!left || !right) continue;
    const found = saidBy(left, right) ?? saidBy(right, left);
    if (found) replacements.push(found);
  }
  return replacements;
}

function saidBy(size: Size, by: Size): { name: string; by: Size } | undefined {
  const [name, another] = symbolsOf(size);
  if (name === undefined || another !== undefined || size !== symbol(name)) return undefined;
  return symbolsOf(by).has(name) ? undefined : { name, by };
}

function divisionsIn(
  requirements: readonly Requirement[],
  replace: (size: Size) => Size,
): readonly Divisibility[] {
  return requirements.flatMap((fact) =>
    fact.kind === "divides"
      ? [{ divisor: replace(fact.divisor), dividend: replace(fact.size) }]
      : [],
  );
}

function replaceOne(size: Size, name: string, by: Size): Size {
  return substitute(size, (other) => (other === name ? by : undefined));
}
