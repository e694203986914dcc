import type { Slab } from "../draw/slab.ts";

/** Names an array inside one graph. */
export type ArrayId = string;

/** One slab of a figure or of the inside of a block, before it has a place. */
export interface LayoutItem {
  readonly id: string;
  /** One array per input and output of the slab, in the slab's order. */
  readonly inputs: readonly ArrayId[];
  readonly outputs: readonly ArrayId[];
  readonly slab: Slab;
  /** `entry` stands in the first layer, `exit` in the last, `source` just before its first consumer. */
  readonly role: "entry" | "inner" | "source" | "exit";
  /** What the author arranged: one more wish on row 0, in half spacings from the first entry. */
  readonly wish?: number;
  /** Items of the same graph that must stand in an earlier layer, such as the left wall of a loop. */
  readonly after?: readonly string[];
}

/** Ids of slabs, and of arrays for their copies and lanes: all of one side stand above the other. */
export interface OrderWish {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** Items in text order (producers before consumers); an array may have any number of consumers. */
export interface LayoutGraph {
  readonly items: readonly LayoutItem[];
  /** What the author wants above what, in every layer that has both; the later ones count more. */
  readonly orders?: readonly OrderWish[];
  /** LaTeX of an axis name, for the copies that the layout adds; the name itself when absent. */
  readonly label?: (axis: string) => string;
}
