import type { Expression } from "../../document/document.ts";
import { expressionsOf, operandsOf } from "../../document/parts.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import { blockTitle } from "../../editor/described.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import {
  definitionOf,
  findDefinition,
  findNode,
  splitPath,
  statementsOf,
  withStatement,
} from "../../editor/edits/document-tree.ts";
import { finish, refuse } from "../../editor/edits/finish.ts";
import { fitShapes } from "../../editor/edits/fit-shapes.ts";
import { fitAtPort } from "../../editor/edits/fits.ts";
import { operandAt, withOperand } from "../../editor/edits/port.ts";
import { type ArrayRef, type PortRef, typedArray, visibleNames } from "../../editor/edits/scope.ts";
import { opOf } from "../../editor/edits/titles.ts";
import { tryOut } from "../../editor/edits/trial.ts";
import { capital } from "../../editor/speech.ts";
import { parse } from "../../language/parse.ts";
import { printExpression } from "../../language/print-expression.ts";
import type { TypedNode } from "../../typing/diagram.ts";

/** A place that takes an array. */
export interface PortPlace {
  readonly port: PortRef;
  /** "Dot product over x, second operand". */
  readonly title: string;
  /** What is there now, as written; absent where nothing is. */
  readonly holds?: string;
}

/** What a connection would make. */
export interface Outcome {
  /** `Z [y k]`, the line that takes the array. */
  readonly gives?: string;
  /** What happens to each axis of the array there. */
  readonly axes?: readonly { readonly axis: string; readonly says: string }[];
  /** Why it does not fit. */
  readonly why?: string;
}

/** What an array would do at a port, found once for each state of the document. */
export function outcomeOf(context: EditContext, array: ArrayRef, port: PortRef): Outcome {
  const { fits, result, says, node } = fitAtPort(context, array, port);
  if (!fits) return { why: says ?? "It does not fit here." };
  return {
    ...(result !== undefined && { gives: result }),
    ...(node !== undefined && { axes: axesThere(node, port.operand) }),
  };
}

/** "is summed away with A", "joins the h of A", "passes through", in this order. */
function axesThere(node: TypedNode, operand: PortRef["operand"]): NonNullable<Outcome["axes"]> {
  if (node.kind !== "op" || typeof operand !== "number") return [];
  const value = node.operands[operand];
  if (value === undefined) return [];
  const others = node.operands.filter((each, at) => at !== operand && each.scalar === undefined);
  const rows = value.type.shape.map(({ name }) => {
    const sharing = others.find((other) => other.type.shape.some((axis) => axis.name === name));
    const isGone = node.results.every((each) =>
      each.type.shape.every((axis) => axis.name !== name),
    );
    if (isGone) {
      const verb = node.op.family === "products" ? "is summed away" : "is used up";
      const says = sharing === undefined ? verb : `${verb} with ${sharing.name ?? "the other"}`;
      return { axis: name, says, rank: 0 };
    }
    if (sharing !== undefined) {
      return { axis: name, says: `joins the ${name} of ${sharing.name ?? "the other"}`, rank: 1 };
    }
    if (node.call.targets.some((axis) => axis.name === name)) {
      return { axis: name, says: "is worked along", rank: 2 };
    }
    const says = others.length === 0 ? "passes through" : "is new in the result";
    return { axis: name, says, rank: others.length === 0 ? 3 : 4 };
  });
  return rows.sort((a, b) => a.rank - b.rank);
}

/** Every port of a definition in text order; an operation in a longer line stands by itself. */
export function portsIn(context: EditContext, definition: string): readonly PortPlace[] {
  const place = findDefinition(context.document, definition);
  if (place === undefined) return [];
  return statementsOf(context.document, place).flatMap(({ statement }) =>
    expressionsOf(statement).flatMap((expression) => portsOf(context, definition, expression)),
  );
}

/** The ports of one operation. */
export function portsOfNode(context: EditContext, node: string): readonly PortPlace[] {
  const found = findNode(context.document, node);
  if (found?.expression === undefined) return [];
  const { name } = definitionOf(context.document, found.path);
  return ownPorts(context, name, found.expression);
}

