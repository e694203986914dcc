import type { Document, Expression, Statement } from "../../document/document.ts";
import {
  bodyAt,
  type DefinitionPlace,
  definitionOf,
  mapStatements,
  type PlacedStatement,
  statementAt,
  statementsOf,
  type TreePath,
  withBody,
} from "./document-tree.ts";
import { identifiedAnew, mapExpression, mapExpressions } from "./expression-tree.ts";

/** The document with every use of an array in its definition replaced by another value. */
export function withUsesReplaced(
  document: Document,
  place: DefinitionPlace,
  name: string,
  by: Expression,
): Document {
  const replaced = mapStatements(document, (statement, path) => {
    if (definitionOf(document, path).body.join() !== place.body.join()) return statement;
    const changed = mapExpressions(statement, (expression) =>
      mapExpression(expression, (part) =>
        part.kind === "name" && part.name === name ? { ...by, id: "" } : part,
      ),
    );
    const again = changed === statement ? statement : identifiedAnew(changed);
    return by.kind === "name" ? withNameReplaced(again, name, by.name) : again;
  });
  return by.kind === "name" ? replaced : withoutOutput(replaced, place, name);
}

/** Uses by name alone: the outputs at the top, and what a carry goes on as. */
function withNameReplaced(statement: Statement, name: string, by: string): Statement {
  if (statement.kind === "carry" && statement.to.name === name) {
    return { ...statement, to: { ...statement.to, name: by } };
  }
  if (statement.kind !== "output" || !statement.ports.some((port) => port.name === name)) {
    return statement;
  }
  const ports = statement.ports.map((port) => (port.name === name ? { ...port, name: by } : port));
  return { ...statement, ports };
}

/** The document where the top no longer gives an array out. */
function withoutOutput(document: Document, place: DefinitionPlace, name: string): Document {
  if (place.body.length > 0) return document;
  return withBody(document, [], (statements) =>
    statements.flatMap((statement): readonly Statement[] => {
      if (statement.kind !== "output") return [statement];
      const ports = statement.ports.filter((port) => port.name !== name);
      if (ports.length === statement.ports.length) return [statement];
      if (ports.length === 0) return [];
      const { verbatim: _, ...line } = statement;
      return [{ ...line, ports }];
    }),
  );
}

/** Whether something needs the array by this very name: a block's output, or the way on of a carry. */
export function isNeededByName(document: Document, place: DefinitionPlace, name: string): boolean {
  return isBlockOutput(document, place, name) || carriesOn(document, place, name) !== undefined;
}

/** Whether a block gives out the array. */
export function isBlockOutput(document: Document, place: DefinitionPlace, name: string): boolean {
  const block = place.body.length === 0 ? undefined : statementAt(document, place.body);
  return block?.kind === "block" && block.outputs.some((port) => port.name === name);
}

/** The carry that goes on as the array. */
function carriesOn(
  document: Document,
  place: DefinitionPlace,
  name: string,
): PlacedStatement | undefined {
  return statementsOf(document, place).find(
    ({ statement }) => statement.kind === "carry" && statement.to.name === name,
  );
}

/** The document without a statement; blank lines and comments set apart above it stay. */
export function withoutStatement(document: Document, path: TreePath): Document {
  const index = path.at(-1) ?? -1;
  const body = path.slice(0, -1);
  const kept = leadSetApart(bodyAt(document, body)[index]);
  return withBody(document, body, (statements) => {
    const next = statements[index + 1];
    const rest = statements.toSpliced(index, next === undefined ? 1 : 2);
    if (next === undefined || kept.length === 0) {
      return next === undefined ? rest : rest.toSpliced(index, 0, next);
    }
    return rest.toSpliced(index, 0, withLeadAbove(next, kept));
  });
}

/** What stands above a statement and is set apart from it by an empty line. */
function leadSetApart(statement: Statement | undefined): readonly string[] {
  const lead = statement?.lead ?? [];
  const last = lead.lastIndexOf("");
  return lead.slice(0, last + 1);
}

function withLeadAbove(statement: Statement, above: readonly string[]): Statement {
  const isBlank = above.every((line) => line === "");
  if (isBlank && statement.lead[0] === "") return statement;
  const indent =
    /^ */.exec(statement.verbatim?.split("\n")[statement.lead.length] ?? "")?.[0] ?? "";
  const lines = above.map((line) => (line === "" ? "" : indent + line));
  const verbatim =
    statement.verbatim === undefined ? undefined : [...lines, statement.verbatim].join("\n");
  return {
    ...statement,
    lead: [...above, ...statement.lead],
    ...(verbatim !== undefined && { verbatim }),
  };
}
