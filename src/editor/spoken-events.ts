import type { TypedDefinition, TypedDiagram, Value } from "../typing/diagram.ts";
import { indexDefinition } from "./definition-index.ts";
import type { Problem } from "./problems.ts";
import { plural } from "./speech.ts";
import { spokenName, spokenSentence, spokenText } from "./spoken-words.ts";

/** What is said of the problems once the hands rest. */
export function spokenProblems(problems: readonly Problem[]): string {
  const found = problems.filter(({ diagnostic }) => diagnostic.severity !== "info");
  const [first] = found;
  if (first === undefined) return "No problems.";
  const where = `in line ${first.span.line}: ${spokenSentence(first.diagnostic.title)}`;
  return found.length === 1
    ? `1 problem ${where}`
    : `${plural(found.length, "problem")}, the first ${where}`;
}

/** "Undid: rename g to h." of the label "Renamed g to h". */
export function spokenUndo(label: string): string {
  return `Undid: ${withPlainVerb(label)}.`;
}

/** "Did again: rename g to h." of the label "Renamed g to h". */
export function spokenRedo(label: string): string {
  return `Did again: ${withPlainVerb(label)}.`;
}

function withPlainVerb(label: string): string {
  return spokenText(label).replace(/^\S+/, (verb) => plainForm(verb.toLowerCase()));
}

/** Verbs of labels whose past does not tell their plain form. */
const PLAIN: Readonly<Record<string, string>> = { made: "make", gave: "give", took: "take" };

/** Verbs that end in `e`, which the past takes away. */
const WITH_E = /^(clos|delet|duplicat|mov|nam|past|plac|releas|renam|replac|typ|us)$/;

/** "rename" of "renamed", "swap" of "swapped", "cut" of "cut". */
function plainForm(past: string): string {
  const known = PLAIN[past];
  if (known !== undefined || !past.endsWith("ed")) return known ?? past;
  const stem = past.slice(0, -2);
  if (WITH_E.test(stem)) return `${stem}e`;
  return /([bgnpt])\1$/.test(stem) ? stem.slice(0, -1) : stem.replace(/i$/, "y");
}

/** The most arrays that are named one by one. */
const MOST = 2;

/**
 * The arrays that an edit gave another shape or made: "Z is y, k, h." Nothing where an edit leaves
 * every shape as it was.
 */
export function spokenShapes(before: TypedDiagram, after: TypedDiagram): string {
  const changed = [...after.definitions.values()].flatMap((definition) => {
    const known = shapesOf(before.definitions.get(definition.name));
    return [...shapesOf(definition)].filter(([name, shape]) => known.get(name) !== shape);
  });
  if (changed.length === 0) return "";
  const named = changed.slice(0, MOST).map(([name, shape]) => `${spokenName(name)} is ${shape}`);
  const rest = changed.length - named.length;
  const more = rest === 0 ? [] : [`${plural(rest, "more array")} changed`];
  return `${[...named, ...more].join("; ")}.`;
}

function shapesOf(definition: TypedDefinition | undefined): ReadonlyMap<string, string> {
  const shapes = new Map<string, string>();
  const hold = (value: Value): void => {
    if (value.name === undefined || value.scalar !== undefined) return;
    const axes = value.type.shape.map(({ name }) => spokenName(name)).join(", ");
    shapes.set(value.name, axes === "" ? "one number" : axes);
  };
  if (definition === undefined) return shapes;
  definition.inputs.forEach(hold);
  for (const node of indexDefinition(definition).nodes.values()) node.results.forEach(hold);
  return shapes;
}
