import { line, polygon } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import { SPACING } from "../slab.ts";
import { centredText } from "./strokes.ts";

/** What the unfold trapezoid says about its windows, as LaTeX. */
export interface WindowText {
  /** Stands behind the slash; absent for 1. */
  readonly stride?: string | undefined;
  /** In small type behind the star. */
  readonly padding?: string | undefined;
}

/** Where the trapezoid stands. */
export interface TrapezoidSpec extends WindowText {
  readonly left: number;
  readonly width: number;
  /** The heights of the first and last strand that goes through it. */
  readonly first: number;
  readonly last: number;
  /** Where the kernel leaves: from the lower right corner, or from the upper one. */
  readonly taps: "below" | "above";
  /** How far the corner of the kernel lies beyond the nearest strand. */
  readonly corner: number;
  /** How far the other edge lies beyond its nearest strand. */
  readonly reach: number;
  /** The kernel enters at the left instead, for the adjoint that adds up. */
  readonly facing: "right" | "left";
  /** Strands leave from the corner opposite to the kernel, and a T stands there. */
  readonly transposed: boolean;
}

const LEAST_WIDTH = 1.5 * SPACING;
const SLOPE = 0.5 * SPACING;
const SLASH = SPACING;
const STAR = { outer: 5.6, inner: 2.2 };
const STAR_AT = 9;
const BEHIND_STAR = STAR_AT + 8;

/** The room between the strand next to the glyph and its edge when nothing else stands there. */
export const ROOMY = SPACING;
/** The same beside a strand that passes. */
export const TIGHT = 0.65 * SPACING;

/**
 * How wide the trapezoid is: room for the stride behind the slash and for the padding behind the
 * star, side by side where only one strand goes through.
 */
export function trapezoidWidth({ stride, padding }: WindowText, strands: number): number {
  const text = stride === undefined ? 0 : measureText(stride, "count").width + 3;
  const small = padding === undefined ? 0 : measureText(smallTex(padding), "count").width + 3;
  const isLow = strands < 2 && text > 0 && small > 0;
  return Math.max(LEAST_WIDTH, SLASH + text, BEHIND_STAR + small + (isLow ? text : 0));
}

function smallTex(tex: string): string {
  return `{\\scriptstyle ${tex}}`;
}

/** The unfold: one strand goes in, its windows and their kernel come out. */
export function trapezoidMarks(spec: TrapezoidSpec): readonly Mark[] {
  const { left, width, first, last, corner, reach, stride, padding, transposed } = spec;
  const top = first - reach;
  const bottom = last + corner;
  const right = left + width;
  const flip = flipped(spec);
  const at = (x: number, y: number): Point => flip({ x, y });
  const start = at(left, bottom - SLOPE);
  const end =
    stride === undefined
      ? at(right, last)
      : at(
          left + SLASH,
          Math.max(last - (padding === undefined || first < last ? 4 : 0), bottom - 2 * SPACING),
        );
  const starAt = at(left + STAR_AT, Math.min((top + last) / 2, last - 6.5));
  const marks: Mark[] = [
    {
      kind: "path",
      path: polygon(at(left, top), at(right, top), at(right, bottom), start),
      stroke: "outline",
      fill: "unfold",
    },
    { kind: "path", path: line(start, end), stroke: "outline" },
    { kind: "path", path: starPath(starAt), fill: "ink" },
  ];
  if (stride !== undefined) {
    const textWidth = measureText(stride, "count").width;
    marks.push(centredText(stride, "count", at(right - 2 - textWidth / 2, last)));
  }
  if (padding !== undefined) {
    const text = smallTex(padding);
    const { height, depth } = measureText(text, "count");
    const y = starAt.y + (height - depth) / 2 - 1;
    marks.push({ kind: "text", text, role: "count", x: left + BEHIND_STAR, y, anchor: "start" });
  }
  if (transposed) marks.push(centredText("T", "count", at(right + 6, last + 2)));
  return marks;
}

/** The five-pointed star that stands for a convolution. */
export function starPath({ x, y }: Point): Path {
  const points = Array.from({ length: 10 }, (_, i): Point => {
    const radius = i % 2 === 0 ? STAR.outer : STAR.inner;
    const angle = (Math.PI * (i - 2.5)) / 5;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
  const [first = { x, y }, ...rest] = points;
  return polygon(first, ...rest);
}

function flipped({ left, width, first, last, taps, facing }: TrapezoidSpec): (at: Point) => Point {
  return ({ x, y }) => ({
    x: facing === "right" ? x : 2 * left + width - x,
    y: taps === "below" ? y : first + last - y,
  });
}
