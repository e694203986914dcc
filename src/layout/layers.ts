import type { ArrayId, LayoutItem } from "./graph.ts";

/** Who makes an array and who takes it, by place in the list of items. */
export interface Wire {
  readonly array: ArrayId;
  readonly item: number;
  readonly output: number;
  /** In text order; an item that uses the array twice stands here twice. */
  readonly uses: readonly Use[];
}

export interface Use {
  readonly item: number;
  readonly input: number;
}

/** The wires of a graph in text order. Uses before the maker, or without one, are left out. */
export function wiresOf(items: readonly LayoutItem[]): Wire[] {
  const wires = new Map<ArrayId, { array: ArrayId; item: number; output: number; uses: Use[] }>();
  items.forEach((item, index) => {
    item.inputs.forEach((array, input) => {
      wires.get(array)?.uses.push({ item: index, input });
    });
    item.outputs.forEach((array, output) => {
      if (!wires.has(array)) wires.set(array, { array, item: index, output, uses: [] });
    });
  });
  return [...wires.values()];
}

/**
 * The layer of every item, in text order: an item stands with the statement before it where its
 * operands and its consumers allow. Entries come first, exits last, sources just before their use.
 */
export function layersOf(items: readonly LayoutItem[], wires: readonly Wire[]): number[] {
  const before: number[][] = items.map(() => []);
  const after: number[][] = items.map(() => []);
  for (const wire of wires) {
    for (const use of wire.uses) {
      before[use.item]?.push(wire.item);
      after[wire.item]?.push(use.item);
    }
  }
  const places = new Map(items.map((item, index) => [item.id, index]));
  items.forEach((item, index) => {
    for (const earlier of item.after ?? []) {
      const place = places.get(earlier);
      if (place === undefined || place >= index) continue;
      before[index]?.push(place);
      after[place]?.push(index);
    }
  });
  const earliest: number[] = [];
  items.forEach((item, index) => {
    const least = item.role === "inner" || item.role === "exit" ? 1 : 0;
    const inputs = (before[index] ?? []).map((maker) => (earliest[maker] ?? 0) + 1);
    earliest[index] = inputs.reduce((most, layer) => Math.max(most, layer), least);
  });
  const last =
    items.reduce((most, item, i) => Math.max(most, inner(item, earliest[i] ?? 0)), 0) + 1;
  const latest = items.map(() => last - 1);
  for (let index = items.length - 1; index >= 0; index--) {
    const uses = (after[index] ?? []).map((user) =>
      items[user]?.role === "exit" ? last - 1 : (latest[user] ?? last) - 1,
    );
    const latestUse = uses.reduce((least, layer) => Math.min(least, layer), last - 1);
    latest[index] = Math.max(earliest[index] ?? 0, latestUse);
  }
  const layers: number[] = [];
  let previous = 1;
  items.forEach((item, index) => {
    if (item.role === "entry") layers[index] = 0;
    else if (item.role === "source") layers[index] = earliest[index] ?? 0;
    else if (item.role === "exit") layers[index] = last;
    else {
      const inputs = (before[index] ?? []).map((maker) => (layers[maker] ?? 0) + 1);
      const first = inputs.reduce((most, layer) => Math.max(most, layer), Math.max(previous, 1));
      previous = Math.min(first, latest[index] ?? last);
      layers[index] = previous;
    }
  });
  items.forEach((item, index) => {
    if (item.role !== "source") return;
    const uses = (after[index] ?? []).map((user) => layers[user] ?? 1);
    layers[index] = Math.max(0, uses.reduce((least, layer) => Math.min(least, layer), last) - 1);
  });
  return layers;
}

function inner(item: LayoutItem, layer: number): number {
  return item.role === "exit" ? layer - 1 : layer;
}
