import type { Document, Expression, NodeId } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { type Found, findNode, withStatement } from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { operandAt, portTitle, withOperand } from "./port.ts";
import { opOf, titleOf } from "./titles.ts";

/** Two places of one operation, counted from 0. */
export interface Swap {
  readonly node: NodeId;
  readonly operands: readonly [number, number];
}

/** Exchanges two operands of one operation. */
export function swapOperands(
  context: EditContext,
  { node, operands: [first, second] }: Swap,
): Edit {
  const found = findNode(context.document, node);
  if (found === undefined) return refuse("This operation is no longer in the file.");
  const [a, b] = [operandAt(found, first), operandAt(found, second)];
  if (a === undefined || b === undefined || first === second) {
    return refuse("There are no two inputs to swap here.");
  }
  const swapped = withOperand({ ...found, ...setOperand(found, first, b) }, second, a);
  const document = withStatement(context.document, found.path, swapped);
  return finish(context, {
    document: fitShapes(context, document, [found.statement.id]),
    label: `Swapped ${titleOf(context.document, a)} and ${titleOf(context.document, b)} at ${portTitle(context.document, found)}`,
    select: [node],
  });
}

function setOperand(
  found: Found,
  operand: number,
  by: Expression,
): Pick<Found, "statement" | "expression"> {
  const statement = withOperand(found, operand, by);
  const document: Document = { header: [], statements: [statement], layout: [], trailing: [] };
  const again = findNode(document, found.expression?.id ?? found.statement.id);
  return { statement, ...(again?.expression && { expression: again.expression }) };
}

/** Whether the result is another one with the operands exchanged: of a difference, but not of a sum. */
export function changesResult({ document }: EditContext, { node }: Swap): boolean {
  const expression = findNode(document, node)?.expression;
  const op = expression && opOf(document, expression);
  return op?.commutes !== true && op?.symmetric !== true;
}

/** Which of the arrays of an operation its first two are; absent where it does not have two. */
export function firstSwap({ document }: EditContext, node: NodeId): Swap | undefined {
  const found = findNode(document, node);
  if (found === undefined) return undefined;
  const [a, b] = [operandAt(found, 0), operandAt(found, 1)];
  return a === undefined || b === undefined ? undefined : { node, operands: [0, 1] };
}
