import type { Mark } from "./mark.ts";
import type { Point, Rect } from "./path.ts";

/** S: the distance of neighbouring strands of one array, in user units. */
export const SPACING = 20;

/** A part of what a slab draws that an author can point at. */
export interface SlabPart {
  readonly part: "swap" | "cup" | "diagonal";
  readonly box: Rect;
}

/** The heights (y) of the strands of one array at one data column, top to bottom. */
export type Heights = readonly number[];

/** A slab as drawn at given heights: x runs from 0 to `width`, y is absolute. */
export interface SlabDrawing {
  readonly width: number;
  /** Where each output leaves on the right edge; for free outputs the heights that were given. */
  readonly outputs: readonly Heights[];
  /** The smallest and largest y that the slab needs for itself, labels included. */
  readonly top: number;
  readonly bottom: number;
  /** For each pair of neighbouring inputs, the x where the dashed line between them ends. */
  readonly dashEnds: readonly number[];
  /** For each pair of neighbouring outputs, the x where the dashed line between them begins. */
  readonly dashStarts: readonly number[];
  /** Strand pieces through the slab, glyphs and text. Painted in order. */
  readonly marks: readonly Mark[];
  /** Where strands change places, where cups are, where strands end on dots; at most one box each. */
  readonly parts?: readonly SlabPart[];
  /** Where the arrow of a cup begins, if there is room to write above it behind the slab. */
  readonly arrow?: Point;
}

/** An arrow to write on: its height, and how far to the left of the slab it begins. */
export interface OpenArrow {
  readonly y: number;
  readonly reach: number;
}

/**
 * One operation as the vertical slice of the figure where it happens: a pair of data columns that
 * stretches to whatever heights its arrays arrive at. Knows nothing of its neighbours.
 */
export interface Slab {
  /** The axes of each input in drawing order; scalars and numbers are not inputs. */
  readonly inputs: readonly (readonly string[])[];
  readonly outputs: readonly (readonly string[])[];
  /** Per input: true takes strands with holes as they come, false asks for pitch `SPACING`. */
  readonly takesHoles: readonly boolean[];
  /** Per output: true when the layout chooses its height (inputs of a figure, side branches). */
  readonly free: readonly boolean[];
  /**
   * Set on slabs whose inside is laid out already: the distance of the first strand of each input
   * from the first strand of input 0.
   */
  readonly rigid?: readonly number[];
  /** True when output 0 is input 0 with the same axes at the same heights (soft-max, norm, ➤f➤). */
  readonly keepsShape: boolean;
  /** Per row of a wall, the pentagon that takes or gives an axis there; kept where arrays are arrows. */
  readonly pentagons?: readonly (
    | { readonly text: string; readonly points: "left" | "right" }
    | undefined
  )[];
  /** On a contraction: the same without its arrow, which the slab behind it draws. */
  readonly opened?: Slab;
  /** On a factor: the same written above the arrow of the cup before it, as in figures 20 and 21. */
  readonly written?: (arrow: OpenArrow) => Slab;
  /** On ➤f➤ above its strands: the same below them. */
  readonly lowered?: Slab;
  /** Draws the slab; a pure function that commutes with a vertical shift of all heights. */
  place(inputs: readonly Heights[], free: readonly (Heights | undefined)[]): SlabDrawing;
}
