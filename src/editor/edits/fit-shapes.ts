import type { AxisTerm, Document, NodeId, Port, Statement } from "../../document/document.ts";
import type { TypedDiagram, Value } from "../../typing/diagram.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { indexDefinition } from "../definition-index.ts";
import type { EditContext } from "../edit.ts";
import { allStatements, definitionOf, mapStatements } from "./document-tree.ts";
import { typedArray } from "./scope.ts";

/** More rounds than this take a chain of lines that each wait for the one before. */
const ROUNDS = 40;

type ArrayStatement = Extract<Statement, { kind: "array" }>;

/**
 * Lets written shapes follow an edit: a line that said its shape rightly before goes on doing so,
 * and the lines that were `touched` get one as soon as it is known. What is wrong stays as written.
 */
export function fitShapes(
  context: EditContext,
  document: Document,
  touched: readonly NodeId[],
): Document {
  const wrongBefore = misshapen(context.typed);
  const open = new Set<NodeId>();
  let typed = inferDiagram(document);
  for (let round = 0; round < ROUNDS; round += 1) {
    const wrong = [...misshapen(typed)].filter(
      (id) => !open.has(id) && (touched.includes(id) || !wrongBefore.has(id)),
    );
    if (wrong.length === 0) break;
    for (const id of wrong) open.add(id);
    typed = inferDiagram(
      mapArrays(document, (line) => (open.has(line.id) ? shapeless(line) : line)),
    );
  }
  const asks = (line: ArrayStatement) =>
    open.has(line.id) ||
    (touched.includes(line.id) && lacksShape(line) && isNewlyKnown(context, line));
  return mapArrays(document, (line, definition) =>
    asks(line) ? shaped(line, typed, definition) : line,
  );
}

/** Lines whose written shape is not the computed one. */
function misshapen(typed: TypedDiagram): ReadonlySet<NodeId> {
  return new Set(
    typed.diagnostics.flatMap(({ code, place }) => (code === "N04" ? (place.node ?? []) : [])),
  );
}

function mapArrays(
  document: Document,
  change: (line: ArrayStatement, definition: string) => ArrayStatement,
): Document {
  return mapStatements(document, (statement, path) =>
    statement.kind === "array" ? change(statement, definitionOf(document, path).name) : statement,
  );
}

function lacksShape({ results }: ArrayStatement): boolean {
  return results.some((port) => port.shape === undefined);
}

/** Whether nothing was known of the line before; an author who leaves a known shape out means it. */
function isNewlyKnown({ document, typed }: EditContext, line: ArrayStatement): boolean {
  const old = allStatements(document).find(({ statement }) => statement.id === line.id);
  if (old === undefined) return true;
  const { name } = definitionOf(document, old.path);
  return line.results.some((port) => {
    const value = typedArray(typed, { definition: name, array: port.name });
    return value === undefined || value.poisoned === true;
  });
}

function shapeless(line: ArrayStatement): ArrayStatement {
  const results = line.results.map(({ shape: _, ...port }): Port => port);
  return { ...line, results };
}

function shaped(line: ArrayStatement, typed: TypedDiagram, definition: string): ArrayStatement {
  const checked = typed.definitions.get(definition);
  const node = checked && indexDefinition(checked).nodes.get(line.id);
  if (node?.wrong === true) return line;
  const results = line.results.map((port) => {
    // Another name for an array is no operation, so that typing has no array of its own for it.
    const array = line.value.kind === "name" ? line.value.name : port.name;
    return shapedPort(port, typedArray(typed, { definition, array }));
  });
  return results.every((port, index) => port === line.results[index]) ? line : { ...line, results };
}

function shapedPort(port: Port, value: Value | undefined): Port {
  if (value === undefined || value.poisoned === true || value.scalar !== undefined) return port;
  const old = port.shape ?? [];
  const shape = value.type.shape.map(
    ({ name }): AxisTerm =>
      old.find((term) => term.kind === "axis" && term.name === name) ?? { kind: "axis", name },
  );
  return { ...port, shape };
}
