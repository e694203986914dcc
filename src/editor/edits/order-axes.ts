import type { AxisTerm, Document, Port, Statement } from "../../document/document.ts";
import type { Value } from "../../typing/diagram.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  type DefinitionPlace,
  definitionOf,
  mapStatements,
  type TreePath,
} from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { withPorts } from "./rename-array.ts";
import { type ArrayRef, placeOf, typedArray } from "./scope.ts";
import { tryOut } from "./trial.ts";

/** Moves an axis of an array down past others, or up by a negative number, as they are written and drawn. */
export function moveAxis(
  context: EditContext,
  { array, axis, by }: { readonly array: ArrayRef; readonly axis: string; readonly by: number },
): Edit {
  const { document, typed } = context;
  const place = placeOf(document, array.definition);
  const value = typedArray(typed, array);
  if (typeof place === "string") return refuse(place);
  if (value === undefined) return refuse(`There is no array named \`${array.array}\` here.`);
  const { name } = value;
  if (name === undefined) return refuse("Give this array a name first; its axes are written then.");
  const axes = value.type.shape.map((each) => each.name);
  const at = axes.indexOf(axis);
  const other = axes[at + by];
  if (at < 0) return refuse(`\`${name}\` has no axis \`${axis}\`.`);
  if (other === undefined || by === 0) {
    const end = by < 0 ? "first" : "last";
    return refuse(`\`${axis}\` is the ${end} axis of \`${name}\`; an axis stays in its array.`);
  }
  const changed = withAxes(document, place, value, [axis, other]);
  const side = by < 0 ? "above" : "below";
  if (changed === document) {
    return refuse(
      `The axes of \`${name}\` are not written one by one, so they have no order here.`,
    );
  }
  if (tryOut(context, changed).errors.length > 0) {
    return refuse(
      `\`${name}\` cannot have \`${axis}\` ${side} \`${other}\`: its line would not check.`,
    );
  }
  return finish(context, {
    document: changed,
    label: `Moved ${axis} ${side} ${other} in ${name}`,
  });
}

/** The document with an axis of an array in the place of another, wherever its shape is written. */
function withAxes(
  document: Document,
  place: DefinitionPlace,
  value: Value,
  pair: readonly [string, string],
): Document {
  const isIn = (path: TreePath) => definitionOf(document, path).body.join() === place.body.join();
  let isChanged = false;
  const change = <P extends Port>(port: P): P => {
    if (port.name !== value.name) return port;
    const known = value.type.shape.map((axis): AxisTerm => ({ kind: "axis", name: axis.name }));
    const shape = movedTerm(port.shape ?? known, pair);
    if (shape === undefined) return port;
    isChanged = true;
    return { ...port, shape };
  };
  const changed = mapStatements(document, (statement: Statement, path) => {
    const isOther = statement.kind === "block" && path.join() !== place.body.join();
    return isIn(path) && !isOther && statement.kind !== "output"
      ? withPorts(statement, change)
      : statement;
  });
  return isChanged ? changed : document;
}

function movedTerm(
  shape: readonly AxisTerm[],
  pair: readonly [string, string],
): readonly AxisTerm[] | undefined {
  const [a, b] = pair.map((name) =>
    shape.findIndex((term) => term.kind === "axis" && term.name === name),
  );
  const [one, two] = [shape[a ?? -1], shape[b ?? -1]];
  if (a === undefined || b === undefined || one === undefined || two === undefined)
    return undefined;
  return shape.toSpliced(a, 1).toSpliced(b, 0, one);
}
