import type { LayoutLine } from "../document/document.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { isFree } from "./free-room.ts";

type TitleLine = LayoutLine & { readonly kind: "title" };

/** What a loop is called, and the room that its area must have for it. */
export interface LoopTitle {
  readonly box: Rect;
  readonly mark: Mark;
}

/** Off the brackets, and off the edges above and below. */
const ASIDE = 0.9 * SPACING;
const PAD = 0.25 * SPACING;
const ROUNDING = 0.01;

/** The titles of loops, each in a free corner of the area between its brackets, else above it. */
export function loopTitles(
  lines: readonly TitleLine[],
  flat: FlatFigure,
  ink: readonly Rect[],
): readonly LoopTitle[] {
  return lines.flatMap(({ node, text }) =>
    flat.nodes.flatMap((loop): readonly LoopTitle[] => {
      if (loop.kind !== "loop" || loop.node !== node || text.trim() === "") return [];
      const title = titleIn(loop.areas ?? [], text.replace(/\s+/g, " ").trim(), ink);
      return title === undefined ? [] : [title];
    }),
  );
}

/** In a free corner of the first row of the loop that has one, else above the first row. */
function titleIn(
  areas: readonly Rect[],
  text: string,
  ink: readonly Rect[],
): LoopTitle | undefined {
  const [first] = areas;
  if (first === undefined) return undefined;
  const { width, height, depth } = measureText(text, "title");
  const boxAt = ({ x, y }: Point): Rect => ({ x, y: y - height, width, height: height + depth });
  const free = areas
    .flatMap((area) => cornersOf(area, { width, height, depth }))
    .find((corner) => isFree(ink, boxAt(corner), PAD - ROUNDING));
  const at = free ?? { x: first.x + ASIDE, y: first.y - depth };
  const own = boxAt(at);
  const box = { ...own, y: own.y - PAD, height: own.height + 2 * PAD };
  return { box, mark: { kind: "text", text, role: "title", ...at, anchor: "start" } };
}

/** Where a title begins in each corner of an area. */
function cornersOf(area: Rect, title: { width: number; height: number; depth: number }): Point[] {
  const left = area.x + ASIDE;
  const right = area.x + area.width - ASIDE - title.width;
  const top = area.y + PAD + title.height;
  const bottom = area.y + area.height - PAD - title.depth;
  return [
    { x: left, y: bottom },
    { x: left, y: top },
    { x: right, y: bottom },
    { x: right, y: top },
  ];
}
