import type { LayoutLine } from "../document/document.ts";
import { markBounds, meets, unionBounds } from "../draw/bounds.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
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

/** The titles of loops, each in a free corner of the area between its brackets, else above it. */
export function loopTitles(
  lines: readonly TitleLine[],
  flat: FlatFigure,
  ink: readonly Rect[],
): readonly LoopTitle[] {
  const areas = flat.plates.flatMap((mark) =>
    mark.kind === "path" && mark.stroke === undefined ? (markBounds(mark) ?? []) : [],
  );
  return lines.flatMap(({ node, text }) =>
    flat.nodes.flatMap((loop): readonly LoopTitle[] => {
      if (loop.kind !== "loop" || loop.node !== node || text.trim() === "") return [];
      const brackets = unionBounds(loop.marks.filter(isBracket).map(markBounds));
      if (brackets === undefined) return [];
      const inside = areas.filter((area) => meets(area, brackets) && isWithin(area, brackets));
      const [first, ...others] = inside;
      if (first === undefined) return [];
      const area = others.reduce((a, b) => (b.width > a.width ? b : a), first);
      return [titleIn(area, text.replace(/\s+/g, " ").trim(), ink)];
    }),
  );
}

function isBracket(mark: Mark): boolean {
  return mark.kind === "path" && mark.stroke === "bracket";
}

function isWithin({ x, width }: Rect, around: Rect): boolean {
  return x > around.x - SPACING && x + width < around.x + around.width + SPACING;
}

function titleIn(area: Rect, text: string, ink: readonly Rect[]): LoopTitle {
  const { width, height, depth } = measureText(text, "title");
  const left = area.x + ASIDE;
  const right = area.x + area.width - ASIDE - width;
  const top = area.y + PAD + height;
  const bottom = area.y + area.height - PAD - depth;
  const corners = [
    { x: left, y: bottom },
    { x: left, y: top },
    { x: right, y: bottom },
    { x: right, y: top },
  ];
  const boxAt = ({ x, y }: { readonly x: number; readonly y: number }): Rect => ({
    x,
    y: y - height,
    width,
    height: height + depth,
  });
  const free = corners.find((corner) => isFree(ink, boxAt(corner), PAD));
  const at = free ?? { x: left, y: area.y - depth };
  const own = boxAt(at);
  const box = { ...own, y: own.y - PAD, height: own.height + 2 * PAD };
  return { box, mark: { kind: "text", text, role: "title", ...at, anchor: "start" } };
}
