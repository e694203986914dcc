import type { Expression } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import type { Value } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";
import type { EditContext } from "../edit.ts";

/**
 * What can stand for an operation when it goes: the first operand whose shape is that of the result.
 * Where the result is not known yet, an only operand will do.
 */
export function healedBy(
  context: EditContext,
  definition: string,
  operation: { readonly expression: Expression; readonly result: Value | undefined },
): Expression | undefined {
  const operands = operandsOf(operation.expression).filter(({ kind }) => kind !== "unknown");
  const arrays = operands
    .map((operand) => ({ operand, value: valueOfOperand(context, definition, operand) }))
    .filter(({ value }) => value?.scalar === undefined);
  const { result } = operation;
  if (result === undefined || result.poisoned === true) {
    return arrays.length === 1 ? arrays[0]?.operand : undefined;
  }
  return arrays.find(({ value }) => value !== undefined && hasShapeOf(value, result))?.operand;
}

/** The typed value of an operand, by its name or as a nested result. */
export function valueOfOperand(
  { typed }: EditContext,
  definition: string,
  operand: Expression,
): Value | undefined {
  const found = typed.definitions.get(definition);
  if (found === undefined) return undefined;
  const { values } = indexDefinition(found);
  return operand.kind === "name" ? values.get(operand.name) : values.get(`${operand.id}:0`);
}

function hasShapeOf(value: Value, result: Value): boolean {
  const names = result.type.shape.map(({ name }) => name);
  return (
    value.poisoned !== true &&
    value.type.shape.length === names.length &&
    value.type.shape.every(({ name }) => names.includes(name))
  );
}
