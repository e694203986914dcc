import type { Size } from "../../shapes/size.ts";
import type { Scope, SizeOrigin } from "./scope.ts";
import type { Claim } from "./sizes.ts";

/** The two ends of a chain, and not many more where a size is written at several axes of it. */
const MOST = 4;

/**
 * Where two sizes are written that meet at a claim: at its axes of these sizes, else at those of the
 * claims that have made the axes so large, and so on along the chain.
 */
export function originsOf(
  scope: Scope,
  sizes: readonly [Size, Size],
  chain: {
    readonly claims: readonly Claim[];
    readonly reasonsFor: (size: Size) => Iterable<Claim>;
  },
): readonly SizeOrigin[] {
  const origins = new Set<SizeOrigin>();
  const claims = new Set(chain.claims);
  for (const { axes } of claims) {
    for (const { name, size } of axes) {
      if (!sizes.includes(size)) continue;
      const origin = scope.origins.get(name);
      const own = scope.axes.get(name);
      if (origin) origins.add(origin);
      else if (own) for (const reason of chain.reasonsFor(own.size)) claims.add(reason);
    }
  }
  return [...origins].slice(0, MOST);
}
