import type { CalledEntry } from "./call-entries.ts";
import type { TypedDefinition, Value } from "./diagram.ts";
import type { Requirement } from "./requirement.ts";

/** A block as its callers see it; sizes are in the symbols of the block and of the file. */
export interface Signature {
  readonly name: string;
  readonly kind: "block" | "custom";
  readonly definition: TypedDefinition;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** Sizes of the file that something in the block depends on, callees included. */
  readonly fileSizes: ReadonlySet<string>;
  readonly requirements: readonly Requirement[];
  readonly entries: readonly CalledEntry[];
  /** Something is wrong with a port, so that what calls make of it says nothing. */
  readonly suspect: boolean;
}
