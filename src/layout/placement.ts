import type { Heights, SlabDrawing } from "../draw/slab.ts";
import type { ArrayId } from "./graph.ts";

/** A slab at its place. Copies are slabs too; their ids are `copy ARRAY n`. */
export interface PlacedItem {
  readonly id: string;
  /** Left edge, width and heights; the drawing's x is relative to `x`. */
  readonly x: number;
  readonly layer: number;
  /** What a height wish is about: row 0, counted from the first entry. */
  readonly height: number;
  readonly inputs: readonly ArrayId[];
  readonly outputs: readonly ArrayId[];
  readonly rows: readonly Heights[];
  readonly drawing: SlabDrawing;
}

/** The bundle of one array across one gap, or straight across a layer that does not use it. */
export interface PlacedBundle {
  readonly array: ArrayId;
  readonly axes: readonly string[];
  readonly from: { readonly x: number; readonly heights: Heights };
  readonly to: { readonly x: number; readonly heights: Heights };
  /** The item that takes it and which of its inputs, when it ends there. */
  readonly into?: { readonly item: string; readonly input: number };
  readonly outOf?: { readonly item: string; readonly output: number };
  /** How steeply each strand arrives, where it goes on rising or falling in what takes it. */
  readonly slopes?: readonly number[];
  /** Set for the short end of an array that nothing takes. */
  readonly stub?: true;
  /** The items at both ends of the way that it is a stretch of, and the input at the far one. */
  readonly way?: { readonly from: string; readonly to: string; readonly input: number };
}

/** A dashed line between two neighbouring arrays, joined over as many columns as it lasts. */
export interface PlacedDash {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** What stands in one layer, top to bottom: slabs, and arrays that pass or are copied. */
export interface PlacedColumn {
  readonly x: number;
  readonly width: number;
  readonly rows: readonly PlacedRow[];
}

/** A slab by its id, or the array of a lane or copy. */
export interface PlacedRow {
  readonly item?: string;
  readonly array?: string;
  readonly top: number;
  readonly bottom: number;
}

/** Where everything of one graph stands; heights are absolute, the first layer begins at x = 0. */
export interface Placement {
  readonly items: readonly PlacedItem[];
  readonly bundles: readonly PlacedBundle[];
  readonly dashes: readonly PlacedDash[];
  readonly columns: readonly PlacedColumn[];
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Pairs of strands that cross in gaps. */
  readonly crossings: number;
  /** Strands cross, and ELK has not been asked whether it knows a better order. */
  readonly isProvisional?: true;
}
