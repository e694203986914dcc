import type { Inferred } from "../ops/op.ts";
import { type Checking, report } from "./checking.ts";
import { otherOrder } from "./shape-messages.ts";

/**
 * Remembers what an axis was split into or merged from, and warns where it is put together or taken
 * apart in another order: sizes agree, but the entries do not stand where they did.
 */
export function compareFactors(
  checking: Checking,
  factored: Inferred["factored"],
  node: string,
): void {
  if (!factored) return;
  const { way, whole, parts } = factored;
  const known = checking.factors.get(whole);
  if (!known) {
    checking.factors.set(whole, parts);
    return;
  }
  const isSame = known.every((axis, i) => axis === parts[i]);
  const isPermuted = known.length === parts.length && known.every((axis) => parts.includes(axis));
  if (!isPermuted || isSame) return;
  report(checking, otherOrder({ way, whole, parts, known }), { node, part: "name" });
}
