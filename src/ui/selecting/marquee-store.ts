import { create } from "zustand";
import type { Point } from "../../draw/path.ts";

/** Two corners of the rectangle that is being drawn over the picture, in the scene's own units. */
export interface Marquee {
  readonly from: Point;
  readonly to: Point;
}

/** The store of the rectangle; there is one only while it is drawn. */
export const useMarquee = create<{ readonly marquee: Marquee | undefined }>()(() => ({
  marquee: undefined,
}));
