/** A point in user units; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An axis-aligned box in user units. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of a path in absolute coordinates. Arcs are written as cubics. */
export type Segment =
  | { readonly kind: "move"; readonly to: Point }
  | { readonly kind: "line"; readonly to: Point }
  | { readonly kind: "cubic"; readonly c1: Point; readonly c2: Point; readonly to: Point }
  | { readonly kind: "close" };

export type Path = readonly Segment[];