function portsOf(
  context: EditContext,
  definition: string,
  expression: Expression,
): readonly PortPlace[] {
  const inner = operandsOf(expression).flatMap((part) => portsOf(context, definition, part));
  return [...ownPorts(context, definition, expression), ...inner];
}

function ownPorts(
  context: EditContext,
  definition: string,
  expression: Expression,
): readonly PortPlace[] {
  const operands = operandsOf(expression);
  const title = titleOf(context, definition, expression);
  let position = 0;
  return operands.flatMap((operand, at): readonly PortPlace[] => {
    const keyword = expression.kind === "call" ? expression.args[at]?.keyword : undefined;
    const port: PortRef = { node: expression.id, operand: keyword ?? position };
    if (keyword === undefined) position += 1;
    if (isNumber(context, definition, operand)) return [];
    const place = keyword ?? (operands.length < 2 ? "" : `${ORDINALS[at] ?? at + 1} operand`);
    return [
      {
        port,
        title: place === "" ? title : `${title}, ${place}`,
        ...(operand.kind !== "unknown" && { holds: printExpression(operand) }),
      },
    ];
  });
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

function isNumber(context: EditContext, definition: string, operand: Expression): boolean {
  if (operand.kind === "number" || operand.kind === "size") return true;
  const typed = context.typed.definitions.get(definition);
  const values = typed && indexDefinition(typed).values;
  const value = values?.get(operand.kind === "name" ? operand.name : operand.id);
  return operand.kind === "name" ? value === undefined : value?.scalar !== undefined;
}

/** "Dot product over x", "Multi-head attention". */
function titleOf(context: EditContext, definition: string, expression: Expression): string {
  const op = opOf(context.document, expression);
  const typed = context.typed.definitions.get(definition);
  const node = typed && indexDefinition(typed).nodes.get(expression.id);
  if (node?.kind === "op") {
    const over = node.call.targets.map((axis) => axis.name).join(" ");
    return over === "" ? node.op.title : `${node.op.title} over ${over}`;
  }
  if (op !== undefined) return op.title;
  return expression.kind === "call" ? blockTitle(expression.callee) : "Array";
}

/** The arrays that a port can see, those made last first. */
export function arraysFor(context: EditContext, port: PortRef): readonly ArrayRef[] {
  const found = findNode(context.document, port.node);
  if (found === undefined) return [];
  const { body } = splitPath(found.path);
  const { name: definition } = definitionOf(context.document, found.path);
  const own = found.statement.kind === "array" ? found.statement.results : [];
  return [...visibleNames(context.document, body)]
    .filter((array) => typedArray(context.typed, { definition, array }) !== undefined)
    .filter((array) => own.every((result) => result.name !== array))
    .reverse()
    .map((array) => ({ definition, array }));
}

/** Puts a number at a port, as written: `2`, `sqrt(d)`. */
export function setNumber(context: EditContext, port: PortRef, text: string): Edit {
  const found = findNode(context.document, port.node);
  const number = readNumber(text);
  if (found === undefined || number === undefined) {
    return refuse("A number is made of digits, sizes and functions of them, such as `sqrt(d)`.");
  }
  const statement = withOperand(found, port.operand, number);
  const changed = withStatement(context.document, found.path, statement);
  return finish(context, {
    document: fitShapes(context, changed, [found.statement.id]),
    label: `Set ${printExpression(number)} in ${capital(found.statement.id.split("/").at(-1) ?? "")}`,
    select: [port.node],
  });
}

/** Whether a text is a number that fits a port. */
export function isNumberFor(context: EditContext, port: PortRef, text: string): boolean {
  if (readNumber(text) === undefined) return false;
  const edit = setNumber(context, port, text);
  if (!edit.ok) return false;
  const { typed, errors } = tryOut(context, edit.document);
  if (errors.length > 0) return false;
  const found = findNode(edit.document, port.node);
  const operand = found && operandAt(found, port.operand);
  if (found === undefined || operand === undefined) return false;
  const { name } = definitionOf(edit.document, found.path);
  return isNumber({ document: edit.document, typed }, name, operand);
}

function readNumber(text: string): Expression | undefined {
  const [statement] = parse(`z = ${text.trim()}\n`).document.statements;
  if (statement?.kind !== "array" || statement.value.kind === "unknown") return undefined;
  return statement.value;
}
