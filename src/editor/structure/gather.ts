import type { Document, NodeId, Statement } from "../../document/document.ts";
import {
  allStatements,
  isWithin,
  type PlacedStatement,
  type TreePath,
} from "../edits/document-tree.ts";

/** Lines of one body, in text order, with the path of that body. */
export interface Gathered {
  readonly ok: true;
  readonly body: TreePath;
  readonly lines: readonly PlacedStatement[];
}

/** The lines of a selection, or why they do not stand together. */
export type Gathering = Gathered | { readonly ok: false; readonly says: string };

/** The lines that the nodes stand in, in text order; what lies inside another of them is left out. */
export function linesOf(document: Document, nodes: readonly NodeId[]): readonly PlacedStatement[] {
  const wanted = new Set(nodes.map(statementId));
  const exact = new Set(nodes);
  const found: PlacedStatement[] = [];
  for (const placed of allStatements(document)) {
    const { id } = placed.statement;
    if (!wanted.has(id) && !exact.has(id)) continue;
    const outer = found.at(-1);
    if (outer === undefined || !isWithin(placed.path, outer.path)) found.push(placed);
  }
  return found;
}

/** Gathers lines of one body; lines on both sides of a wall are refused with the reason. */
export function gather(document: Document, nodes: readonly NodeId[]): Gathering {
  const lines = linesOf(document, nodes);
  const [first] = lines;
  if (first === undefined) {
    return { ok: false, says: "Nothing is selected; select the operations first." };
  }
  const body = first.path.slice(0, -1);
  const stray = lines.find(
    ({ path }) => path.length !== first.path.length || !isWithin(path, body),
  );
  if (stray === undefined) return { ok: true, body, lines };
  return { ok: false, says: wallBetween(document, first, stray) };
}

/** A line in a sentence: its first name in backticks, or what it is. */
export function lineTitle(statement: Statement): string {
  switch (statement.kind) {
    case "array":
      return `\`${statement.results[0]?.name ?? "?"}\``;
    case "input":
    case "output":
    case "weight":
      return `\`${statement.ports[0]?.name ?? "?"}\``;
    case "each":
    case "carry":
    case "collect":
      return `\`${statement.port.name}\``;
    case "block":
    case "custom":
    case "layer":
      return `\`${statement.name}\``;
    case "save":
      return `\`save ${statement.memory}\``;
    case "repeat":
      return "the repeat";
    case "scan":
      return statement.axis.kind === "axis"
        ? `the scan over \`${statement.axis.name}\``
        : "the scan";
    case "error":
      return "a line that cannot be read";
    default:
      return `the \`${statement.kind}\` line`;
  }
}

/** Lines in a label: the name of a single one, else how many there are. */
export function linesTitle(lines: readonly Statement[]): string {
  const [only, ...more] = lines;
  if (only === undefined || more.length > 0) return `${lines.length} lines`;
  return lineTitle(only).replaceAll("`", "");
}

/** The statement that a node is or is part of: operands are numbered after its id. */
function statementId(node: NodeId): NodeId {
  return node.replace(/(\.[0-9]+)+$/, "");
}

function wallBetween(document: Document, one: PlacedStatement, other: PlacedStatement): string {
  const [a, b] = [lineTitle(one.statement), lineTitle(other.statement)];
  const shared = one.path.findIndex((index, at) => other.path[at] !== index);
  const inner = one.path.length - 1 > shared ? one : other;
  const outer = inner === one ? b : a;
  const wall = statementOn(document, inner.path.slice(0, shared + 1));
  const isBlock = wall === undefined || wall.kind === "block";
  const inside = inner === one ? a : b;
  return isBlock
    ? `${capital(a)} and ${b} stand in different blocks; select lines of one.`
    : `${capital(inside)} stands inside ${lineTitle(wall)} and ${outer} outside it; select lines of one side.`;
}

function statementOn(document: Document, path: TreePath): Statement | undefined {
  let statements = document.statements;
  let found: Statement | undefined;
  for (const index of path) {
    found = statements[index];
    statements = found && "body" in found && found.kind !== "error" ? found.body : [];
  }
  return found;
}

/** A sentence begins with a capital. */
export function capital(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
