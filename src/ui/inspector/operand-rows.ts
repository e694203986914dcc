import type { Expression } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import type { EditContext } from "../../editor/edit.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import { opOf } from "../../editor/edits/titles.ts";
import { printExpression } from "../../language/print-expression.ts";
import type { Op } from "../../ops/op.ts";
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
  const op = opOf(document, expression);
  const given = givenRows(expression, node, op);
  if (op === undefined || expression.kind !== "call") return given;
  const used = new Set(given.map(({ keyword }) => keyword));
  const words = op.operands.flatMap(({ name, keyword }) =>
    keyword === true && !used.has(name) ? [name] : [],
  );
  return [
    ...given,
    ...nextRow(given, op, node.id),
    ...words.map((keyword) => ({ port: { node: node.id, operand: keyword }, keyword })),
  ];
}

/** An operation that takes any number of arrays has a place for one more. */
function nextRow(given: readonly OperandRow[], op: Op, node: string): readonly OperandRow[] {
  const isOpenEnded = op.operands.some(({ repeated }) => repeated !== undefined);
  const count = given.filter(({ keyword }) => keyword === undefined).length;
  const isFull = given.every(({ value, text }) => value !== undefined && text !== undefined);
  return isOpenEnded && isFull ? [{ port: { node, operand: count } }] : [];
}

function givenRows(
  expression: Expression,
  node: TypedNode,
  op: Op | undefined,
): readonly OperandRow[] {
  const keywords = "keywords" in node ? node.keywords : [];
  const positional = node.operands.length - keywords.length;
  const numbers = op?.numbers?.map(({ name }) => name) ?? [];
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
