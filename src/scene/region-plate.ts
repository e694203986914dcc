import type { Corner } from "../document/document.ts";
import { markBounds, meets, unionBounds } from "../draw/bounds.ts";
import { rectangle } from "../draw/curve.ts";
import { chamfered, standsInCorner } from "../draw/forms/chamfered.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { footAbove, headBelow } from "./giving-way.ts";
import {
  type PlateLine,
  plateRegions,
  type Region,
  SIDE_RIM,
  withRimAround,
} from "./plate-regions.ts";
import { plateTitle, TITLE_PAD, TITLE_SIDE } from "./plate-title.ts";
import type { SceneNode } from "./scene.ts";

const SIDE = 0.2 * SPACING;
/** Regions above each other may share this much. */
const SHARED = 0.25 * SPACING;
/** A glyph beside a plate keeps this far off. */
const TOUCH = 1;
/** How much of a corner is cut off, the most first (NOTATION 2.7). */
const CUTS = [1.75, 1.25, 1, 0.75, 0.5].map((size) => size * SPACING);

interface Plate {
  readonly box: Rect;
  readonly marks: readonly Mark[];
}

/**
 * The plates that an author puts around nodes, larger ones first so that smaller ones lie on them
 * and leave their titles free; of equal ones that with fewer nodes is the smaller. Each copy of a
 * definition that is drawn open has its own.
 */
export function regionPlates(
  lines: readonly PlateLine[],
  flat: FlatFigure,
  ink: readonly Rect[],
): readonly Mark[] {
  const regions = lines
    .flatMap((line) => plateRegions(line, flat))
    .sort((a, b) => area(a.region) - area(b.region) || a.line.nodes.length - b.line.nodes.length);
  const glyphs = flat.nodes.flatMap(glyphOf);
  const plates: (Plate & { readonly region: Rect })[] = [];
  for (const each of regions) {
    const { region, isPart } = each;
    const held = plates.filter((plate) =>
      isPart ? holds(region, plate.region) : overlaps(region, plate.region),
    );
    const inner = held.map(({ box }) => box);
    const around = unionBounds([region, ...held.map(withRim)]) ?? region;
    const sides = sidesOf(around, { regions: regions.map((each) => each.region), glyphs, inner });
    const others = plates.filter((plate) => !held.includes(plate)).map(({ box }) => box);
    const larger = regions.slice(plates.length + 1).filter((other) => !other.isPart && !isPart);
    const level = larger.map((other) => other.region).filter((other) => !overlaps(other, region));
    const beside = { ink: [...ink, ...inner], glyphs, inner, others: [...others, ...level] };
    plates.push({ region, ...plateAround(each, around, beside, sides) });
  }
  return plates.reverse().flatMap(({ marks }) => marks);
}

/** What stands beside a plate or on it. */
interface Beside {
  readonly regions: readonly Rect[];
  readonly glyphs: readonly Rect[];
  /** The plates that it holds. */
  readonly inner: readonly Rect[];
}

/**
 * How far a plate stands out at both sides: half way to a region that begins or ends beside it, and
 * not as far as a glyph; with a rim around the plates that it holds where there is room.
 */
function sidesOf(
  { x, y, width, height }: Rect,
  { regions, glyphs, inner }: Beside,
): { left: number; right: number } {
  const end = x + width;
  const level = glyphs.filter((glyph) => glyph.y < y + height && glyph.y + glyph.height > y);
  const leastRoom = (gapTo: (other: Rect) => number): number => {
    const halves = regions.map((other) => gapTo(other) / 2);
    const gaps = level.map((glyph) => gapTo(glyph) - TOUCH);
    return Math.min(Number.POSITIVE_INFINITY, ...[...halves, ...gaps].filter((gap) => gap >= 0));
  };
  const left = Math.max(SIDE, ...inner.map((box) => x - box.x + SIDE_RIM));
  const right = Math.max(SIDE, ...inner.map((box) => box.x + box.width - end + SIDE_RIM));
  return {
    left: Math.min(
      left,
      leastRoom((other) => x - other.x - other.width),
    ),
    right: Math.min(
      right,
      leastRoom((other) => other.x - end),
    ),
  };
}

