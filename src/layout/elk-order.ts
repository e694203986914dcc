import type { ElkNode, LayoutOptions } from "elkjs/lib/elk-api.js";
import type { Order } from "./crossings.ts";
import { startElk } from "./elk.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import { asWished, depthFirst, sortBranches } from "./order.ts";
import { NOTHING_WISHED } from "./wished-order.ts";

/** Layers come back as given when the nodes of neighbouring layers do not overlap in x. */
const WIDTH = 10;
const PITCH = 10;

const OPTIONS: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "POLYLINE",
  "elk.separateConnectedComponents": "false",
  "elk.randomSeed": "1",
  "elk.layered.layering.strategy": "INTERACTIVE",
  "elk.layered.crossingMinimization.greedySwitch.activationThreshold": "0",
  "elk.layered.thoroughness": "20",
  "elk.layered.nodePlacement.strategy": "SIMPLE",
  "elk.spacing.nodeNode": "10",
  "elk.spacing.edgeNode": "10",
  "elk.spacing.edgeEdge": "10",
  "elk.layered.spacing.nodeNodeBetweenLayers": "10",
  "elk.layered.spacing.edgeNodeBetweenLayers": "10",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
};

/** The order of slabs and lanes in each layer as ELK finds it for the same layers. */
export async function orderWithElk(
  network: Network,
  grid: Grid,
  wished = NOTHING_WISHED,
): Promise<Order> {
  const start = sortBranches(network, grid, depthFirst(network, grid));
  const elk = await startElk();
  const result = await elk.layout(elkGraph(grid, start));
  const height = new Map(result.children?.map((child) => [child.id, child.y ?? 0]));
  const layers = start.layers.map((layer) =>
    layer
      .map((cell, index) => ({ cell, index, y: height.get(`${cell}`) ?? 0 }))
      .sort((a, b) => a.y - b.y || a.index - b.index)
      .map(({ cell }) => cell),
  );
  return sortBranches(network, grid, asWished({ layers, after: start.after }, wished));
}

/** One node per slab and lane, one port per array; what ELK is given is nobody else's. */
function elkGraph(grid: Grid, start: Order): ElkNode {
  const children = start.layers.flatMap((layer, index) =>
    layer.map((cell): ElkNode => {
      const before = grid.before[cell] ?? [];
      const after = start.after[cell] ?? [];
      return {
        id: `${cell}`,
        x: index * WIDTH * 10,
        width: WIDTH,
        height: PITCH * Math.max(1, before.length, after.length),
        layoutOptions: { "elk.portConstraints": "FIXED_POS" },
        ports: [
          ...before.map((piece, i) => port(piece, "in", i)).reverse(),
          ...after.map((piece, i) => port(piece, "out", i)),
        ],
      };
    }),
  );
  const edges = start.layers.flat().flatMap((cell) =>
    (start.after[cell] ?? []).map((piece) => ({
      id: `${name(piece)}`,
      sources: [`${name(piece)} out`],
      targets: [`${name(piece)} in`],
    })),
  );
  return { id: "root", layoutOptions: OPTIONS, children, edges };
}

function port(piece: Piece, side: "in" | "out", index: number) {
  return {
    id: `${name(piece)} ${side}`,
    x: side === "in" ? 0 : WIDTH,
    y: PITCH / 2 + PITCH * index,
    width: 0,
    height: 0,
    layoutOptions: { "elk.port.side": side === "in" ? "WEST" : "EAST" },
  };
}

function name(piece: Piece): string {
  return `${piece.link} ${piece.from}`;
}
