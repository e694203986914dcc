import type { Document, Expression, NodeId, Statement } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  definitionOf,
  type Found,
  findNode,
  splitPath,
  withInserted,
  withStatement,
} from "./document-tree.ts";
import { nameExpression, replaceExpression } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { freshArrayName, nameComplaint, namesUsed, reservedComplaint } from "./names.ts";
import { opOf, titleOf } from "./titles.ts";

/** A nested expression that has been given a line of its own. */
export interface Extracted {
  readonly document: Document;
  readonly name: string;
  /** The new line. */
  readonly line: NodeId;
}

/** Gives a nested operation a line of its own with a name: `F2` on a part of a longer expression. */
export function nameOperand(
  context: EditContext,
  { node, name }: { readonly node: NodeId; readonly name?: string },
): Edit {
  const found = findNode(context.document, node);
  if (found?.expression === undefined) return refuse("This operation is no longer in the file.");
  if (found.expression.id === found.statement.id) {
    return refuse("This operation has a line of its own already; rename its array.");
  }
  const complaint = name === undefined ? undefined : complaintAbout(context, found, name);
  if (complaint !== undefined) return refuse(complaint);
  const title = titleOf(context.document, found.expression);
  const extracted = extract(context, node, name);
  if (extracted === undefined) return refuse("A number or an array needs no line of its own.");
  const document = fitShapes(context, extracted.document, [extracted.line]);
  return finish(context, {
    document,
    label: `Named ${title} ${extracted.name}`,
    select: [extracted.line],
  });
}

function complaintAbout(context: EditContext, found: Found, name: string): string | undefined {
  const place = definitionOf(context.document, found.path);
  const used = namesUsed(context.document, place).has(name);
  return (
    nameComplaint(name) ??
    reservedComplaint(name, "an array") ??
    (used ? `\`${name}\` is already in use here; choose another name.` : undefined)
  );
}

/** As `nameOperand`, without reading back; `undefined` for a name, a number, `?` or a whole line. */
export function extract(context: EditContext, node: NodeId, name?: string): Extracted | undefined {
  const { document } = context;
  const found = findNode(document, node);
  const expression = found?.expression;
  if (found === undefined || expression === undefined || !isOperation(expression)) return undefined;
  const { statement, path } = found;
  if (expression.id === statement.id) return undefined;
  const place = definitionOf(document, path);
  const fresh = name ?? freshArrayName(letterOf(document, expression), context, place);
  const line = `new ${fresh}`;
  const made: Statement = {
    id: line,
    kind: "array",
    lead: [],
    results: [{ name: fresh }],
    value: expression,
  };
  const rest = replaceExpression(statement, node, () => nameExpression(fresh));
  const { body, index } = bodyOfReading(path, statement);
  return {
    document: withInserted(withStatement(document, path, rest), { body, index }, made),
    name: fresh,
    line,
  };
}

/** A loop's start and what it slices are read outside of the loop. */
function bodyOfReading(path: readonly number[], { kind }: Statement) {
  return splitPath(kind === "each" || kind === "carry" ? path.slice(0, -1) : path);
}

function isOperation({ kind }: Expression): boolean {
  return kind === "call" || kind === "infix" || kind === "prefix";
}

/** The capital letter that an operation's results are named by. */
export function letterOf(document: Document, expression: Expression): string {
  const word = opOf(document, expression)?.name ?? titleOf(document, expression);
  return word.slice(0, 1).toUpperCase();
}
