import type {
  Argument,
  Document,
  Expression,
  NodeId,
  Port,
  Statement,
} from "../../document/document.ts";
import { OPS } from "../../ops/index.ts";
import type { Op } from "../../ops/op.ts";
import type { Edit, EditContext } from "../edit.ts";
import { openBrackets } from "./choose-axes.ts";
import { withAxes } from "./connect.ts";
import {
  type DefinitionPlace,
  definitionOf,
  findNode,
  leadAt,
  type TreePath,
  withInserted,
} from "./document-tree.ts";
import { identified, nameExpression, UNKNOWN } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { extract, letterOf } from "./name-operand.ts";
import { freshArrayName, nameComplaint, namesUsed, reservedComplaint } from "./names.ts";
import { indexAfter, indexBeside, placeOf, typedArray, visibleNames } from "./scope.ts";
import { layerOf, titleOf } from "./titles.ts";

/** Where a new line goes: a definition, or the body of one of its loops. */
export interface BodyRef {
  /** The block, `""` at the top. */
  readonly definition: string;
  readonly loop?: NodeId;
}

/** What a new line calls: an operation by its name in the palette, or a block or layer of the file. */
export type Callee =
  | { readonly kind: "operation"; readonly name: string }
  | { readonly kind: "call"; readonly name: string };

/** An operation or a call that is to be placed. */
export interface Insertion {
  readonly what: Callee;
  readonly into: BodyRef;
  /** Names of the arrays that go in, in the order of the ports; `undefined` leaves a port open. */
  readonly from?: readonly (string | undefined)[];
  /** The name of the result, else a fresh one. */
  readonly name?: string;
  /** Before all that reads the arrays, or by default behind what was made of them before. */
  readonly stands?: "first";
}

/** Places an operation, or a call of a block or layer, after what it is made from. */
export function insertOperation(context: EditContext, insertion: Insertion): Edit {
  const drawn = drawInsertion(context, insertion);
  if (!drawn.ok) return refuse(drawn.says);
  const { line, title } = drawn;
  const document = fitShapes(context, drawn.document, [line]);
  return finish(context, { document, label: `Added ${title}`, select: [line] });
}

/** A new line in a document that has not been read back, or why there is none. */
export type DrawnInsertion =
  | {
      readonly ok: true;
      readonly document: Document;
      readonly line: NodeId;
      readonly names: readonly string[];
      readonly title: string;
    }
  | { readonly ok: false; readonly says: string };

/** As `insertOperation`, without reading back. */
export function drawInsertion(context: EditContext, insertion: Insertion): DrawnInsertion {
  const drawn = drawOpenInsertion(context, insertion);
  if (!drawn.ok) return drawn;
  return { ...drawn, document: withAxes({ ...context, document: drawn.document }, drawn.line) };
}

/** As `drawInsertion`, with `?` for all axes of an operation. */
export function drawOpenInsertion(context: EditContext, insertion: Insertion): DrawnInsertion {
  const { document, from } = withNames(context, insertion);
  const { what, name } = insertion;
  const place = bodyOf(document, insertion.into);
  if (typeof place === "string") return { ok: false, says: place };
  const seen = visibleNames(document, place.body);
  const hidden = from.find((array) => array !== undefined && !seen.has(array));
  if (hidden !== undefined) {
    const array = { definition: insertion.into.definition, array: hidden };
    const isUnnamed = typedArray(context.typed, array)?.name === undefined;
    const shown = isUnnamed && hidden.includes(":") ? "This result" : `\`${hidden}\``;
    return { ok: false, says: `${shown} cannot be seen where the operation would stand.` };
  }
  const value = expressionCalling(document, what, from);
  if (typeof value === "string") return { ok: false, says: value };
  const names = resultNames({ ...context, document }, { value, name, place: place.definition });
  const complaint =
    name === undefined ? undefined : arrayNameComplaint(document, place.definition, name);
  if (complaint !== undefined) return { ok: false, says: complaint };
  const line = `new ${names[0]}`;
  const statement: Statement = identified({
    id: line,
    kind: "array",
    lead: leadAt(document, place.body),
    results: names.map((result): Port => ({ name: result })),
    value,
  });
  const needed = new Set(from.flatMap((array) => array ?? []));
  const indexOf = insertion.stands === "first" ? indexAfter : indexBeside;
  const index = indexOf(document, place.body, needed);
  const inserted = withInserted(document, { body: place.body, index }, statement);
  const title = titleOf(document, value);
  return { ok: true, document: inserted, line, names, title };
}

/** Results without a name get lines of their own, so that they can be read a second time. */
function withNames(
  context: EditContext,
  { into, from = [] }: Insertion,
): { readonly document: Document; readonly from: readonly (string | undefined)[] } {
  let { document } = context;
  const names = from.map((array) => {
    const value = array && typedArray(context.typed, { definition: into.definition, array });
    if (!value || value.name !== undefined) return array;
    const extracted = extract({ ...context, document }, value.maker);
    document = extracted?.document ?? document;
    return extracted?.name ?? array;
  });
  return { document, from: names };
}

