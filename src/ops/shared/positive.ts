import { constant, constantValue, type Size } from "../../../shapes/size.ts";
import type { Claims } from "../op.ts";

/** A size that may divide another: one that is no whole number above 0 is refused and counts as 1. */
export function positive(size: Size, what: string, claims: Claims): Size {
  const known = constantValue(size);
  if (known !== undefined && known < 1n) {
    claims.fail("N08", `${what} must be at least 1, but is ${known}.`);
    return constant(1);
  }
  if (known === undefined) claims.atLeast(size, constant(1), `${what} is at least 1`);
  return size;
}
