/**
 * A size as its author wrote it: `m`, `4*m`, `ceil(n/2)`, `c[i+1]`. It keeps the form that `Size`
 * (the normal form) gives up, so that printing repeats the author's expression.
 */
export type SizeExpression =
  | { readonly kind: "number"; readonly value: bigint }
  | { readonly kind: "name"; readonly name: string }
  /** `?`, a size that is not given yet. */
  | { readonly kind: "unknown" }
  | { readonly kind: "negate"; readonly of: SizeExpression }
  | {
      readonly kind: "binary";
      readonly operator: SizeOperator;
      readonly left: SizeExpression;
      readonly right: SizeExpression;
    }
  | {
      readonly kind: "call";
      readonly callee: SizeFunction;
      readonly args: readonly SizeExpression[];
    }
  /** `c[i]`, an entry of a table of sizes; positions count from 0. */
  | { readonly kind: "entry"; readonly table: string; readonly index: SizeExpression };

/** `//` rounds down, `/` is exact and brings a requirement, `^` takes a constant exponent. */
export type SizeOperator = "+" | "-" | "*" | "/" | "//" | "%" | "^";

/** The functions that a size expression may call. */
export type SizeFunction = "ceil" | "floor" | "min" | "max";
