import { listed } from "../ops/shared/phrase.ts";
import type { TypedNode, Value } from "../typing/diagram.ts";
import { indexDefinition } from "./definition-index.ts";
import { isOpenPort } from "./described.ts";
import { findNode } from "./edits/document-tree.ts";
import { titleOf } from "./edits/titles.ts";
import type { Reading } from "./reading.ts";
import { ordinal, spokenName, spokenText } from "./spoken-words.ts";

/** "second operand"; nothing where there is only one. */
export function operandTitle(user: TypedNode, value: Value): string | undefined {
  const at = user.operands.findIndex((each) => each.id === value.id);
  return at < 0 || user.operands.length < 2 ? undefined : `${ordinal(at)} operand`;
}

/** "Second operand of dot product over x, empty, expects x."; nothing for what is no open port. */
export function spokenOpenPort(
  node: TypedNode,
  reading: Reading,
  definition: string,
): string | undefined {
  const [value] = node.results;
  const typed = reading.typed.definitions.get(definition);
  if (!isOpenPort(node) || value === undefined || typed === undefined) return undefined;
  const [user] = indexDefinition(typed).uses.get(value.id) ?? [];
  const called = user && findNode(reading.document, user.id)?.expression;
  if (user === undefined || called === undefined) return "An array that is not given yet.";
  const targets = called.kind === "call" ? (called.brackets?.targets ?? []) : [];
  const axes = targets.flatMap((term) => (term.kind === "axis" ? [spokenName(term.name)] : []));
  const over = axes.length === 0 ? "" : ` over ${listed(axes)}`;
  const expects = axes.length === 0 ? "" : `, expects ${axes.join(", ")}`;
  const which = operandTitle(user, value) ?? "operand";
  const title = spokenText(titleOf(reading.document, called));
  return `${which.slice(0, 1).toUpperCase()}${which.slice(1)} of ${title}${over}, empty${expects}.`;
}
