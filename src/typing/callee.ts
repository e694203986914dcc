import type { Op } from "../ops/op.ts";
import type { LayerStatement } from "./checking.ts";
import type { Signature } from "./signature.ts";

/** What a name before parentheses stands for. */
export type Callee =
  | { readonly kind: "op"; readonly op: Op }
  | { readonly kind: "block"; readonly signature: Signature }
  | { readonly kind: "layer"; readonly layer: LayerStatement }
  /** A block that is being checked right now: it contains itself, along this path of names. */
  | { readonly kind: "recursive"; readonly path: readonly string[] };
