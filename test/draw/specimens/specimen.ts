import type { Heights, Slab } from "../../../src/draw/slab.ts";

/** A slab with typical heights, for the specimen sheet and the laws. */
export interface Specimen {
  readonly name: string;
  readonly slab: Slab;
  readonly rows: readonly Heights[];
  readonly free?: readonly (Heights | undefined)[];
}
