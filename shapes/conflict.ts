import type { Size } from "./polynomial.ts";

/** Why sizes cannot be as they are claimed to be. `why` holds all claims that together conflict. */
export type SizeConflict<Why = string> = {
  readonly why: ReadonlySet<Why>;
} /** Left minus right is `residue`, a number other than 0, once everything else has cancelled. */ & (
  | {
      readonly kind: "unequal";
      readonly left: Size;
      readonly right: Size;
      readonly residue: bigint;
    }
  /** The two sizes differ for all values, though not by a number. */
  | { readonly kind: "never equal"; readonly left: Size; readonly right: Size }
  /** `unknown` would have to be the dividend over the divisor, which is not whole. */
  | {
      readonly kind: "not divisible";
      readonly dividend: Size;
      readonly divisor: Size;
      readonly unknown?: string;
    }
  | { readonly kind: "not positive"; readonly name: string; readonly size: Size }
  /** No whole number solves the equations that `name` stands in. */
  | { readonly kind: "no value"; readonly name: string }
  | { readonly kind: "too small"; readonly size: Size; readonly least: Size }
);

/** What has to hold beside the equations, for the sizes to be whole and large enough. */
export type Requirement<Why = string> = { readonly why: ReadonlySet<Why> } & (
  | { readonly kind: "divides"; readonly divisor: Size; readonly dividend: Size }
  | { readonly kind: "at least"; readonly size: Size; readonly least: Size }
);

/** An equation that stays open. */
export interface Deferred<Why = string> {
  readonly left: Size;
  readonly right: Size;
  /** Left minus right with everything put in that is known; the equation says that it is 0. */
  readonly difference: Size;
  readonly why: ReadonlySet<Why>;
  /** No name is left that could be bound: the equation holds for some values of the sizes only. */
  readonly rigid: boolean;
  /** Between these values lie the solutions for the one name that is open. */
  readonly range?: { readonly name: string; readonly low: bigint; readonly high: bigint };
  /** The same fact said as a divisibility. */
  readonly requires?: { readonly divisor: Size; readonly dividend: Size };
}

/** What follows from a set of claims. */
export interface Outcome<Why = string> {
  /** What each bound name became. */
  readonly sizes: ReadonlyMap<string, Size>;
  readonly requirements: readonly Requirement<Why>[];
  readonly deferred: readonly Deferred<Why>[];
  readonly conflicts: readonly SizeConflict<Why>[];
}
