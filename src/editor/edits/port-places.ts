import type { Expression, Statement } from "../../document/document.ts";
import { expressionsOf, operandsOf } from "../../document/parts.ts";
import { printExpression } from "../../language/print-expression.ts";
import { blockTitle } from "../../scene/title.ts";
import { indexDefinition } from "../definition-index.ts";
import type { EditContext } from "../edit.ts";
import { definitionOf, findDefinition, findNode, statementsOf } from "./document-tree.ts";
import { outputPorts } from "./output-port.ts";
import type { PortRef } from "./scope.ts";
import { opOf } from "./titles.ts";

/** A place that takes an array. */
export interface PortPlace {
  readonly port: PortRef;
  /** "Dot product over x, second operand". */
  readonly title: string;
  /** What is there now, as written; absent where nothing is. */
  readonly holds?: string;
}

/** Every port of a definition in text order; an operation in a longer line stands by itself. */
export function portsIn(context: EditContext, definition: string): readonly PortPlace[] {
  const place = findDefinition(context.document, definition);
  if (place === undefined) return [];
  const inside = statementsOf(context.document, place).flatMap(({ statement }) => [
    ...expressionsOf(statement).flatMap((expression) => portsOf(context, definition, expression)),
    ...linePorts(statement),
  ]);
  const outputs = outputPorts(context, definition).map(
    ({ port, array }): PortPlace => ({ port, title: `Output ${array}`, holds: array }),
  );
  return [...inside, ...outputs];
}

/** The ports of a line itself: what a loop lets through its walls, and what is not given yet. */
function linePorts(statement: Statement): readonly PortPlace[] {
  const place = (operand: PortRef["operand"], title: string, held?: Expression): PortPlace => ({
    port: { node: statement.id, operand },
    title,
    ...(held !== undefined && held.kind !== "unknown" && { holds: printExpression(held) }),
  });
  switch (statement.kind) {
    case "array": {
      const isPlain = statement.value.kind === "unknown" || statement.value.kind === "name";
      const names = statement.results.map(({ name }) => name).join(", ");
      return isPlain ? [place(0, `Array ${names}`, statement.value)] : [];
    }
    case "each":
      return [place(0, `Slices ${statement.port.name}`, statement.from)];
    case "carry": {
      const { name } = statement.port;
      const next = { port: { node: statement.id, operand: "to" }, holds: statement.to.name };
      return [
        place(0, `Carry of ${name}, start`, statement.from),
        { ...next, title: `Carry of ${name}, next` },
      ];
    }
    case "collect":
      return [place(0, `Stack ${statement.port.name}`, statement.from)];
    case "save":
      return [place(0, `Memory ${statement.memory}`, statement.value)];
    default:
      return [];
  }
}

/** The ports of one operation. */
export function portsOfNode(context: EditContext, node: string): readonly PortPlace[] {
  const found = findNode(context.document, node);
  if (found === undefined) return [];
  const { statement, path, expression } = found;
  const lines = node === statement.id ? linePorts(statement) : [];
  if (expression === undefined) return lines;
  const { name } = definitionOf(context.document, path);
  return [...lines, ...ownPorts(context, name, expression)];
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

/** Whether an operand is a number, which is no array that could be exchanged for another. */
export function isNumber(context: EditContext, definition: string, operand: Expression): boolean {
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
