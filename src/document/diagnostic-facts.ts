import type { Entries } from "../../shapes/array-type.ts";
import type { NodeId } from "./document.ts";

/** What a message is about, as data: whoever repairs it reads this and never its words. */
export type DiagnosticFacts =
  | NameFacts
  | AxisFacts
  | ShapeFacts
  | SizeFacts
  | Demand
  | Together
  | Absence
  /** One of these tokens should stand where something else stands. */
  | { readonly kind: "expected"; readonly tokens: readonly string[] };

/** Facts about names and about what has them. */
type NameFacts =
  /** The name of an array, a memory or a size that cannot stand here. */
  | { readonly kind: "name"; readonly name: string }
  /** A name that is no size, or no table of sizes. */
  | { readonly kind: "unknown size"; readonly name: string; readonly isTable: boolean }
  /** Arrays or sizes that are computed from each other, in order. */
  | { readonly kind: "circle"; readonly names: readonly string[] }
  /** How many arrays a call gives; `inside` an expression one of them is needed. */
  | { readonly kind: "results"; readonly gives: number; readonly inside?: true }
  /** The kind of entries that a place takes. */
  | { readonly kind: "entries"; readonly takes: Entries };

/** Facts about single axes. */
type AxisFacts =
  /** An axis that stands twice. */
  | { readonly kind: "axis"; readonly axis: string }
  /** An axis that an array from outside lacks, and the calls that use it with what each would say. */
  | {
      readonly kind: "axis of input";
      readonly array: string;
      readonly axis: string;
      readonly users: readonly { readonly node: NodeId; readonly title: string }[];
    }
  /** The operation for an axis that one operand alone has, in place of one that needs two. */
  | { readonly kind: "one operand"; readonly callee: string }
  /** An axis that is bound at one port and left over at another one, which is named. */
  | { readonly kind: "arrives twice"; readonly axis: string; readonly port: string }
  /** Axes of a port to be bound, and the axes that each of them can be bound to. */
  | {
      readonly kind: "choices";
      readonly open: readonly string[];
      readonly choices: readonly string[];
    };

/** Facts about the axes of whole arrays. */
type ShapeFacts =
  /** The axes that a given array should have, and those that it has. */
  | {
      readonly kind: "given array";
      readonly needs: readonly string[];
      readonly has: readonly string[];
    }
  /** An axis that is put together, or taken apart, in another order than the known one. */
  | {
      readonly kind: "order";
      readonly way: "apart" | "together";
      readonly whole: string;
      readonly known: readonly string[];
    };

/** Facts about sizes as they are printed. */
type SizeFacts =
  /** Two sizes that one axis, or one size of a block, would have to have. */
  | { readonly kind: "two sizes"; readonly sizes: readonly [string, string] }
  /** Two sizes with other values, which are equal where one of `needs` divides the other. */
  | {
      readonly kind: "rounding";
      readonly needs: readonly string[];
      readonly values: readonly [number, number];
    }
  /** A size, or an entry of a table, that cannot have the value that it has. */
  | { readonly kind: "value"; readonly name: string; readonly entry?: number }
  /** An entry that a table of that length does not have. */
  | {
      readonly kind: "entry";
      readonly table: string;
      readonly entry: number;
      readonly length: number;
    };

/**
 * What sizes should fulfil and do not: the first one divides into so many parts, is at least as
 * large, or is equal. `values` are what they come to, where both are known.
 */
export interface Demand {
  readonly kind: "demand";
  readonly relation: "divides" | "atLeast" | "equal";
  readonly sizes: readonly [string, string];
  readonly values?: readonly [number, number];
}

/** Requirements that cannot hold together, as they are written and where they come from. */
interface Together {
  readonly kind: "together";
  readonly requirements: readonly { readonly text: string; readonly node: NodeId }[];
}

/** What has to be written and is not, and what it is for. */
export type Absence =
  | { readonly kind: "absent"; readonly what: "value"; readonly of: string }
  | { readonly kind: "absent"; readonly what: "size of option"; readonly of: string }
  /** An argument of a call, and the axes that it must have, where they are known. */
  | {
      readonly kind: "absent";
      readonly what: "operand";
      readonly expects?: readonly string[];
      /** The call does without it. */
      readonly isSpare?: true;
    }
  | {
      readonly kind: "absent";
      readonly what: "name of copies" | "shape of port" | "shape on left" | "axes of source";
    };
