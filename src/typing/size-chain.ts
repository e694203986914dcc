import type { Size } from "../../shapes/size.ts";
import type { NodeId } from "../document/document.ts";
import type { Scope, SizeOrigin } from "./scope.ts";
import type { Claim } from "./sizes.ts";

/** How two sizes have come to where they meet. */
export interface Chain {
  /** Where they are written. */
  readonly origins: readonly SizeOrigin[];
  /** The operations that have led them on. */
  readonly along: readonly NodeId[];
}

/** A chain has two ends, and not many more where a size is written at several axes of it. */
const MOST_ORIGINS = 4;

/**
 * Follows two sizes that meet to where they are written: at axes of the claims that meet, else at axes
 * of those that have made these axes so large, and so on.
 */
export function chainOf(
  scope: Scope,
  sizes: readonly [Size, Size],
  meeting: {
    readonly claims: readonly Claim[];
    readonly reasonsFor: (size: Size) => Iterable<Claim>;
  },
): Chain {
  const origins = new Set<SizeOrigin>();
  const claims = new Set(meeting.claims);
  for (const { axes } of claims) {
    for (const { name, size } of axes) {
      if (!sizes.includes(size)) continue;
      const origin = scope.origins.get(name);
      const own = scope.axes.get(name);
      if (origin) origins.add(origin);
      else if (own) for (const reason of meeting.reasonsFor(own.size)) claims.add(reason);
    }
  }
  return {
    origins: [...origins].slice(0, MOST_ORIGINS),
    along: [...claims].map(({ node }) => node),
  };
}
