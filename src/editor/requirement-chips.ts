import { symbol } from "../../shapes/size.ts";
import type { TypedDefinition, TypedDiagram } from "../typing/diagram.ts";
import { holds, namesIn, requirementLabel } from "../typing/requirement.ts";

/** Something that must hold of sizes, as a chip shows it. */
export interface RequirementChip {
  /** "h divides m" */
  readonly label: string;
  readonly standing: "met" | "open" | "refuted";
  /** Why it is required, and how it stands, as sentences. */
  readonly says: string;
  /** The node that requires it. */
  readonly node: string;
}

/** What a definition requires of its sizes, each once. */
export function requirementChips(
  definition: TypedDefinition,
  typed: TypedDiagram,
): readonly RequirementChip[] {
  const numberAt = (name: string) => typed.evaluate(symbol(name));
  const chips = new Map<string, RequirementChip>();
  for (const requirement of definition.requirements) {
    const label = requirementLabel(requirement, [...typed.sizes.keys()]);
    if (chips.has(label)) continue;
    const known = holds(requirement, numberAt);
    const standing = known === undefined ? "open" : known ? "met" : "refuted";
    const values = [...namesIn(requirement, [...typed.sizes.keys()])].flatMap((name) => {
      const value = numberAt(name);
      return value === undefined ? [] : [`${name.replace(/#.*$/, "")} = ${value}`];
    });
    const reason = requirement.says.replace(/^./, (first) => first.toUpperCase());
    const says = `${reason}. ${STANDINGS[standing](values.join(", "))}`;
    chips.set(label, { label, standing, says, node: requirement.node });
  }
  return [...chips.values()];
}

const STANDINGS = {
  met: (values: string) => `It holds: ${values}.`,
  refuted: (values: string) => `It does not hold: ${values}.`,
  open: () => "It has to hold for the sizes that are set.",
} as const;
