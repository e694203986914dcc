import type { Document, Port, Statement } from "../../document/document.ts";
import {
  allStatements,
  type DefinitionPlace,
  definitionOf,
  type PlacedStatement,
  type TreePath,
} from "./document-tree.ts";
import { UNKNOWN } from "./expression-tree.ts";
import { visibleNames } from "./scope.ts";

type UnreadLine = Extract<Statement, { kind: "error" }>;

/** A line that did not parse, as `NAME = ?`: the arrays that it stands for are left to be given. */
export function asOpenLine(
  document: Document,
  path: TreePath,
  { id, lead, results }: UnreadLine,
): Extract<Statement, { kind: "array" }> {
  const ports = results ?? firstName(document, path, id);
  return { id, lead, kind: "array", results: ports, value: { ...UNKNOWN, id } };
}

/** Ids of such lines are made of the first name on them. */
function firstName(document: Document, path: TreePath, id: string): readonly Port[] {
  const name = /(?:^|\/)([A-Za-z][A-Za-z0-9_]*'*)$/.exec(id)?.[1];
  return name === undefined || visibleNames(document, path.slice(0, -1)).has(name)
    ? []
    : [{ name }];
}

/** Why a name cannot change: a line that did not parse has it, and such a line keeps its text. */
export function unreadMention(
  document: Document,
  name: string,
  place?: DefinitionPlace,
): string | undefined {
  const isHere = ({ path }: PlacedStatement) =>
    place === undefined || definitionOf(document, path).body.join() === place.body.join();
  for (const each of allStatements(document)) {
    const { statement } = each;
    if (statement.kind !== "error" || !isHere(each)) continue;
    const names = [statement.text, ...statement.body].join(" ").match(/[A-Za-z][A-Za-z0-9_]*'*/g);
    if (names?.includes(name) !== true) continue;
    return `\`${name}\` also stands on a line that cannot be read: \`${shortened(statement.text)}\`. Mend that line first.`;
  }
  return undefined;
}

function shortened(text: string): string {
  const line = text.trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
