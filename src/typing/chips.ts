import { printSize } from "../../shapes/print.ts";
import { balanceBound, divisibilityBehind, standingOfBound } from "../../shapes/requirement.ts";
import { type Size, subtract, unlessTooLarge } from "../../shapes/size.ts";
import { type Checking, report } from "./checking.ts";
import { contradictionsIn } from "./contradictions.ts";
import { inEveryCopy } from "./copies.ts";
import { factsFrom } from "./facts.ts";
import { cannotHold, refuted } from "./name-messages.ts";
import {
  demandOf,
  demandText,
  failureText,
  holds,
  isPlain,
  namesIn,
  type Requirement,
  requirementCode,
  resolveRequirement,
} from "./requirement.ts";

/**
 * Requirements as they stand at the end. What follows from others is no news; those that the values
 * refute are mistakes, others chips.
 */
export function settledRequirements(checking: Checking): readonly Requirement[] {
  const { table } = checking.scope;
  const numberAt = (name: string) => table.values.get(name);
  const settled = new Map<string, Requirement>();
  const told = new Set<string>();
  const refutedBounds: Requirement[] = [];
  const hasErrors = checking.diagnostics.some(({ severity }) => severity === "error");
  const left = whatIsLeft(checking);
  for (const { node } of tellContradictions(checking, left, hasErrors)) told.add(node);
  for (const here of left) {
    const standing = holds(here, numberAt);
    if (isPlain(here) || (standing === true && namesIn(here).size === 0)) continue;
    if (standing === false) {
      const isFollowing =
        here.kind === "equal" ? hasErrors : refutedBounds.some((bound) => implies(here, bound));
      if (!isFollowing) tellRefuted(checking, here, told);
      refutedBounds.push(here);
    }
    const key = `${demandText(here, table.names)} ${here.node}`;
    if (!settled.has(key)) settled.set(key, here);
  }
  return strongest([...settled.values()]);
}

/** Says which requirements contradict each other, and gives them. */
function tellContradictions(
  checking: Checking,
  left: readonly Requirement[],
  hasErrors: boolean,
): readonly Requirement[] {
  const { table, definition } = checking.scope;
  const around = definition === "" ? [] : table.facts;
  return contradictionsIn([...around, ...left], table.names).flatMap(({ requirements, why }) => {
    const own = requirements.filter((requirement) => left.includes(requirement));
    const last = own.at(-1);
    const isAsked = requirements.every(({ stated }) => stated === "require");
    const isKnown = namesOf(requirements).size === 0 || (requirements.length < 2 && !isAsked);
    if (last === undefined || isKnown || (hasErrors && !isAsked)) return [];
    const texts = requirements.map((requirement) => ({
      text: requirementCode(requirement, table.names),
      node: requirement.node,
    }));
    const asked = requirements.flatMap(({ stated, says }) =>
      stated === "require" ? [] : [`${says.replace(/^./, (first) => first.toUpperCase())}.`],
    );
    const reasons = [...(why === undefined ? [] : [why]), ...asked];
    report(checking, cannotHold(texts, last.node, reasons), { node: last.node });
    return own;
  });
}

function namesOf(requirements: readonly Requirement[]): ReadonlySet<string> {
  return new Set(requirements.flatMap((requirement) => [...namesIn(requirement)]));
}

/** The requirements with what is known put in, without those that follow from others. */
function whatIsLeft(checking: Checking): readonly Requirement[] {
  const { sizes, requirements, scope } = checking;
  const settled = sizes
    .settle()
    .flatMap((each) => inEveryCopy(checking, resolveRequirement(each, sizes.resolve)));
  const all = [...requirements, ...settled].map((requirement) =>
    balanced(asDivision(resolveRequirement(requirement, sizes.resolve))),
  );
  const stated = factsFrom([...scope.table.facts, ...all.filter(isStated)]);
  const divisions = factsFrom(all.filter((each) => each.kind === "divides" && !isDerived(each)));
  return all.filter((requirement) => {
    if (isStated(requirement)) return true;
    return !stated.imply(requirement) && !(isDerived(requirement) && divisions.imply(requirement));
  });
}

