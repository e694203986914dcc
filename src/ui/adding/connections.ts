import type { Expression } from "../../document/document.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import {
  definitionOf,
  findNode,
  splitPath,
  withStatement,
} from "../../editor/edits/document-tree.ts";
import { finish, refuse } from "../../editor/edits/finish.ts";
import { fitShapes } from "../../editor/edits/fit-shapes.ts";
import { operandAt, withOperand } from "../../editor/edits/port.ts";
import { isNumber } from "../../editor/edits/port-places.ts";
import { type ArrayRef, type PortRef, typedArray, visibleNames } from "../../editor/edits/scope.ts";
import { tryOut } from "../../editor/edits/trial.ts";
import { capital } from "../../editor/speech.ts";
import { parse } from "../../language/parse.ts";
import { printExpression } from "../../language/print-expression.ts";

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
