import type { LayoutGraph } from "./graph.ts";
import type { Grid } from "./grid.ts";
import type { Network } from "./network.ts";

/** What the author wants above what, in whichever layers both of them stand. */
export interface WishedOrder {
  /** The cells of one layer, changed as little as the wishes allow. */
  sorted(cells: readonly number[]): readonly number[];
  /** Whether the upper one of two cells has to stay above the lower one. */
  isFixed(upper: number, lower: number): boolean;
}

/** No wishes at all. */
export const NOTHING_WISHED: WishedOrder = { sorted: (cells) => cells, isFixed: () => false };

/** What is above it, by the name of what is below. */
type Uppers = Map<string, Set<string>>;

/** The wishes of a graph as an order of cells; where they go round in a circle the later ones hold. */
export function wishedOrderOf(graph: LayoutGraph, network: Network, grid: Grid): WishedOrder {
  const uppers = uppersOf(graph);
  if (uppers.size === 0) return NOTHING_WISHED;
  const names = grid.cells.map(({ node, link }) => {
    const slab = network.nodes[node ?? -1];
    if (slab === undefined) return network.links[link ?? -1]?.array ?? "";
    return slab.role === "copy" ? (slab.inputs[0] ?? "") : slab.id;
  });
  const isFixed = (upper: number, lower: number): boolean =>
    uppers.get(names[lower] ?? "")?.has(names[upper] ?? "") === true;
  return {
    isFixed,
    sorted(cells) {
      if (!cells.some((cell) => uppers.has(names[cell] ?? ""))) return cells;
      const left = [...cells];
      const sorted: number[] = [];
      while (left.length > 0) {
        const next = left.findIndex((cell) => !left.some((other) => isFixed(other, cell)));
        sorted.push(...left.splice(Math.max(next, 0), 1));
      }
      return sorted;
    },
  };
}

function uppersOf({ orders = [] }: LayoutGraph): Uppers {
  const uppers: Uppers = new Map();
  for (const { above, below } of orders.toReversed()) {
    const isCircle = above.some((upper) => below.some((lower) => isAbove(uppers, lower, upper)));
    if (isCircle) continue;
    for (const lower of below) uppers.set(lower, new Set([...(uppers.get(lower) ?? []), ...above]));
  }
  return uppers;
}

/** Whether one is another, or above it by way of others. */
function isAbove(uppers: Uppers, upper: string, lower: string): boolean {
  const seen = new Set<string>();
  const waiting = [lower];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === upper) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(uppers.get(name) ?? []));
  }
  return false;
}
