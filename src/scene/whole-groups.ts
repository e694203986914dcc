import type { Axis } from "../../shapes/axis.ts";
import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";

/** Axes that are drawn as one, by the name that they have together. */
export type Groups = ReadonlyMap<string, readonly string[]>;

/**
 * The groups of `multi` that can be drawn as one wire: the axes stand side by side in every array,
 * every operation takes all of them or none, and blocks agree about them with those who call them.
 */
export function wholeGroups(
  definitions: readonly TypedDefinition[],
): ReadonlyMap<TypedDefinition, Groups> {
  const groups = new Map<TypedDefinition, Map<string, readonly string[]>>();
  for (const definition of definitions) gather(definition, groups);
  const bodies = [...groups.keys()].map((definition) => ({
    definition,
    nodes: withInner(definition.nodes),
  }));
  let goesOn = true;
  while (goesOn) {
    goesOn = false;
    for (const { definition, nodes } of bodies) {
      const own = groups.get(definition) ?? new Map();
      for (const [name, axes] of [...own]) {
        if (isWhole(axes, definition, nodes, groups)) continue;
        own.delete(name);
        goesOn = true;
      }
    }
    for (const { definition, nodes } of bodies) {
      if (dropUnmatched(groups.get(definition) ?? new Map(), nodes, groups)) goesOn = true;
    }
  }
  return groups;
}

type Found = Map<TypedDefinition, Map<string, readonly string[]>>;

function gather(definition: TypedDefinition, into: Found): void {
  if (into.has(definition)) return;
  const taken = new Set<string>();
  const own = new Map<string, readonly string[]>();
  for (const [name, axes] of definition.multis ?? []) {
    if (axes.length < 2 || new Set(axes).size < axes.length) continue;
    if (axes.some((axis) => taken.has(axis))) continue;
    for (const axis of axes) taken.add(axis);
    own.set(name, axes);
  }
  into.set(definition, own);
  for (const node of withInner(definition.nodes)) {
    if (node.kind === "call") gather(node.definition, into);
  }
}

function withInner(nodes: readonly TypedNode[]): readonly TypedNode[] {
  return nodes.flatMap((node) =>
    node.kind === "loop" ? [node, ...withInner(node.nodes)] : [node],
  );
}

function isWhole(
  group: readonly string[],
  definition: TypedDefinition,
  nodes: readonly TypedNode[],
  groups: Found,
): boolean {
  const others = [...(groups.get(definition)?.values() ?? [])];
  return (
    [...definition.inputs, ...definition.outputs].every((value) => holds(value, group)) &&
    nodes.every(
      (node) =>
        [...node.operands, ...node.results].every((value) => holds(value, group)) &&
        takesWhole(node, group, others, groups),
    )
  );
}

function holds({ type }: Value, group: readonly string[]): boolean {
  return standsTogether(names(type.shape), group);
}

/** Side by side in their order, or not at all. */
function standsTogether(axes: readonly string[], group: readonly string[]): boolean {
  const at = axes.findIndex((axis) => group.includes(axis));
  return at < 0 || group.every((axis, i) => axes[at + i] === axis);
}

function takesWhole(
  node: TypedNode,
  group: readonly string[],
  others: readonly (readonly string[])[],
  groups: Found,
): boolean {
  switch (node.kind) {
    case "op": {
      const { targets, results, over, groups: terms } = node.call;
      const lists = [
        targets,
        results,
        over?.axes ?? [],
        over?.results ?? [],
        ...(terms ? [...terms.targets, ...terms.results] : []),
      ].map(names);
      return (
        node.op.arrays === undefined &&
        [...lists, ...node.consumed].every((axes) => standsTogether(axes, group)) &&
        corresponds(names(targets), names(results), group, others) &&
        corresponds(names(over?.axes ?? []), names(over?.results ?? []), group, others)
      );
    }
    case "loop":
      return (
        !group.includes(node.index ?? "") &&
        node.crossings.every((crossing) => crossesWhole(crossing, group, others))
      );
    case "call": {
      const inner = [...node.bindings].filter(([, outer]) => group.includes(outer));
      if (inner.length === 0) return true;
      const own = [...(groups.get(node.definition)?.values() ?? [])];
      return own.some(
        (axes) =>
          axes.length === inner.length &&
          axes.every((axis, i) => node.bindings.get(axis) === group[i]),
      );
    }
    default:
      return true;
  }
}

/** Where axes and their results go by place, a group stands against a group. */
function corresponds(
  before: readonly string[],
  after: readonly string[],
  group: readonly string[],
  others: readonly (readonly string[])[],
): boolean {
  if (before.length !== after.length) return true;
  return [
    [before, after],
    [after, before],
  ].every(([here = [], there = []]) => {
    const at = here.indexOf(group[0] ?? "");
    if (at < 0) return true;
    return others.some(
      (other) => other.length === group.length && other.every((axis, i) => there[at + i] === axis),
    );
  });
}

type Crossing = Extract<TypedNode, { kind: "loop" }>["crossings"][number];

function crossesWhole(
  crossing: Crossing,
  group: readonly string[],
  others: readonly (readonly string[])[],
): boolean {
  switch (crossing.kind) {
    case "read":
      return holds(crossing.outer, group);
    case "carry": {
      const { start, inner, next, final } = crossing;
      const values = [start, inner, next, final];
      const folded = values.map(({ type }) => {
        const axes = new Set(names(type.shape));
        return others.filter((other) => other.every((axis) => axes.has(axis))).length;
      });
      return (
        values.every((value) => holds(value, group)) && folded.every((count) => count === folded[0])
      );
    }
    default:
      return (
        holds(crossing.outer, group) &&
        holds(crossing.inner, group) &&
        !group.includes(crossing.axis)
      );
  }
}

/** Takes groups from called blocks that stand for no group where they are called. */
function dropUnmatched(own: Groups, nodes: readonly TypedNode[], groups: Found): boolean {
  let dropped = false;
  for (const node of nodes) {
    if (node.kind !== "call") continue;
    const inner = groups.get(node.definition);
    for (const [name, axes] of [...(inner ?? [])]) {
      const outer = axes.map((axis) => node.bindings.get(axis));
      if (outer.every((axis) => axis === undefined)) continue;
      const isMatched = [...own.values()].some(
        (group) => group.length === axes.length && group.every((axis, i) => outer[i] === axis),
      );
      if (isMatched) continue;
      inner?.delete(name);
      dropped = true;
    }
  }
  return dropped;
}

function names(axes: readonly Axis[]): readonly string[] {
  return axes.map(({ name }) => name);
}
