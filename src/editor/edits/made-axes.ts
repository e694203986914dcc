import type { AxisTerm, Statement } from "../../document/document.ts";
import { findOp } from "../../ops/index.ts";
import { indexDefinition } from "../definition-index.ts";
import type { EditContext } from "../edit.ts";
import { layerOf, opOf } from "./titles.ts";

/**
 * The line with brackets that may make what it declares, the more likely first: those of its
 * declared axes that no operand brings are made, `Q[y k h] = linear[m -> k h](E)`, and in the second
 * also those of its operands that it does not declare are used up, `O[y m] = linear[k h -> m](Z)`.
 * None for an operation that makes no axes.
 */
export function makingAxes(
  { document, typed }: EditContext,
  definition: string,
  line: Statement,
): readonly Statement[] {
  if (line.kind !== "array" || line.value.kind !== "call") return [];
  const { value, results } = line;
  const [port, ...others] = results;
  const { brackets } = value;
  if (port?.shape === undefined || others.length > 0 || brackets === undefined) return [];
  const op = opOf(document, value);
  const makes = op !== undefined && op === findOp(value.callee) && op.brackets.results !== "none";
  if (!makes || layerOf(document, value.callee)) return [];
  const found = typed.definitions.get(definition);
  const operands = found && indexDefinition(found).nodes.get(line.id)?.operands;
  if (operands === undefined) return [];
  const brought = new Set(operands.flatMap(({ type }) => type.shape.map(({ name }) => name)));
  const { shape } = port;
  const declares = (name: string) =>
    shape.some((term) => term.kind === "axis" && term.name === name);
  const unused = [...brought].flatMap((name): readonly AxisTerm[] =>
    declares(name) ? [] : [{ kind: "axis", name }],
  );
  return [brackets.targets, unused].map((targets) => {
    const isTarget = (name: string) =>
      targets.some((term) => term.kind === "axis" && term.name === name);
    const made = shape.filter(
      (term) => term.kind !== "axis" || !brought.has(term.name) || isTarget(term.name),
    );
    return { ...line, value: { ...value, brackets: { ...brackets, targets, results: made } } };
  });
}
