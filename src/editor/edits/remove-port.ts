import type { Argument, Document, Expression } from "../../document/document.ts";
import { isNeededByName, withUsesReplaced } from "./consumers.ts";
import {
  bodyAt,
  definitionOf,
  mapStatements,
  statementAt,
  type TreePath,
  withInserted,
  withStatement,
} from "./document-tree.ts";
import { identified, mapExpression, mapExpressions, UNKNOWN } from "./expression-tree.ts";

/** The document without a port of a block, at its calls either. */
export function withoutBlockPort(document: Document, path: TreePath, array: string): Document {
  const block = statementAt(document, path);
  if (block?.kind !== "block" && block?.kind !== "custom") return document;
  const input = block.inputs.findIndex(({ name }) => name === array);
  if (input >= 0) {
    const inputs = block.inputs.toSpliced(input, 1);
    const signed = withStatement(document, path, { ...block, inputs });
    return withoutArgument(withoutUses(signed, path, array), block.name, input);
  }
  const output = block.outputs.findIndex(({ name }) => name === array);
  if (output < 0) return document;
  const outputs = block.outputs.toSpliced(output, 1);
  const signed = withStatement(document, path, { ...block, outputs });
  return withoutResult(signed, block.name, output);
}

function withoutUses(document: Document, path: TreePath, array: string): Document {
  const block = statementAt(document, path);
  if (block?.kind !== "block") return document;
  const place = { name: block.name, body: path };
  if (!isNeededByName(document, place, array)) {
    return withUsesReplaced(document, place, array, UNKNOWN);
  }
  const index = bodyAt(document, path).length;
  const id = `open ${array}`;
  const results = [{ name: array }];
  const line = identified({ id, kind: "array", lead: [], results, value: UNKNOWN } as const);
  return withInserted(document, { body: path, index }, line);
}

function withoutArgument(document: Document, block: string, index: number): Document {
  const shortened = (part: Expression): Expression => {
    if (part.kind !== "call" || part.callee !== block) return part;
    const args = part.args.map(
      (argument): Argument => ({ ...argument, value: mapExpression(argument.value, shortened) }),
    );
    return { ...part, args: args.toSpliced(index, 1) };
  };
  return mapStatements(document, (statement) =>
    statement.kind === "layer"
      ? statement
      : mapExpressions(statement, (expression) => mapExpression(expression, shortened)),
  );
}

function withoutResult(document: Document, block: string, index: number): Document {
  let current = document;
  const gone: { readonly path: TreePath; readonly name: string }[] = [];
  current = mapStatements(current, (statement, path) => {
    if (statement.kind !== "array" || statement.value.kind !== "call") return statement;
    if (statement.value.callee !== block || statement.results.length <= 1) return statement;
    const name = statement.results[index]?.name;
    if (name === undefined) return statement;
    gone.push({ path, name });
    return { ...statement, results: statement.results.toSpliced(index, 1) };
  });
  for (const { path, name } of gone) {
    const place = definitionOf(current, path);
    if (!isNeededByName(current, place, name)) {
      current = withUsesReplaced(current, place, name, UNKNOWN);
      continue;
    }
    const line = identified({
      id: `open ${name}`,
      kind: "array",
      lead: [],
      results: [{ name }],
      value: UNKNOWN,
    } as const);
    const end = bodyAt(current, place.body).length;
    current = withInserted(current, { body: place.body, index: end }, line);
  }
  return current;
}
