import type { Shape } from "./axis.ts";

/** What the entries of an array are; `index` entries are positions along the axis named. */
export type Entries =
  | { readonly kind: "real" | "int" | "bool" }
  | { readonly kind: "index"; readonly axis: string };

/** Everything that is checked about an array. */
export interface ArrayType {
  readonly shape: Shape;
  readonly entries: Entries;
}
