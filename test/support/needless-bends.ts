import { SPACING } from "../../src/draw/slab.ts";
import type { PlacedBundle, PlacedItem, Placement } from "../../src/layout/placement.ts";
import { layersOfPlacement } from "./placed-layers.ts";

/** What stands between two bends of an array: level bundles, and slabs with one array in and out. */
interface Stretch {
  readonly bundles: readonly PlacedBundle[];
  readonly items: readonly PlacedItem[];
  readonly moves: readonly number[];
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** More than a lane must keep from its neighbours, so that what is found could move for certain. */
const LANE: Box = { top: -1.8 * SPACING, bottom: 1.5 * SPACING };
const SLAB: Box = { top: -SPACING, bottom: SPACING };

/**
 * One sentence for each place where an array leaves its height and comes back to it, or goes on the
 * same way, though what is between could stand at the height before it or behind it.
 */
export function needlessBends(placement: Placement): readonly string[] {
  return stretchesOf(placement).flatMap((stretch) =>
    stretch.moves
      .filter((dy) => hasRoom(placement, stretch, dy))
      .map((dy) => {
        const names = [...stretch.items.map(({ id }) => id), ...stretch.bundles.map(arrayOf)];
        return `${[...new Set(names)].join(", ")} could move by ${dy}`;
      }),
  );
}

function arrayOf({ array }: PlacedBundle): string {
  return array;
}

function stretchesOf(placement: Placement): readonly Stretch[] {
  const next = followers(placement);
  return placement.bundles.flatMap((first) => {
    const start = travels(first);
    if (start.length === 0) return [];
    const bundles: PlacedBundle[] = [];
    const items: PlacedItem[] = [];
    for (let step = next(first); step !== undefined; step = next(step.bundle)) {
      if (step.item) items.push(step.item);
      const end = travels(step.bundle);
      if (end.length > 0) {
        const moves = [...alike(start).map((by) => -by), ...alike(end)];
        return items.length + bundles.length > 0 ? [{ bundles, items, moves }] : [];
      }
      bundles.push(step.bundle);
    }
    return [];
  });
}

/** The bundle that goes on where another ends, and the slab between them, if it is but one. */
function followers({ bundles, items }: Placement) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const inLine = (bundle: PlacedBundle) =>
    bundles.filter(
      ({ way, from }) =>
        way !== undefined &&
        way.from === bundle.way?.from &&
        way.to === bundle.way.to &&
        way.input === bundle.way.input &&
        from.x >= bundle.to.x,
    );
  return (bundle: PlacedBundle): { bundle: PlacedBundle; item?: PlacedItem } | undefined => {
    if (bundle.into === undefined) {
      const [following] = inLine(bundle).sort((a, b) => a.from.x - b.from.x);
      return following && { bundle: following };
    }
    const item = byId.get(bundle.into.item);
    if (item?.rows.length !== 1 || item.drawing.outputs.length !== 1) return undefined;
    const out = bundles.find(({ outOf }) => outOf?.item === item.id);
    return out && { bundle: out, item };
  };
}

/** How far each strand of a bundle rises or falls; none for a level one. */
function travels({ from, to }: PlacedBundle): readonly number[] {
  const all = to.heights.map((y, strand) => y - (from.heights[strand] ?? y));
  return all.some((travel) => travel !== 0) ? all : [];
}

function alike(all: readonly number[]): readonly number[] {
  const [first = 0] = all;
  return all.every((travel) => travel === first) ? [first] : [];
}

function hasRoom(placement: Placement, { bundles, items }: Stretch, dy: number): boolean {
  return layersOfPlacement(placement).every((layer) => {
    const passing = (bundle: PlacedBundle) => layer.lanes.includes(bundle);
    const mine = [
      ...items.filter((item) => layer.items.includes(item)).map(({ drawing }) => grown(drawing)),
      ...bundles.filter(passing).map(laneBox),
    ];
    const others = [
      ...layer.items.filter((item) => !items.includes(item)).map(({ drawing }) => drawing),
      ...layer.lanes.filter((lane) => !bundles.includes(lane)).map(laneBox),
    ];
    return mine.every((box) => others.every((other) => staysApart(box, other, dy)));
  });
}

function grown({ top, bottom }: Box): Box {
  return { top: top + SLAB.top, bottom: bottom + SLAB.bottom };
}

function laneBox({ from: { heights } }: PlacedBundle): Box {
  return { top: (heights[0] ?? 0) + LANE.top, bottom: (heights.at(-1) ?? 0) + LANE.bottom };
}

/** True when a box that moves comes neither on another one nor to its other side. */
function staysApart(box: Box, other: Box, dy: number): boolean {
  const isBelow = box.top + box.bottom > other.top + other.bottom;
  return isBelow ? box.top + dy >= other.bottom : box.bottom + dy <= other.top;
}
