import { balanceBound } from "../../shapes/requirement.ts";
import { type Checking, report } from "./checking.ts";
import { refuted } from "./name-messages.ts";
import {
  demandText,
  failureText,
  holds,
  isPlain,
  namesIn,
  type Requirement,
  resolveRequirement,
} from "./requirement.ts";

/** Requirements as they stand at the end; those that the values refute are mistakes, others chips. */
export function settledRequirements(checking: Checking): readonly Requirement[] {
  const { table } = checking.scope;
  const numberAt = (name: string) => table.values.get(name);
  const settled = new Map<string, Requirement>();
  const told = new Set<string>();
  const hasErrors = checking.diagnostics.some(({ severity }) => severity === "error");
  for (const requirement of [...checking.requirements, ...checking.sizes.settle()]) {
    const here = balanced(resolveRequirement(requirement, checking.sizes.resolve));
    const standing = holds(here, numberAt);
    if (isPlain(here) || (standing === true && namesIn(here).size === 0)) continue;
    const isFollowing = here.kind === "equal" && hasErrors;
    if (standing === false && !isFollowing) tellRefuted(checking, here, told);
    settled.set(`${demandText(here, table.names)} ${here.node}`, here);
  }
  return [...settled.values()];
}

/** Bounds with positive terms only, so that the same bound is found once. */
function balanced(requirement: Requirement): Requirement {
  if (requirement.kind !== "atLeast" || namesIn(requirement).size === 0) return requirement;
  return { ...requirement, ...balanceBound(requirement.size, requirement.least) };
}

function tellRefuted(checking: Checking, requirement: Requirement, told: Set<string>): void {
  const { node, origin = node } = requirement;
  if (told.has(node) || told.has(origin)) return;
  told.add(node).add(origin);
  const { table } = checking.scope;
  const values = [...namesIn(requirement)].flatMap((name) => {
    const value = table.values.get(name);
    return value === undefined ? [] : [`${name.replace(/#.*$/, "")} = ${value}`];
  });
  const says = requirement.says.replace(/^./, (first) => first.toUpperCase());
  const place = { node: requirement.node };
  const demand = `${demandText(requirement, table.names)}, but ${values.join(" and ")}`;
  const { otherwise } = requirement;
  if (otherwise) {
    const why = values.length === 0 ? failureText(requirement) : demand;
    report(
      checking,
      { code: otherwise.code, title: `${otherwise.title}.`, why: [`${why}.`] },
      place,
    );
    return;
  }
  if (values.length === 0) {
    report(checking, refuted(`${says}: ${failureText(requirement)}.`, []), place);
    return;
  }
  report(checking, refuted(`${demand}.`, [`${says}.`]), place);
}
