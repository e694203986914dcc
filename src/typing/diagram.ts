import type { ArrayType } from "../../shapes/array-type.ts";
import type { Axis } from "../../shapes/axis.ts";
import type { Size } from "../../shapes/size.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";
import type { Op, OpCall } from "../ops/op.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Names a value inside one definition: the array's name, `NODE:i` for an unnamed result, `NAME:in`
 * for what a carry is inside its loop (outside, NAME is its final value).
 */
export type ValueId = string;

/** One array at one place of a definition, with its type as far as it is known. */
export interface Value {
  readonly id: ValueId;
  /** Absent for the results of nested calls. */
  readonly name?: string;
  readonly type: ArrayType;
  /** The node that makes it. */
  readonly maker: NodeId;
  /** LaTeX, when it is a number made of literals and sizes; such a value is not drawn as an array. */
  readonly scalar?: string;
  /** The type is declared or guessed, because something before it is wrong; it raises no messages. */
  readonly poisoned?: boolean;
}

interface NodeBase {
  /** The id of the statement for a whole right side, else of the expression. */
  readonly id: NodeId;
  readonly operands: readonly Value[];
  readonly results: readonly Value[];
  /** An error of its own stands at this node. */
  readonly wrong?: boolean;
  /** What is wrong here follows from an error elsewhere, and nothing is said of it. */
  readonly told?: boolean;
}

/** How an array crosses the walls of a loop. */
export type Crossing =
  /** `each`: loses the loop axis (a scan) or the copy axis (a repeat with `as`). */
  | { readonly kind: "each"; readonly outer: Value; readonly inner: Value; readonly axis: string }
  /** `carry`: `start` enters as `inner`, `next` goes on, `final` is what the loop leaves. */
  | {
      readonly kind: "carry";
      readonly start: Value;
      readonly inner: Value;
      readonly next: Value;
      readonly final: Value;
    }
  /** An array from outside that the body reads in every step. */
  | { readonly kind: "read"; readonly outer: Value }
  | {
      readonly kind: "collect";
      readonly inner: Value;
      readonly outer: Value;
      readonly axis: string;
    };

export type TypedNode = NodeBase &
  (
    | { readonly kind: "input" }
    | { readonly kind: "weight"; readonly frozen: boolean }
    | {
        readonly kind: "op";
        readonly op: Op;
        readonly call: OpCall;
        /** Per operand, then per keyword array: the axes used up. */
        readonly consumed: readonly (readonly string[])[];
        /** The keywords of the trailing operands, such as `weight`, `bias`. */
        readonly keywords: readonly string[];
        /** Options as written, for the glyph. */
        readonly optionTexts: Readonly<Record<string, readonly string[]>>;
        /** Set when a `layer` is called: the name of the shared layer. */
        readonly layer?: string;
      }
    | {
        readonly kind: "call";
        readonly definition: TypedDefinition;
        /** Axis of the block's ports → axis of this definition. */
        readonly bindings: ReadonlyMap<string, string>;
        /** Sizes that this call gives the block: symbol there → size here; the others are the file's. */
        readonly sizes?: ReadonlyMap<string, Size>;
        readonly layer?: string;
      }
    | {
        readonly kind: "loop";
        readonly loop: "repeat" | "scan";
        /** What the bracket shows: the count of a repeat or the length of a scan. */
        readonly count: Size;
        /** `as i` of a repeat, or the axis of a scan. */
        readonly index?: string;
        readonly shared: boolean;
        readonly reverse: boolean;
        /** In the order: each, carry (text order), reads, collect. */
        readonly crossings: readonly Crossing[];
        readonly nodes: readonly TypedNode[];
      }
    /** A `custom` call, an unknown operation, `save` and `load`, or a line that could not be typed: a box with a name. */
    | {
        readonly kind: "box";
        readonly title: string;
        readonly reason: "custom" | "unknown" | "memory" | "error";
        /** Of a custom call, per operand: the axes that it takes. The others pass by. */
        readonly consumed?: readonly (readonly string[])[];
        /** LaTeX of where in a memory an array is kept. */
        readonly index?: string;
      }
  );

/** Where an axis comes from, for "where is it made?". */
export interface AxisRecord {
  readonly axis: Axis;
  /** The node that brings it into being: an input, a linear, a call. */
  readonly madeBy: NodeId;
  readonly label?: string;
}

/** A block, or the top of the file (`name` is `""`), checked once whatever the number of its uses. */
export interface TypedDefinition {
  readonly name: string;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** Producers before consumers, else text order; nested calls stand before what uses them. */
  readonly nodes: readonly TypedNode[];
  /** Every axis of the definition by name, those of loop bodies included. */
  readonly axes: ReadonlyMap<string, AxisRecord>;
  /** What must hold of sizes, drawn as chips; those that the values refute are diagnostics too. */
  readonly requirements: readonly Requirement[];
  /** Axes drawn as one double wire, by its name. */
  readonly multis?: ReadonlyMap<string, readonly string[]>;
  /** Equal for equal content (callees and sizes included); the key of all caches. */
  readonly hash: string;
}

/** A size of the file with what is known about it. */
export interface SizeRecord {
  readonly name: string;
  /** The normal form: the symbol itself when it is free. */
  readonly size: Size;
  /** The number at the configured values, when every symbol has one. */
  readonly value?: bigint;
  readonly from: "file" | "equation" | "setting" | "inferred" | "free";
  readonly table?: readonly Size[];
}

/** A document with every array typed as far as possible, and everything that is wrong. */
export interface TypedDiagram {
  /** What the picture shows: `main`, else the top-level arrays, else the last block. */
  readonly main: TypedDefinition;
  /** By block name, in text order; `""` is the top. */
  readonly definitions: ReadonlyMap<string, TypedDefinition>;
  readonly sizes: ReadonlyMap<string, SizeRecord>;
  /** In stable order: by place in the text, then code. Includes none of the parser's. */
  readonly diagnostics: readonly Diagnostic[];
  /** The value of a size at the configured values. */
  evaluate(size: Size): bigint | undefined;
}
