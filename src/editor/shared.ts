import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";
import { sizeFact } from "./axis-facts.ts";
import { describe, nodeTitle } from "./described.ts";
import type { Reading } from "./reading.ts";
import type { Selection } from "./selection.ts";
import { plural } from "./speech.ts";

/** What several selected things have in common. */
export interface Shared {
  /** "3 operations", "2 operations and 1 array". */
  readonly title: string;
  /** How many there are of each kind, the most first. */
  readonly kinds: readonly { readonly title: string; readonly count: number }[];
  /** The block that all of them are in. */
  readonly definition?: TypedDefinition;
  /** The axes that each of them has. */
  readonly axes: readonly {
    readonly axis: string;
    readonly size: string;
    readonly formula?: string;
  }[];
}

/** What the inspector says of several things at once. */
export function sharedBy(reading: Reading, selected: readonly Selection[]): Shared {
  const found = selected.map((selection) => ({ selection, is: describe(selection, reading) }));
  const titles = found.map(({ selection, is }) => titleOf(selection, is?.node));
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  const arrays = selected.filter(({ kind }) => kind === "array" || kind === "strand").length;
  const operations = selected.length - arrays;
  const title = [
    ...(operations > 0 ? [plural(operations, "operation")] : []),
    ...(arrays > 0 ? [plural(arrays, "array")] : []),
  ].join(" and ");
  const [first, ...rest] = found.map(({ is }) => is?.definition);
  const definition = rest.every((each) => each === first) ? first : undefined;
  const kinds = [...counts].map(([title, count]) => ({ title, count }));
  const axes =
    definition === undefined
      ? []
      : commonAxes(found.map(({ selection, is }) => valuesOf(selection, is)));
  return {
    title,
    kinds: kinds.sort((a, b) => b.count - a.count),
    ...(definition !== undefined && { definition }),
    axes: axes.map((axis) => ({ axis: axis.name, ...sizeFact(axis, reading.typed) })),
  };
}

function titleOf(selection: Selection, node: TypedNode | undefined): string {
  if (selection.kind !== "operation") return "Array";
  return node === undefined ? "Block" : nodeTitle(node);
}

function valuesOf(selection: Selection, is: ReturnType<typeof describe>): readonly Value[] {
  if (selection.kind !== "operation") return is?.value === undefined ? [] : [is.value];
  return is?.node === undefined ? [] : [...is.node.operands, ...is.node.results];
}

function commonAxes(things: readonly (readonly Value[])[]): Value["type"]["shape"] {
  const [first = [], ...rest] = things.map((values) => values.flatMap(({ type }) => type.shape));
  const common = first.filter((axis) =>
    rest.every((axes) => axes.some(({ name }) => name === axis.name)),
  );
  return common.filter(({ name }, at) => common.findIndex((axis) => axis.name === name) === at);
}
