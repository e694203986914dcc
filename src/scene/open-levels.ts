import type { NodeId } from "../document/document.ts";
import type { TypedDefinition, TypedNode } from "../typing/diagram.ts";

/** The most operations of a picture whose calls are all open; more would only keep it waiting. */
const MOST_OPERATIONS = 20_000;

/** The deepest nesting of open calls. */
const MOST_LEVELS = 100;

interface Extent {
  /** Operations, loops and calls, those inside loops included. */
  readonly own: number;
  /** What its open calls call, once for each. */
  readonly inside: readonly TypedDefinition[];
}

/**
 * How many levels of open calls fit into a picture, from outside inwards: infinite when all do.
 * Two calls in each of thirty blocks are a thousand million uses.
 */
export function openLevels(main: TypedDefinition, open: ReadonlySet<NodeId>): number {
  const extents = extentsFrom(main, open);
  let sizes = new Map([...extents].map(([definition, { own }]) => [definition, own]));
  for (let levels = 0; levels < MOST_LEVELS; levels++) {
    const deeper = new Map<TypedDefinition, number>();
    for (const [definition, { own, inside }] of extents) {
      deeper.set(
        definition,
        inside.reduce((sum, callee) => sum + (sizes.get(callee) ?? 0), own),
      );
    }
    const size = deeper.get(main) ?? 0;
    if (size === sizes.get(main)) return Number.POSITIVE_INFINITY;
    if (size > MOST_OPERATIONS) return levels;
    sizes = deeper;
  }
  return MOST_LEVELS;
}

function extentsFrom(
  main: TypedDefinition,
  open: ReadonlySet<NodeId>,
): ReadonlyMap<TypedDefinition, Extent> {
  const extents = new Map<TypedDefinition, Extent>();
  const waiting = [main];
  for (let definition = waiting.pop(); definition; definition = waiting.pop()) {
    if (extents.has(definition)) continue;
    const nodes = withInner(definition.nodes);
    const inside = nodes.flatMap((node) =>
      node.kind === "call" && open.has(node.id) ? [node.definition] : [],
    );
    extents.set(definition, { own: nodes.length, inside });
    for (const callee of inside) waiting.push(callee);
  }
  return extents;
}

function withInner(nodes: readonly TypedNode[]): readonly TypedNode[] {
  return nodes.flatMap((node) =>
    node.kind === "loop" ? [node, ...withInner(node.nodes)] : [node],
  );
}