/** A body and the definition that it belongs to. */
export interface BodyPlace {
  readonly definition: DefinitionPlace;
  readonly body: TreePath;
}

/** The body that a request names, or a sentence when it is not there. */
export function bodyOf(document: Document, { definition, loop }: BodyRef): BodyPlace | string {
  if (loop === undefined) {
    const place = placeOf(document, definition);
    return typeof place === "string" ? place : { definition: place, body: place.body };
  }
  const found = findNode(document, loop);
  if (
    found === undefined ||
    (found.statement.kind !== "repeat" && found.statement.kind !== "scan")
  ) {
    return "This loop is no longer in the file.";
  }
  return { definition: definitionOf(document, found.path), body: found.path };
}

/** Why a new array cannot have this name, as a sentence. */
export function arrayNameComplaint(
  document: Document,
  place: DefinitionPlace,
  name: string,
): string | undefined {
  const isUsed = namesUsed(document, place).has(name);
  return (
    nameComplaint(name) ??
    reservedComplaint(name, "an array") ??
    (isUsed ? `\`${name}\` is already in use here; choose another name.` : undefined)
  );
}

/** The right side of the new line, or why it cannot be. */
export function expressionCalling(
  document: Document,
  what: Callee,
  from: readonly (string | undefined)[],
): Expression | string {
  if (what.kind === "call") return callOf(document, what.name, from);
  const op = OPS.find((each: Op) => each.name === what.name);
  if (op === undefined) return `There is no operation named \`${what.name}\`.`;
  return operationOf(op, from);
}

function operationOf(op: Op, from: readonly (string | undefined)[]): Expression | string {
  const positional = op.operands.filter(({ keyword }) => keyword !== true);
  const repeated = positional.at(-1)?.repeated;
  const least = positional.length - (repeated === undefined ? 0 : 1 - repeated.least);
  if (from.length > least && repeated === undefined) {
    const takes = least === 0 ? "no array" : least === 1 ? "one array" : `${least} arrays`;
    return `${op.title} takes ${takes}, so there is no place for ${from.length}.`;
  }
  const values = operands(from, Math.max(least, from.length));
  if (op.operator === undefined) {
    const brackets = openBrackets(op.brackets);
    const args = values.map((value): Argument => ({ value }));
    return { kind: "call", id: "", callee: op.name, args, ...(brackets && { brackets }) };
  }
  const { operator } = op;
  const [first = UNKNOWN, ...rest] = values;
  if (values.length === 1) return { kind: "prefix", id: "", operator, of: first };
  return rest.reduce(
    (left, right): Expression => ({ kind: "infix", id: "", operator, left, right }),
    first,
  );
}

function callOf(
  document: Document,
  name: string,
  from: readonly (string | undefined)[],
): Expression | string {
  const count = portCount(document, name);
  if (count === undefined) return `There is no block or layer named \`${name}\`.`;
  if (from.length > count) {
    const takes = count === 0 ? "no array" : count === 1 ? "one array" : `${count} arrays`;
    return `\`${name}\` takes ${takes}, so there is no place for ${from.length}.`;
  }
  const args = operands(from, count).map((value): Argument => ({ value }));
  return { kind: "call", id: "", callee: name, args };
}

function portCount(document: Document, name: string): number | undefined {
  const signature = signatureOf(document, name);
  if (signature !== undefined) return signature.inputs.length;
  const layer = layerOf(document, name);
  if (layer === undefined) return undefined;
  const callee = layer.value.kind === "call" ? layer.value.callee : "";
  const block = signatureOf(document, callee);
  if (block !== undefined) return block.inputs.length;
  const op = OPS.find((each: Op) => each.name === callee && each.operator === undefined);
  return op?.operands.filter((operand) => !("keyword" in operand && operand.keyword)).length ?? 1;
}

/** The block or custom function of that name. */
export function signatureOf(
  document: Document,
  name: string,
): Extract<Statement, { kind: "block" | "custom" }> | undefined {
  for (const statement of document.statements) {
    const isSignature = statement.kind === "block" || statement.kind === "custom";
    if (isSignature && statement.name === name) return statement;
  }
  return undefined;
}

function operands(from: readonly (string | undefined)[], count: number): readonly Expression[] {
  return Array.from({ length: count }, (_, index) => {
    const name = from[index];
    return name === undefined ? UNKNOWN : nameExpression(name);
  });
}

function resultNames(
  context: EditContext,
  {
    value,
    name,
    place,
  }: {
    readonly value: Expression;
    readonly name: string | undefined;
    readonly place: DefinitionPlace;
  },
): readonly string[] {
  const { document } = context;
  const signature = value.kind === "call" ? signatureOf(document, value.callee) : undefined;
  const words = signature?.outputs.map((port) => port.name) ?? [letterOf(document, value)];
  const names: string[] = [];
  for (const word of words) {
    const first = names.length === 0 ? name : undefined;
    names.push(first ?? freshArrayName(word, context, place, names));
  }
  return names;
}