/** The box of what an operation paints but its strands. */
function glyphOf({ kind, marks }: SceneNode): readonly Rect[] {
  if (kind === "plate" || kind === "loop") return [];
  const drawn = unionBounds(marks.filter((mark) => mark.kind !== "strand").map(markBounds));
  return drawn === undefined ? [] : [drawn];
}

/** What is drawn around and beside a plate. */
interface Surroundings {
  readonly ink: readonly Rect[];
  readonly glyphs: readonly Rect[];
  /** The plates that it holds. */
  readonly inner: readonly Rect[];
  /** Smaller plates that it does not hold, and regions of larger ones that do not hold it. */
  readonly others: readonly Rect[];
}

/** The title of a plate around a part of an operation may hang below it. */
function plateAround(
  { line, isPart }: Pick<Region, "line" | "isPart">,
  region: Rect,
  { ink, glyphs, inner, others }: Surroundings,
  sides: { readonly left: number; readonly right: number },
): Plate {
  const { title } = line;
  const x = region.x - sides.left;
  const width = region.width + sides.left + sides.right;
  const lowest = inner.map((box) => box.y + box.height + TOUCH);
  const bottom = Math.max(footAbove(others, { ...region, x, width }), ...lowest);
  if (title.trim() === "") {
    const y = headBelow(others, { ...region, x, width });
    const box = { x, y, width, height: bottom - y };
    return { box, marks: [areaOf(box, line, glyphs)] };
  }
  const { words, marks, hangs } = plateTitle(
    title,
    { ...region, x, width },
    {
      ink,
      mayHang: isPart,
    },
  );
  const wide = Math.max(width, words.width + 2 * TITLE_SIDE);
  const top = hangs ? region.y : words.y - TITLE_PAD;
  const foot = hangs ? words.y + words.height + TITLE_PAD : bottom;
  const box = { x: x + width / 2 - wide / 2, y: top, width: wide, height: foot - top };
  return { box, marks: [areaOf(box, line, [...glyphs, words]), ...marks] };
}

/** The area of a plate without the corners that are cut off it, as far as what stands in them lets. */
function areaOf(box: Rect, { role, cut = [] }: PlateLine, glyphs: readonly Rect[]): Mark {
  const size = (corner: Corner): number =>
    CUTS.find((each) => !glyphs.some((glyph) => standsInCorner(glyph, box, corner, each))) ?? 0;
  const path =
    cut.length === 0
      ? rectangle(box)
      : chamfered(box, new Map(cut.map((corner) => [corner, size(corner)])));
  return role === "dotted"
    ? { kind: "path", path, stroke: "dotted" }
    : { kind: "path", path, fill: role };
}

/** What a plate must hold of one that lies on it: a rim above and below, and what a title widens it by. */
function withRim({ region, box }: Plate & { readonly region: Rect }): Rect {
  const isWide = box.width > region.width + 2 * SIDE;
  const { x, width } = isWide ? box : region;
  const { y, height } = withRimAround(box);
  return { x, y, width, height };
}

/** Whether two regions share more than the room that glyphs have around them. */
function overlaps({ x, y, width, height }: Rect, other: Rect): boolean {
  const by = Math.min(SHARED, height / 4, other.height / 4);
  return meets({ x, y: y + by, width, height: height - 2 * by }, other);
}

/** Whether one region lies in another. */
function holds({ x, y, width, height }: Rect, inner: Rect): boolean {
  const isWithin = inner.x >= x && inner.x + inner.width <= x + width;
  return isWithin && inner.y >= y && inner.y + inner.height <= y + height;
}

function area({ width, height }: Rect): number {
  return width * height;
}
