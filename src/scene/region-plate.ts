import type { LayoutLine } from "../document/document.ts";
import { unionBounds } from "../draw/bounds.ts";
import { rectangle } from "../draw/curve.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { isFree } from "./free-room.ts";

type PlateLine = LayoutLine & { readonly kind: "plate" };

const SIDE = 0.2 * SPACING;
const TITLE_PAD = 0.25 * SPACING;
const STEP = SPACING / 2;
/** Above this many steps there is only paper. */
const MOST_STEPS = 400;

interface Plate {
  readonly box: Rect;
  readonly marks: readonly Mark[];
}

/**
 * The plates that an author puts around nodes, larger ones first so that smaller ones lie on them
 * and leave their titles free. Each copy of a definition that is drawn open has its own.
 */
export function regionPlates(
  lines: readonly PlateLine[],
  flat: FlatFigure,
  ink: readonly Rect[],
): readonly Mark[] {
  const regions = lines
    .flatMap((line) => regionsOf(line, flat).map((region) => ({ line, region })))
    .sort((a, b) => area(a.region) - area(b.region));
  const plates: (Plate & { readonly region: Rect })[] = [];
  for (const { line, region } of regions) {
    const inner = plates.filter((plate) => meets(region, plate.region)).map(({ box }) => box);
    const around = unionBounds([region, ...inner]) ?? region;
    const others = regions.map((each) => each.region);
    plates.push({
      region,
      ...plateAround(line, around, [...ink, ...inner], sidesOf(region, others)),
    });
  }
  return plates.reverse().flatMap(({ marks }) => marks);
}

/** The box around the nodes of a plate in every instance of their definition. */
function regionsOf({ nodes }: PlateLine, flat: FlatFigure): readonly Rect[] {
  const wanted = new Set(nodes);
  const instances = new Map<string, Rect[]>();
  for (const { id, node, kind, bounds } of flat.nodes) {
    if (!wanted.has(node) || kind === "copy") continue;
    const path = id.slice(0, Math.max(0, id.lastIndexOf(">")));
    const held = instances.get(path);
    if (held === undefined) instances.set(path, [bounds]);
    else held.push(bounds);
  }
  return [...instances.values()].flatMap((boxes) => unionBounds(boxes) ?? []);
}

/** How far a plate stands out at both sides: half way to a region that begins or ends beside it. */
function sidesOf(region: Rect, others: readonly Rect[]): { left: number; right: number } {
  const rooms = (gaps: readonly number[]) => gaps.filter((gap) => gap >= 0).map((gap) => gap / 2);
  const left = rooms(others.map((other) => region.x - other.x - other.width));
  const right = rooms(others.map((other) => other.x - region.x - region.width));
  return { left: Math.min(SIDE, ...left), right: Math.min(SIDE, ...right) };
}

/** A title stands above everything in the region, clear of strands that pass there. */
function plateAround(
  { role, title }: PlateLine,
  region: Rect,
  ink: readonly Rect[],
  sides: { readonly left: number; readonly right: number },
): Plate {
  const x = region.x - sides.left;
  const width = region.width + sides.left + sides.right;
  const bottom = region.y + region.height;
  if (title === "") {
    const box = { x, y: region.y, width, height: region.height };
    return { box, marks: [{ kind: "path", path: rectangle(box), fill: role }] };
  }
  const text = measureText(title, "title");
  const wide = Math.max(width, text.width + 2 * TITLE_PAD);
  const middle = x + width / 2;
  let baseline = region.y - TITLE_PAD - text.depth;
  const boxAt = (y: number): Rect => ({
    x: middle - text.width / 2,
    y: y - text.height,
    width: text.width,
    height: text.height + text.depth,
  });
  for (let step = 0; step < MOST_STEPS && !isFree(ink, boxAt(baseline), 2); step++)
    baseline -= STEP;
  const top = baseline - text.height - TITLE_PAD;
  const box = { x: middle - wide / 2, y: top, width: wide, height: bottom - top };
  return {
    box,
    marks: [
      { kind: "path", path: rectangle(box), fill: role },
      { kind: "text", text: title, role: "title", x: middle, y: baseline, anchor: "middle" },
    ],
  };
}

function meets(a: Rect, b: Rect): boolean {
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return across && a.y < b.y + b.height && b.y < a.y + a.height;
}

function area({ width, height }: Rect): number {
  return width * height;
}
