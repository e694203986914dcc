import type { Document, LayoutLine, NodeId, Statement } from "../../document/document.ts";
import { nodesOf } from "../../document/layout-nodes.ts";
import { isNameLine, type NameLine } from "../../document/name-line.ts";
import { namedPart } from "../../document/named-part.ts";
import { expressionsOf, portsOf, walkExpression } from "../../document/parts.ts";
import { allStatements, anew, findDefinition, statementAt, statementsOf } from "./document-tree.ts";
import { writtenAxes } from "./names.ts";

type FigureLine = Extract<LayoutLine, { kind: "figure" }>;

/** The lines of the layout section without those whose nodes, arrays and axes an edit has taken away. */
export function sweptLayout(before: Document, after: Document): readonly LayoutLine[] {
  const [olds, news] = [nodesIn(before), nodesIn(after)];
  const isThere = (name: NodeId) => {
    const id = namedPart(name)?.of ?? name;
    return news.has(id) || !olds.has(id);
  };
  const whole = after.layout.map((line) => withoutGone(line, isThere));
  const kept = whole.filter((line) => {
    if (line.kind === "plate") return line.nodes.length > 0;
    if (line.kind === "figure") return line.parts.length > 0;
    const nodes = nodesOf(line);
    if (nodes.length > 0) return nodes.every(isThere);
    if (line.kind === "detail") return line.block === "" || isThere(`block:${line.block}`);
    return !isNameLine(line) || isLabelled(after, line) || !isLabelled(before, line);
  });
  const isSame =
    kept.length === after.layout.length && kept.every((line, i) => line === after.layout[i]);
  return isSame ? after.layout : kept;
}

/** A plate stays around what is left of its nodes, a grid without the arrow from one that has gone. */
function withoutGone(line: LayoutLine, isThere: (id: NodeId) => boolean): LayoutLine {
  if (line.kind === "figure") {
    const parts = line.parts.filter(({ block }) => isThere(`block:${block}`));
    return parts.length === line.parts.length ? line : anew({ ...line, parts: asRow(line, parts) });
  }
  if (line.kind === "picture" && line.from !== undefined && !isThere(line.from)) {
    const { from: _, words: __, ...alone } = line;
    return anew(alone);
  }
  if (line.kind !== "plate" || line.nodes.every(isThere)) return line;
  return anew({ ...line, nodes: line.nodes.filter(isThere) });
}

/** A row whose first diagram has gone begins as it began: what is first now follows from nothing there. */
function asRow(line: FigureLine, parts: FigureLine["parts"]): FigureLine["parts"] {
  const [first, ...rest] = parts;
  if (first === undefined || first === line.parts[0]) return parts;
  const relation = line.parts[0]?.relation;
  return [{ block: first.block, ...(relation && { relation }) }, ...rest];
}

/** Ids of nodes, and names of arrays as lines that place them write them. */
function nodesIn(document: Document): ReadonlySet<NodeId> {
  const ids = new Set<NodeId>();
  for (const { statement } of allStatements(document)) {
    ids.add(statement.id);
    for (const port of portsOf(statement)) ids.add(`${scopeOf(statement)}${port.name}`);
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, (part) => ids.add(part.id));
    }
  }
  return ids;
}

/** What the names of the arrays of a line begin with in lines that place them. */
function scopeOf({ id, kind }: Statement): string {
  if (kind === "block" || kind === "custom") return `${id.slice(id.indexOf(":") + 1)}/`;
  return id.slice(0, id.indexOf("/") + 1);
}

function isLabelled(document: Document, line: NameLine): boolean {
  if (line.of === "custom") {
    return document.statements.some(({ id }) => id === `custom:${line.name}`);
  }
  const place = findDefinition(document, line.block);
  if (place === undefined) return false;
  if (line.of !== "array") {
    const isOfFile = line.of === "size" || line.block === "";
    return (
      writtenAxes(document, place).has(line.name) || (isOfFile && hasSize(document, line.name))
    );
  }
  const block = statementAt(document, place.body);
  const statements = statementsOf(document, place).map(({ statement }) => statement);
  return [...(block ? [block] : []), ...statements]
    .flatMap(portsOf)
    .some((port) => port.name === line.name);
}

function hasSize({ statements }: Document, name: string): boolean {
  return statements.some(
    (statement) => statement.kind === "size" && statement.sizes.some((size) => size.name === name),
  );
}
