import type { Slab } from "../draw/slab.ts";
import type { ArrayId, LayoutItem } from "./graph.ts";

/** A slab or a copy in its layer. */
export interface Node {
  readonly id: string;
  readonly layer: number;
  readonly role: LayoutItem["role"] | "copy";
  readonly inputs: readonly ArrayId[];
  readonly outputs: readonly ArrayId[];
  /** Absent for copies, whose slab is known once their branches are in order. */
  readonly slab?: Slab;
  /** The strands of a copy. */
  readonly axes: readonly string[];
  readonly wish?: number;
  /** For the second and later copies of an array: the branch that goes on, when one does. */
  readonly later?: { readonly onward?: number };
}

/** One array from the node that makes it to the only one that takes it. */
export interface Link {
  readonly array: ArrayId;
  readonly axes: readonly string[];
  readonly from: number;
  readonly output: number;
  readonly to: number;
  readonly input: number;
}

/** Slabs and copies in layers; every output has at most one link. */
export interface Network {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly layers: number;
}
