import type { Document, Expression, NodeId, Statement } from "../../document/document.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";

/** Positions in statement lists, from the top of the file down into bodies; `[]` is the file. */
export type TreePath = readonly number[];

/** A statement and where it stands. */
export interface PlacedStatement {
  readonly path: TreePath;
  readonly statement: Statement;
}

/** A statement found by an id, and the expression when the id is that of a part of its line. */
export interface Found extends PlacedStatement {
  readonly expression?: Expression;
}

/** Statements that hold others. */
export type BodyStatement = Extract<Statement, { kind: "block" | "repeat" | "scan" }>;

/** Whether the statement has a body that is read. */
function hasBody(statement: Statement): statement is BodyStatement {
  return statement.kind === "block" || statement.kind === "repeat" || statement.kind === "scan";
}

/** Every statement of the file with its path, outer before inner. */
export function allStatements(document: Document): readonly PlacedStatement[] {
  return placedIn(document.statements, []);
}

function placedIn(statements: readonly Statement[], body: TreePath): readonly PlacedStatement[] {
  return statements.flatMap((statement, index) => {
    const path = [...body, index];
    const inner = hasBody(statement) ? placedIn(statement.body, path) : [];
    return [{ path, statement }, ...inner];
  });
}

/** The statement or expression of that id. */
export function findNode(document: Document, id: NodeId): Found | undefined {
  for (const placed of allStatements(document)) {
    if (placed.statement.id === id) return { ...placed, ...wholeRightSide(placed.statement) };
    const expression = findExpression(placed.statement, id);
    if (expression !== undefined) return { ...placed, expression };
  }
  return undefined;
}

/** The expression that shares the id of its statement. */
function wholeRightSide(statement: Statement): { readonly expression?: Expression } {
  return statement.kind === "array" || statement.kind === "layer"
    ? { expression: statement.value }
    : {};
}

function findExpression(statement: Statement, id: NodeId): Expression | undefined {
  let found: Expression | undefined;
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      if (part.id === id) found ??= part;
    });
  }
  return found;
}

/** The statement at a path; `undefined` for the file itself and past the end. */
export function statementAt(document: Document, path: TreePath): Statement | undefined {
  let statements = document.statements;
  let found: Statement | undefined;
  for (const index of path) {
    found = statements[index];
    statements = found !== undefined && hasBody(found) ? found.body : [];
  }
  return found;
}

/** The statements of the body at a path, or of the file. */
export function bodyAt(document: Document, path: TreePath): readonly Statement[] {
  if (path.length === 0) return document.statements;
  const statement = statementAt(document, path);
  return statement !== undefined && hasBody(statement) ? statement.body : [];
}

/** The document with another list of statements in a body. */
export function withBody(
  document: Document,
  path: TreePath,
  change: (statements: readonly Statement[]) => readonly Statement[],
): Document {
  return { ...document, statements: changeBody(document.statements, path, change) };
}

function changeBody(
  statements: readonly Statement[],
  [index, ...rest]: TreePath,
  change: (statements: readonly Statement[]) => readonly Statement[],
): readonly Statement[] {
  if (index === undefined) return change(statements);
  return statements.map((statement, at) =>
    at === index && hasBody(statement)
      ? { ...statement, body: changeBody(statement.body, rest, change) }
      : statement,
  );
}

/** The document with one statement replaced; its line is printed anew, with its comments. */
export function withStatement(document: Document, path: TreePath, statement: Statement): Document {
  const { body, index } = splitPath(path);
  return withBody(document, body, (statements) =>
    statements.map((old, at) => (at === index && old !== statement ? anew(statement) : old)),
  );
}

/** The document with a new statement in a body, before what stands at `index`. */
export function withInserted(
  document: Document,
  { body, index }: { readonly body: TreePath; readonly index: number },
  statement: Statement,
): Document {
  return withBody(document, body, (statements) => statements.toSpliced(index, 0, statement));
}

/** At the top of a file an empty line stands between blocks and what follows them. */
export function leadAt(document: Document, body: TreePath): readonly string[] {
  return body.length === 0 && document.statements.at(-1)?.kind === "block" ? [""] : [];
}

/** Statement by statement through all bodies; what `change` returns anew is printed anew. */
export function mapStatements(
  document: Document,
  change: (statement: Statement, path: TreePath) => Statement,
): Document {
  const visit = (statements: readonly Statement[], body: TreePath): readonly Statement[] =>
    statements.map((old, index) => {
      const path = [...body, index];
      const changed = change(old, path);
      const fresh = changed === old ? old : anew(changed);
      return hasBody(fresh) ? { ...fresh, body: visit(fresh.body, path) } : fresh;
    });
  return { ...document, statements: visit(document.statements, []) };
}

/** A path as its body and the position there. */
export function splitPath(path: TreePath): { readonly body: TreePath; readonly index: number } {
  const index = path.at(-1);
  if (index === undefined) throw new RangeError("The file itself stands in no body.");
  return { body: path.slice(0, -1), index };
}

/** The same statement without its author's line, so that it is printed anew. */
export function anew<Line extends { readonly verbatim?: string }>(line: Line): Line {
  const { verbatim: _, ...rest } = line;
  return rest as Line;
}

/** Whether a path leads to or into another. */
export function isWithin(path: TreePath, outer: TreePath): boolean {
  return outer.every((index, at) => path[at] === index);
}

/** A definition: a block of the file by its name, or the top with `""`. */
export interface DefinitionPlace {
  readonly name: string;
  readonly body: TreePath;
}

/** The definition that a statement stands in; a block's own line belongs to the block. */
export function definitionOf(document: Document, path: TreePath): DefinitionPlace {
  const [first] = path;
  const outermost = first === undefined ? undefined : document.statements[first];
  if (first === undefined || outermost?.kind !== "block") return { name: "", body: [] };
  return { name: outermost.name, body: [first] };
}

/** The block that a line stands in or is the first line of; `""` at the top. */
export function blockAround(document: Document, line: NodeId): string {
  const placed = allStatements(document).find(({ statement }) => statement.id === line);
  return definitionOf(document, placed?.path ?? []).name;
}

/** Where a block's body is; of two blocks of one name the first holds, as in typing. */
export function findDefinition(document: Document, name: string): DefinitionPlace | undefined {
  if (name === "") return { name, body: [] };
  const index = document.statements.findIndex(
    (statement) => statement.kind === "block" && statement.name === name,
  );
  return index < 0 ? undefined : { name, body: [index] };
}

/** The statements of one definition, those in its loops included; blocks have their own. */
export function statementsOf(
  document: Document,
  { body }: DefinitionPlace,
): readonly PlacedStatement[] {
  return placedIn(bodyAt(document, body), body).filter(
    ({ statement, path }) =>
      statement.kind !== "block" &&
      statement.kind !== "custom" &&
      (body.length > 0 || document.statements[path[0] ?? -1]?.kind !== "block"),
  );
}
