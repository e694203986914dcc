import type { Order } from "./crossings.ts";
import type { Frame } from "./frame.ts";
import type { Network } from "./network.ts";

/**
 * Which links should be straight: a stream runs from an entry through leading operands and main
 * branches; a branch is one below it.
 */
export function straightness(
  network: Network,
  order: Order,
  { stands, before, after }: Omit<Frame, "straight" | "loose">,
): Pick<Frame, "straight" | "loose"> {
  const rank: number[] = network.links.map(() => 0);
  const side: boolean[] = network.links.map(() => false);
  const loose: boolean[] = network.links.map(() => false);
  const leads = network.nodes.map(() => new Set<number>());
  /** Of the inputs that an output follows, the one that is most of a stream. */
  const leadOf = (cell: number, follows: readonly number[]): number => {
    const ranks = follows.map((strand, input) => {
      const link = before[cell]?.[input]?.link;
      return strand >= 0 && link !== undefined ? (rank[link] ?? 0) : Number.POSITIVE_INFINITY;
    });
    return Math.max(0, ranks.indexOf(Math.min(...ranks)));
  };
  for (const cell of order.layers.flat()) {
    const node = network.nodes[cell];
    const stand = stands[cell];
    if (node === undefined || stand === undefined) continue;
    (after[cell] ?? []).forEach((piece, output) => {
      if (piece === undefined) return;
      const follows = stand.follows[output] ?? [];
      const lead = leadOf(cell, follows);
      const source = before[cell]?.[lead]?.link;
      leads[cell]?.add(lead);
      const branches = stand.driver !== undefined && stand.driver.output !== output;
      const first = node.role === "source" ? 1 : 0;
      rank[piece.link] = (source === undefined ? first : (rank[source] ?? 0)) + (branches ? 1 : 0);
      const passes = follows.length > 1 && follows.filter((strand) => strand >= 0).length === 1;
      loose[piece.link] =
        follows.length === 0 || (passes && source !== undefined && loose[source] === true);
      side[piece.link] =
        node.role === "copy" && (branches || (source !== undefined && side[source] === true));
    });
  }
  const straight = network.links.map((link, index) => {
    const leading = leads[link.to];
    const isLead = leading && leading.size > 0 ? leading.has(link.input) : link.input === 0;
    return !side[index] && isLead ? rank[index] : undefined;
  });
  return { straight, loose };
}
