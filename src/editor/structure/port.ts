import type { Axis } from "../../../shapes/axis.ts";
import type { SizeExpression } from "../../../shapes/expression.ts";
import { symbol, symbolsOf } from "../../../shapes/size.ts";
import { sizeExpression } from "../../../shapes/write.ts";
import type { AxisTerm, EntriesTerm, Port } from "../../document/document.ts";
import type { Value } from "../../typing/diagram.ts";
import { localSymbol } from "../../typing/scope.ts";
import type { EditContext } from "../edit.ts";
import { definitionOf, statementAt, type TreePath } from "../edits/document-tree.ts";

/** The arrays that can be read in a body, as they are there: one step's slice, a carry's entry. */
export function valuesAt(context: EditContext, body: TreePath): ReadonlyMap<string, Value> {
  const definition = context.typed.definitions.get(definitionOf(context.document, body).name);
  const values = new Map<string, Value>();
  if (definition === undefined) return values;
  const hold = (value: Value): void => {
    if (value.name !== undefined) values.set(value.name, value);
  };
  definition.inputs.forEach(hold);
  let { nodes } = definition;
  for (const node of nodes) node.results.forEach(hold);
  for (let depth = 1; depth <= body.length; depth += 1) {
    const id = statementAt(context.document, body.slice(0, depth))?.id;
    const loop = nodes.find((node) => node.kind === "loop" && node.id === id);
    if (loop?.kind !== "loop") continue;
    nodes = loop.nodes;
    // What a loop leaves is there after it, not inside.
    for (const { name } of loop.results) if (name !== undefined) values.delete(name);
    for (const node of nodes) node.results.forEach(hold);
    for (const crossing of loop.crossings) {
      if (crossing.kind === "each" || crossing.kind === "carry") hold(crossing.inner);
    }
  }
  return values;
}

/** An array as a port: its axes with the sizes that their names do not say, and its entries. */
export function portOf(
  context: EditContext,
  value: Value,
  around: { readonly definition: string; readonly known: ReadonlySet<string> },
): Port {
  const shape = value.type.shape.map((axis): AxisTerm => {
    const size = writtenSize(context, axis, around);
    return { kind: "axis", name: axis.name, ...(size && { size }) };
  });
  return { name: value.name ?? "", shape, ...entriesOf(value) };
}

/** The names of an array's axes, as a shape without sizes. */
export function plainPort(value: Value, name = value.name ?? ""): Port {
  const shape = value.type.shape.map((axis): AxisTerm => ({ kind: "axis", name: axis.name }));
  return { name, shape, ...entriesOf(value) };
}

function entriesOf({ type: { entries } }: Value): { readonly entries?: EntriesTerm } {
  if (entries.kind === "real") return {};
  return { entries: { of: entries.kind === "index" ? entries.axis : entries.kind } };
}

/**
 * What stands after `=` at an axis, if anything: nothing where the size is the name's own, and
 * nothing where it would name what only the surrounding definition knows.
 */
export function writtenSize(
  { typed }: EditContext,
  { name, size }: Axis,
  { definition, known }: { readonly definition: string; readonly known: ReadonlySet<string> },
): SizeExpression | undefined {
  if (/^[0-9]/.test(name) || size === typed.sizes.get(name)?.size) return undefined;
  if (size === symbol(name) || size === symbol(localSymbol(name, definition))) return undefined;
  const isKnown = (each: string): boolean => {
    if (!each.includes("#")) return true;
    const [axis = ""] = each.split("#");
    return axis !== name && each === localSymbol(axis, definition) && known.has(axis);
  };
  if (![...symbolsOf(size)].every(isKnown)) return undefined;
  return sizeExpression(size, [...typed.sizes.keys()]);
}
