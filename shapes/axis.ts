import type { Size } from "./size.ts";

/**
 * One axis of an array. Inside one definition (a block, or the top of a file) a name belongs to
 * exactly one axis, so the name is the identity there; equal sizes never make two axes the same.
 */
export interface Axis {
  readonly name: string;
  readonly size: Size;
}

/** Distinct axes in drawing order. Two shapes are equal when they hold the same axes in any order. */
export type Shape = readonly Axis[];
