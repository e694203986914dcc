import type { LayoutItem } from "./graph.ts";
import { layersOf, type Use, type Wire, wiresOf } from "./layers.ts";
import type { Link, Network, Node } from "./network.ts";

/**
 * Puts items into layers and gives arrays with several consumers their copies, as late as possible:
 * before each group of consumers a copy, from which one branch goes on to the next group.
 */
export function networkOf(items: readonly LayoutItem[]): Network {
  const wires = wiresOf(items);
  const layers = layersOf(items, wires);
  const nodes: Node[] = items.map((item, index) => ({
    id: item.id,
    layer: 2 * (layers[index] ?? 0),
    role: item.role,
    inputs: item.inputs,
    outputs: item.outputs,
    slab: item.slab,
    axes: [],
    ...(item.wish === undefined ? {} : { wish: item.wish }),
  }));
  const links: Link[] = [];
  for (const wire of wires) connect(wire, items, layers, nodes, links);
  return withoutEmptyLayers(nodes, links);
}

function connect(
  wire: Wire,
  items: readonly LayoutItem[],
  layers: readonly number[],
  nodes: Node[],
  links: Link[],
): void {
  const axes = items[wire.item]?.slab.outputs[wire.output] ?? [];
  let source = { from: wire.item, output: wire.output };
  const linkTo = (use: { item: number; input: number }) =>
    links.push({ array: wire.array, axes, ...source, to: use.item, input: use.input });
  const groups = byLayer(wire.uses, layers);
  groups.forEach((group, count) => {
    const next = groups[count + 1]?.[0];
    if (next === undefined && group.length === 1 && group[0]) {
      linkTo(group[0]);
      return;
    }
    const branches = [...group, ...(next ? [next] : [])].sort(inTextOrder);
    const onward = next ? branches.indexOf(next) : undefined;
    const copy = nodes.length;
    nodes.push({
      id: `copy ${wire.array} ${count + 1}`,
      layer: 2 * (layers[group[0]?.item ?? 0] ?? 0) - 1,
      role: "copy",
      inputs: [wire.array],
      outputs: branches.map(() => wire.array),
      axes,
      ...(count === 0 ? {} : { later: onward === undefined ? {} : { onward } }),
    });
    linkTo({ item: copy, input: 0 });
    branches.forEach((use, output) => {
      source = { from: copy, output };
      if (use !== next) linkTo(use);
    });
    if (onward !== undefined) source = { from: copy, output: onward };
  });
}

function byLayer(uses: readonly Use[], layers: readonly number[]): Use[][] {
  const groups = new Map<number, Use[]>();
  for (const use of uses) {
    const layer = layers[use.item] ?? 0;
    const group = groups.get(layer);
    if (group) group.push(use);
    else groups.set(layer, [use]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function inTextOrder(a: Use, b: Use): number {
  return a.item - b.item || a.input - b.input;
}

function withoutEmptyLayers(nodes: readonly Node[], links: readonly Link[]): Network {
  const used = [...new Set(nodes.map((node) => node.layer))].sort((a, b) => a - b);
  const rank = new Map(used.map((layer, index) => [layer, index]));
  return {
    nodes: nodes.map((node) => ({ ...node, layer: rank.get(node.layer) ?? 0 })),
    links,
    layers: used.length,
  };
}
