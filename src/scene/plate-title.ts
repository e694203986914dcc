import { brokenTitle } from "../draw/forms/broken-title.ts";
import { baselinesOf } from "../draw/forms/line-pitch.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { isFree } from "./free-room.ts";

/** Room above and below the title of a plate. */
export const TITLE_PAD = 0.25 * SPACING;
/** Room at both sides of it. */
export const TITLE_SIDE = 0.05 * SPACING;

const LINE_PITCH = 0.8 * SPACING;
const STEP = SPACING / 2;
/** Above this many steps there is only paper. */
const MOST_STEPS = 400;

/** Where the title of a plate stands, and its words. */
export interface PlateTitle {
  readonly words: Rect;
  readonly marks: readonly Mark[];
  /** Below the region instead of above it. */
  readonly hangs: boolean;
}

/**
 * The title of a plate, broken to the width of its region and above it, clear of strands that pass
 * there; one that may hang stands below where it finds room sooner.
 */
export function plateTitle(
  title: string,
  { x, y, width, height }: Rect,
  { ink, mayHang }: { readonly ink: readonly Rect[]; readonly mayHang: boolean },
): PlateTitle {
  const broken = brokenTitle(title, width - 2 * TITLE_SIDE);
  const baselines = baselinesOf(broken, LINE_PITCH);
  const lines = broken.map((text) => ({ text, ...measureText(text, "title") }));
  const longest = Math.max(...lines.map((line) => line.width));
  const middle = x + width / 2;
  const rise = baselines.at(-1) ?? 0;
  const tall = rise + Math.max(...lines.map((line) => line.height));
  const depth = Math.max(...lines.map((line) => line.depth));
  const boxAt = (top: number): Rect => ({
    x: middle - longest / 2,
    y: top,
    width: longest,
    height: tall + depth,
  });
  const stepsFrom = (start: number, step: number): number => {
    let steps = 0;
    while (steps < MOST_STEPS && !isFree(ink, boxAt(start + steps * step), 2)) steps++;
    return steps;
  };
  const above = y - TITLE_PAD - depth - tall;
  const below = y + height + TITLE_PAD;
  const up = stepsFrom(above, -STEP);
  const down = mayHang ? stepsFrom(below, STEP) : MOST_STEPS;
  const hangs = down < up;
  const words = boxAt(hangs ? below + down * STEP : above - up * STEP);
  const first = words.y + tall - rise;
  return {
    words,
    hangs,
    marks: lines.map(({ text }, i): Mark => {
      const baseline = first + (baselines[i] ?? 0);
      return { kind: "text", text, role: "title", x: middle, y: baseline, anchor: "middle" };
    }),
  };
}
