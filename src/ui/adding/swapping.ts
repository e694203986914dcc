import type { EditContext } from "../../editor/edit.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { operandAt } from "../../editor/edits/port.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import { changesResult, type Swap, swapOperands } from "../../editor/edits/swap.ts";
import { printExpression } from "../../language/print-expression.ts";
import { useFrame } from "../frame-store.ts";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";

/** The exchange that dragging an operand onto another one of its operation means. */
export function swapAt(
  { document }: EditContext,
  from: PortRef | undefined,
  to: PortRef,
): Swap | undefined {
  if (from === undefined || from.node !== to.node || from.operand === to.operand) return undefined;
  const found = findNode(document, to.node);
  if (found === undefined || typeof from.operand !== "number" || typeof to.operand !== "number") {
    return undefined;
  }
  const held = operandAt(found, to.operand);
  if (held === undefined || held.kind === "unknown") return undefined;
  return { node: to.node, operands: [from.operand, to.operand] };
}

/** Exchanges two operands: one step, which says whether the result is another one now. */
export function runSwap(swap: Swap): boolean {
  const { reading } = useEditor.getState();
  const says = reading === undefined ? "" : swapSays(reading, swap).says;
  const done = runEdit((context) => swapOperands(context, swap));
  const { say } = useFrame.getState();
  const label = useEditor.getState().history.present.label;
  if (done) say(`${label}. ${says}.`);
  return done;
}

/** What an exchange does, in words. */
export function swapSays(
  context: EditContext,
  swap: Swap,
): { readonly title: string; readonly says: string } {
  const found = findNode(context.document, swap.node);
  const names = swap.operands.map((operand) => {
    const held = found && operandAt(found, operand);
    return held === undefined ? "?" : printExpression(held);
  });
  return {
    title: `Swap ${names.join(" and ")}`,
    says: changesResult(context, swap) ? "Changes the result" : "The result stays the same",
  };
}
