import type { Document, NodeId, Statement } from "../../document/document.ts";
import { indexDefinition } from "../definition-index.ts";
import type { Edit, EditContext } from "../edit.ts";
import { withAxes } from "./connect.ts";
import { isBlockOutput, withUsesReplaced } from "./consumers.ts";
import { type DefinitionPlace, findNode, type TreePath, withStatement } from "./document-tree.ts";
import { mapExpression, mapExpressions, nameExpression } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { type Callee, drawOpenInsertion } from "./insert-operation.ts";
import { freshArrayName } from "./names.ts";
import { isUnwritten } from "./output-port.ts";
import { operandAt, withOperand } from "./port.ts";
import { type ArrayRef, makerOf, type PortRef, placeOf, typedArray } from "./scope.ts";

/** An operation that is dropped on an array between its maker and what reads it. */
export interface WireInsertion {
  readonly what: Callee;
  readonly array: ArrayRef;
  /** The consumers that are to read the result; all there are without them. */
  readonly consumers?: readonly PortRef[];
  /** Which operand of the operation takes the array, the first by default. */
  readonly operand?: number;
}

/** Inserts an operation on a wire: what read the array reads its result from then on. */
export function insertOnWire(context: EditContext, insertion: WireInsertion): Edit {
  const { document } = context;
  const { array, consumers: asked, what, operand = 0 } = insertion;
  const place = placeOf(document, array.definition);
  if (typeof place === "string") return refuse(place);
  const value = typedArray(context.typed, array);
  if (value !== undefined && value.name === undefined) {
    return refuse("This result has no name; give it one, then an operation fits behind it.");
  }
  const name = value?.name ?? array.array;
  const consumers = isAll(context, array, asked) ? undefined : asked;
  const [only, ...others] = consumers ?? [];
  const loop = loopAt(
    document,
    only === undefined || others.length > 0
      ? bodyOfMaker(document, place, name)
      : bodyOfConsumer(document, only, place),
  );
  const into = { definition: array.definition, ...(loop !== undefined && { loop }) };
  const from = Array.from({ length: operand + 1 }, (_, at) => (at === operand ? name : undefined));
  const drawn = drawOpenInsertion(context, { what, into, from, stands: "first" });
  if (!drawn.ok) return refuse(drawn.says);
  const joint = { line: drawn.line, name, result: drawn.names[0] ?? name, place };
  const joined =
    consumers === undefined
      ? throughAll({ ...context, document: drawn.document }, joint)
      : throughSome(drawn.document, consumers, joint);
  if (joined === undefined) return refuse(`\`${name}\` does not go into this port.`);
  const chosen = withAxes({ ...context, document: joined }, drawn.line);
  return finish(context, {
    document: fitShapes(context, chosen, [drawn.line]),
    label: `Inserted ${drawn.title} after ${name}`,
    select: [drawn.line],
  });
}

/** Whether these are all that read an array, so that a block's output keeps its name. */
function isAll(
  { typed }: EditContext,
  array: ArrayRef,
  consumers: readonly PortRef[] | undefined,
): boolean {
  const definition = typed.definitions.get(array.definition);
  const value = typedArray(typed, array);
  if (consumers === undefined || definition === undefined || value === undefined) return false;
  const uses = indexDefinition(definition).uses.get(value.id) ?? [];
  const isOutput = definition.outputs.some(({ id }) => id === value.id);
  return isOutput && uses.length === 0 && consumers.length === 1;
}

interface Joint {
  /** The new line. */
  readonly line: NodeId;
  readonly name: string;
  readonly result: string;
  readonly place: DefinitionPlace;
}

/** Where an array can be read: behind its line, and what a loop gives out behind the loop. */
function bodyOfMaker(document: Document, place: DefinitionPlace, name: string): TreePath {
  const maker = makerOf(document, place, name);
  if (maker === undefined) return place.body;
  const { kind } = maker.statement;
  return maker.path.slice(0, kind === "carry" || kind === "collect" ? -2 : -1);
}

/** The start of a carry, and what is sliced, are read around the loop. */
function bodyOfConsumer(
  document: Document,
  { node, operand }: PortRef,
  place: DefinitionPlace,
): TreePath {
  const found = findNode(document, node);
  if (found === undefined) return place.body;
  const { kind } = found.statement;
  if (kind === "block") return found.path;
  const isAround = kind === "each" || (kind === "carry" && operand !== "to");
  return found.path.slice(0, isAround ? -2 : -1);
}

/** The loop whose body it is. */
function loopAt(document: Document, body: TreePath): NodeId | undefined {
  let statements = document.statements;
  let found: Statement | undefined;
  for (const index of body) {
    found = statements[index];
    statements = found !== undefined && "body" in found && found.kind !== "error" ? found.body : [];
  }
  return found?.kind === "repeat" || found?.kind === "scan" ? found.id : undefined;
}

function throughSome(
  document: Document,
  consumers: readonly PortRef[],
  joint: Joint,
): Document | undefined {
  let through: Document | undefined = document;
  for (const consumer of consumers) through = through && throughOne(through, consumer, joint);
  return through;
}

function throughOne(
  document: Document,
  consumer: PortRef,
  { name, result }: Joint,
): Document | undefined {
  // What is given out because nothing uses it: now the result is.
  if (isUnwritten(consumer)) return document;
  const found = findNode(document, consumer.node);
  const old = found && operandAt(found, consumer.operand);
  if (found === undefined || old?.kind !== "name" || old.name !== name) return undefined;
  const statement = withOperand(found, consumer.operand, nameExpression(result));
  return withStatement(document, found.path, statement);
}

/** All consumers read the result, in which an array that the block gives out hands on its name. */
function throughAll(context: EditContext, joint: Joint): Document | undefined {
  const { document } = context;
  const { line, name, result, place } = joint;
  const own = findNode(document, line);
  if (own === undefined) return undefined;
  const maker = makerOf(document, place, name);
  if (isBlockOutput(document, place, name) && maker?.statement.kind === "array") {
    return withNameHandedOn(context, joint, own.path, own.statement);
  }
  const replaced = withUsesReplaced(document, place, name, nameExpression(result));
  const kept = withStatement(replaced, own.path, own.statement);
  return withOutputNamed(kept, place, name, result);
}

function withNameHandedOn(
  context: EditContext,
  { name, place, result }: Joint,
  path: TreePath,
  line: Statement,
): Document {
  const { document } = context;
  const aside = freshArrayName(name, context, place, [result]);
  const maker = makerOf(document, place, name);
  if (maker?.statement.kind !== "array" || line.kind !== "array") return document;
  const renamed = maker.statement.results.map((port) =>
    port.name === name ? { ...port, name: aside } : port,
  );
  const before = withStatement(document, maker.path, { ...maker.statement, results: renamed });
  const reading = mapExpressions(line, (expression) =>
    mapExpression(expression, (part) =>
      part.kind === "name" && part.name === name ? { ...part, name: aside } : part,
    ),
  );
  if (reading.kind !== "array") return document;
  const results = reading.results.map((port) => (port.name === result ? { ...port, name } : port));
  return withStatement(before, path, { ...reading, results });
}

function withOutputNamed(
  document: Document,
  place: DefinitionPlace,
  name: string,
  result: string,
): Document {
  const [at] = place.body;
  const block = at === undefined ? undefined : document.statements[at];
  if (block?.kind !== "block" || !block.outputs.some((port) => port.name === name)) return document;
  const outputs = block.outputs.map((port) =>
    port.name === name ? { ...port, name: result } : port,
  );
  return withStatement(document, place.body, { ...block, outputs });
}
