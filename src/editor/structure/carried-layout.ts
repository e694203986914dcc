import type { LayoutLine, NodeId, Statement } from "../../document/document.ts";
import { nodesOf, underNames } from "../../document/layout-nodes.ts";
import { throughPart } from "../../document/named-part.ts";
import { expressionsOf, walkExpression, walkStatements } from "../../document/parts.ts";
import { anew } from "../edits/document-tree.ts";

/** What nodes and arrays are called where lines go, as lines of `layout:` write them. */
export interface CarriedNames {
  /** A node or array that comes along with the lines. */
  coming(name: NodeId): NodeId | undefined;
  /** One that is there already and that what comes may be ordered against. */
  there?(name: NodeId): NodeId | undefined;
}

/**
 * Copies of the lines of `layout:` that are about what comes along: which calls are open, what was
 * placed by hand, plates and remarks.
 */
export function carriedLines(
  layout: readonly LayoutLine[],
  { coming, there = () => undefined }: CarriedNames,
): readonly LayoutLine[] {
  const nameOf = (name: NodeId): NodeId => coming(name) ?? there(name) ?? name;
  return layout.flatMap((line): readonly LayoutLine[] => {
    const nodes = nodesOf(line);
    const carried = nodes.flatMap((name) => throughPart(name, coming) ?? []);
    if (carried.length === 0) return [];
    if (line.kind === "plate") return [copyOf({ ...line, nodes: carried })];
    const isWhole = nodes.every(
      (name) => (throughPart(name, coming) ?? throughPart(name, there)) !== undefined,
    );
    return isWhole ? [copyOf(underNames(line, nameOf))] : [];
  });
}

/** Ids of lines, of what stands in their bodies, and of their operations. */
export function idsIn(lines: readonly Statement[]): ReadonlySet<NodeId> {
  const ids = new Set<NodeId>();
  walkStatements(lines, (line) => {
    ids.add(line.id);
    for (const expression of expressionsOf(line)) {
      walkExpression(expression, ({ id }) => ids.add(id));
    }
  });
  return ids;
}

/** An array as a line of `layout:` writes it. */
export function arrayIn(definition: string, array: string): NodeId {
  return definition === "" ? array : `${definition}/${array}`;
}

/** The name of an array of a definition; `undefined` for what belongs to another one. */
export function arrayOf(definition: string, name: NodeId): string | undefined {
  if (definition === "") return name.includes("/") ? undefined : name;
  return name.startsWith(`${definition}/`) ? name.slice(definition.length + 1) : undefined;
}

/** A line that stands elsewhere too: its comments stay with the one that it is copied from. */
export function copyOf(line: LayoutLine): LayoutLine {
  const { comment: _, ...rest } = line;
  return anew({ ...rest, lead: [] });
}