/** Requirements without the bounds that follow from another: `W ≥ 2` beside `W ≥ 4`. */
function strongest(requirements: readonly Requirement[]): readonly Requirement[] {
  const weak = new Set<Requirement>();
  const groups = new Map<string, Requirement[]>();
  for (const bound of requirements) {
    if (bound.kind !== "atLeast") continue;
    const key = [...namesIn(bound)].join(" ");
    const kept = groups.get(key) ?? [];
    if (!isStated(bound) && kept.some((other) => implies(other, bound))) weak.add(bound);
    else {
      const open = kept.filter((other) => isStated(other) || !implies(bound, other));
      for (const other of kept) if (!open.includes(other)) weak.add(other);
      groups.set(key, [...open, bound]);
    }
  }
  return requirements.filter((requirement) => !weak.has(requirement));
}

/** Whether a bound holds wherever another does. */
function implies(other: Requirement, bound: Requirement): boolean {
  if (other.kind !== "atLeast" || bound.kind !== "atLeast") return false;
  return unlessTooLarge(() => {
    const room = subtract(bound.size, bound.least);
    return standingOfBound(room, subtract(other.size, other.least)) === "holds";
  }, false);
}

function isDerived({ kind, rounding }: Requirement): boolean {
  return kind === "equal" || rounding === true;
}

function isStated({ stated }: Requirement): boolean {
  return stated !== undefined;
}

/** An equation that comes down to a division: 2·⌈n/2⌉ = n holds where 2 divides n. */
function asDivision(requirement: Requirement): Requirement {
  if (requirement.kind !== "equal" || isStated(requirement)) return requirement;
  const { left, right, ...rest } = requirement;
  const behind = unlessTooLarge(() => divisibilityBehind(subtract(left, right)), undefined);
  if (!behind) return requirement;
  return {
    ...rest,
    rounding: true,
    kind: "divides",
    divisor: behind.divisor,
    size: behind.dividend,
  };
}

/** Bounds with positive terms only, so that the same bound is found once. */
function balanced(requirement: Requirement): Requirement {
  if (requirement.kind !== "atLeast" || namesIn(requirement).size === 0) return requirement;
  return { ...requirement, ...balanceBound(requirement.size, requirement.least) };
}

function tellRefuted(checking: Checking, requirement: Requirement, told: Set<string>): void {
  const { node, origin = node } = requirement;
  const isTold = told.has(node) || told.has(origin);
  told.add(node).add(origin);
  if (isTold) return;
  const { table } = checking.scope;
  const values = [...namesIn(requirement, table.names)].flatMap((name) => {
    const value = table.values.get(name);
    return value === undefined ? [] : [`${name.replace(/#.*$/, "")} = ${value}`];
  });
  const says = requirement.says.replace(/^./, (first) => first.toUpperCase());
  const place = { node: requirement.node };
  const demand = `${demandText(requirement, table.names)}, but ${values.join(" and ")}`;
  const { otherwise } = requirement;
  const facts = demandOf(requirement, table.names, (name) => table.values.get(name));
  if (otherwise) {
    const why = values.length === 0 ? failureText(requirement) : demand;
    report(
      checking,
      { code: otherwise.code, title: `${otherwise.title}.`, why: [`${why}.`], facts },
      place,
    );
    return;
  }
  const split = splitText(checking, requirement);
  if (split !== undefined) {
    const inner = values.filter((value) => !split.includes(`\`${value.split(" ")[0]}\` (`));
    const here = inner.length === 0 ? [] : [`Here ${inner.join(" and ")}.`];
    report(checking, { code: "S06", title: split, why: [`${says}.`, ...here], facts }, place);
    return;
  }
  if (values.length === 0) {
    report(checking, refuted(`${says}: ${failureText(requirement)}.`, [], facts), place);
    return;
  }
  report(checking, refuted(`${demand}.`, [`${says}.`], facts), place);
}

/** "`d` (512) does not split into `h` (6) equal parts." */
function splitText(checking: Checking, requirement: Requirement): string | undefined {
  if (requirement.kind !== "divides" || isStated(requirement) || requirement.rounding)
    return undefined;
  const { names } = checking.scope.table;
  const quoted = (size: Size) => {
    const value = checking.sizes.evaluate(size);
    const text = printSize(size, names);
    return text === `${value}` ? text : `\`${text}\` (${value})`;
  };
  return `${quoted(requirement.size)} does not split into ${quoted(requirement.divisor)} equal parts.`;
}
