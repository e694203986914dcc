import type { Expression } from "../../document/document.ts";
import type { EditContext } from "../../editor/edit.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { operandsOf } from "../../editor/edits/expression-tree.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import { printExpression } from "../../language/print-expression.ts";
import type { TypedNode, Value } from "../../typing/diagram.ts";

/** One place of an operation that takes an array or a number. */
export interface OperandRow {
  readonly port: PortRef;
  /** The word of a keyword operand. */
  readonly keyword?: string;
  /** As written; absent where nothing is, and where it may be left out. */
  readonly text?: string;
  /** The typed value; absent where nothing is. */
  readonly value?: Value;
}

/** The operands of an operation in the order of the text, then the places that are still free. */
export function operandRows({ document }: EditContext, node: TypedNode): readonly OperandRow[] {
  const expression = findNode(document, node.id)?.expression;
  if (expression === undefined || node.kind === "loop") return [];
  const given = givenRows(expression, node);
  if (node.kind !== "op") return given;
  const used = new Set(given.map(({ keyword }) => keyword));
  const words = node.op.operands.flatMap(({ name, keyword }) =>
    keyword === true && !used.has(name) ? [name] : [],
  );
  if (expression.kind !== "call") return given;
  return [
    ...given,
    ...nextRow(given, node),
    ...words.map((keyword) => ({ port: { node: node.id, operand: keyword }, keyword })),
  ];
}

/** An operation that takes any number of arrays has a place for one more. */
function nextRow(
  given: readonly OperandRow[],
  node: Extract<TypedNode, { kind: "op" }>,
): readonly OperandRow[] {
  const isOpenEnded = node.op.operands.some(({ repeated }) => repeated !== undefined);
  const count = given.filter(({ keyword }) => keyword === undefined).length;
  const isFull = given.every(({ value, text }) => value !== undefined && text !== undefined);
  return isOpenEnded && isFull ? [{ port: { node: node.id, operand: count } }] : [];
}

function givenRows(expression: Expression, node: TypedNode): readonly OperandRow[] {
  const keywords = "keywords" in node ? node.keywords : [];
  const positional = node.operands.length - keywords.length;
  const numbers = node.kind === "op" ? (node.op.numbers ?? []).map(({ name }) => name) : [];
  let position = 0;
  return operandsOf(expression).flatMap((operand, at): readonly OperandRow[] => {
    const keyword = expression.kind === "call" ? expression.args[at]?.keyword : undefined;
    if (keyword !== undefined && numbers.includes(keyword)) return [];
    const place = keyword ?? position;
    if (keyword === undefined) position += 1;
    const seat = typeof place === "number" ? place : positional + keywords.indexOf(place);
    const value = operand.kind === "unknown" ? undefined : node.operands[seat];
    return [
      {
        port: { node: node.id, operand: place },
        ...(keyword !== undefined && { keyword }),
        ...(operand.kind !== "unknown" && { text: printExpression(operand) }),
        ...(value !== undefined && { value }),
      },
    ];
  });
}
