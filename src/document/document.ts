import type { SizeExpression } from "../../shapes/expression.ts";

/**
 * Names a statement, or a call or operator inside one. Opaque to everybody but `src/language`, which
 * makes them as `Block/NAME` (`NAME` at the top) and `Block/NAME.1.2` for nested operands.
 */
export type NodeId = string;

/** What one `.ncd` file says, immutable and structurally shared between edits. */
export interface Document {
  /** Everything before and between the statements, in text order; header lines come first. */
  readonly header: readonly HeaderLine[];
  readonly statements: readonly Statement[];
  readonly layout: readonly LayoutLine[];
  /** Comments and blank lines after the last statement of the body, before `layout:`. */
  readonly trailing: readonly string[];
  /** Comments and blank lines after the last line of `layout:`; there for a section without lines too. */
  readonly layoutTrailing?: readonly string[];
}

/** Text around a line that belongs to it and is printed back as it stands. */
export interface LineText {
  /** Whole lines above: comments with their `#`, and `""` for a blank line. */
  readonly lead: readonly string[];
  /** The comment at the end of the line, without `#` and surrounding spaces. */
  readonly comment?: string;
  /** The author's own line(s), absent once the statement has been edited. */
  readonly verbatim?: string;
}

export type HeaderLine = LineText &
  (
    | { readonly kind: "version"; readonly version: number }
    | { readonly kind: "diagram" | "source" | "note"; readonly text: string }
    | { readonly kind: "main"; readonly block: string }
    /** A line between header lines that did not parse, as among the statements. */
    | { readonly kind: "error"; readonly text: string; readonly body: readonly string[] }
  );

/** An axis as written in a shape or in brackets. */
export type AxisTerm =
  | { readonly kind: "axis"; readonly name: string; readonly size?: SizeExpression }
  /** `(h k)`: axes merged in row-major order, only in `rearrange`. */
  | { readonly kind: "group"; readonly axes: readonly AxisTerm[] }
  | { readonly kind: "unknown" };

/** What the entries of an array are, as written after `of`; absent means real. */
export interface EntriesTerm {
  /** `int`, `bool`, `real`, or the name of the axis or size that the entries index. */
  readonly of: string;
}

/** An array named with its shape, such as `ids[t] of v`; the shape may be left out. */
export interface Port {
  readonly name: string;
  readonly shape?: readonly AxisTerm[];
  readonly entries?: EntriesTerm;
}

/** The bracketed part of a call: `[c -> c'; over H W -> y x; kernel 3; bias]`. */
export interface Brackets {
  readonly targets: readonly AxisTerm[];
  readonly results?: readonly AxisTerm[];
  readonly options: readonly BracketOption[];
}

export interface BracketOption {
  readonly word: string;
  readonly values: readonly OptionValue[];
  /** Axes after `->` inside an option, as in `over H W -> y x`. */
  readonly results?: readonly AxisTerm[];
}

/** A bare axis name stands here as a `name` size expression; `i=3` also has `axis`. */
export interface OptionValue {
  readonly axis?: string;
  readonly size: SizeExpression;
}

export type Expression =
  /** `text` is the literal as written: `2`, `0.5`, `1e-5`, `inf`, `pi`, `true`, `false`. */
  | { readonly kind: "number"; readonly id: NodeId; readonly text: string }
  /** An array if the scope has one of that name, else a size. */
  | { readonly kind: "name"; readonly id: NodeId; readonly name: string }
  /** `size(k)`: the size, also where an array `k` exists. */
  | { readonly kind: "size"; readonly id: NodeId; readonly size: SizeExpression }
  /** `?`, an operand or right side that is not given yet. */
  | { readonly kind: "unknown"; readonly id: NodeId }
  | {
      readonly kind: "call";
      readonly id: NodeId;
      readonly callee: string;
      readonly brackets?: Brackets;
      readonly args: readonly Argument[];
    }
  /** `operator` is `-` or `not`. */
  | {
      readonly kind: "prefix";
      readonly id: NodeId;
      readonly operator: string;
      readonly of: Expression;
    }
  | {
      readonly kind: "infix";
      readonly id: NodeId;
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `load C[3-i]`, only as a whole right side. */
  | {
      readonly kind: "load";
      readonly id: NodeId;
      readonly memory: string;
      readonly index: SizeExpression;
    };

export interface Argument {
  readonly keyword?: string;
  readonly value: Expression;
}

export interface SizeDefinition {
  readonly name: string;
  readonly value?: SizeExpression;
  /** `(64, 128, 256)`: a table of sizes; excludes `value`. */
  readonly table?: readonly SizeExpression[];
}

export interface WeightPort extends Port {
  readonly frozen?: boolean;
  readonly start?: Expression;
}

/** One line, or a line with its body. Every state of the text is a list of these. */
export type Statement = LineText & { readonly id: NodeId } & (
    | { readonly kind: "size"; readonly sizes: readonly SizeDefinition[] }
    | {
        readonly kind: "require";
        readonly left: SizeExpression;
        readonly relation: "==" | ">=" | "<=" | "divides";
        readonly right: SizeExpression;
      }
    | { readonly kind: "multi"; readonly name: string; readonly axes: readonly string[] }
    | { readonly kind: "input" | "output"; readonly ports: readonly Port[] }
    | { readonly kind: "weight"; readonly ports: readonly WeightPort[] }
    | {
        readonly kind: "layer";
        readonly name: string;
        readonly value: Expression;
        readonly frozen?: boolean;
      }
    | { readonly kind: "array"; readonly results: readonly Port[]; readonly value: Expression }
    | {
        readonly kind: "block";
        readonly name: string;
        readonly inputs: readonly Port[];
        readonly outputs: readonly Port[];
        readonly body: readonly Statement[];
        /** Comments and blank lines after the last statement of the body. */
        readonly trailing: readonly string[];
      }
    | {
        readonly kind: "custom";
        readonly name: string;
        readonly inputs: readonly Port[];
        readonly outputs: readonly Port[];
      }
    | {
        readonly kind: "repeat";
        readonly count: SizeExpression;
        readonly index?: string;
        readonly shared?: boolean;
        readonly body: readonly Statement[];
        readonly trailing: readonly string[];
      }
    | {
        readonly kind: "scan";
        readonly axis: AxisTerm;
        readonly reverse?: boolean;
        readonly body: readonly Statement[];
        readonly trailing: readonly string[];
      }
    | { readonly kind: "each"; readonly port: Port; readonly from: Expression }
    | {
        readonly kind: "carry";
        readonly port: Port;
        readonly from: Expression;
        readonly to: Port;
      }
    | { readonly kind: "collect"; readonly port: Port; readonly from: Expression }
    | {
        readonly kind: "save";
        readonly memory: string;
        readonly index: SizeExpression;
        readonly value: Expression;
      }
    /** A line that did not parse; `text` is the line, `body` the indented lines below it, verbatim. */
    | {
        readonly kind: "error";
        readonly text: string;
        readonly body: readonly string[];
        /** The arrays that its left side names, where that much can be read: `Q[y k h] = lin(`. */
        readonly results?: readonly Port[];
      }
  );

/** The colours of plates, by what the published figures use them for. */
export const PLATE_COLOURS = [
  "linear",
  "embedding",
  "attention",
  "block",
  "network",
  "loop",
  "feed-forward",
  "convolution",
  "pool",
  "concatenation",
  "addition",
  "elementwise",
  "transpose",
  "product",
  "scale",
  "residual",
  "softmax",
  "norm",
  "mask",
  "copy",
  "input",
  "output",
  "memory",
  "note",
  "plain",
  "dotted",
] as const;

/** One of the colours of plates; `dotted` is a dotted outline without a colour. */
export type PlateColour = (typeof PLATE_COLOURS)[number];

/** The corners of a plate as compass points: north is above, west is left. */
export const CORNERS = ["nw", "ne", "se", "sw"] as const;

export type Corner = (typeof CORNERS)[number];

/** What a figure shows: every axis as a strand, one arrow an array, or named boxes only. */
export type DetailLevel = "axes" | "arrays" | "blocks";

/** Where the author wants a node: half spacings below the first input, or above another node. */
export type PlaceWish =
  | { readonly kind: "height"; readonly dy: number }
  | { readonly kind: "before"; readonly other: NodeId };

/** How a diagram follows from the one before it: equal, equal by definition, made of it, turned into it. */
export const RELATIONS = ["=", "def=", "=>", "|->"] as const;

/** The colours of block arrows and of added axes, by what the published figures use them for. */
export const STEP_COLOURS = ["broadcasting", "inner-broadcasting"] as const;

export type StepColour = (typeof STEP_COLOURS)[number];

/** A block as one diagram of a figure; the first of a row may follow from the row above. */
export interface FigurePart {
  readonly block: string;
  /** `box NAME`: the block as one closed box. */
  readonly closed?: true;
  /** `words` stand on an arrow or above a sign; empty for none. */
  readonly relation?: {
    readonly sign: (typeof RELATIONS)[number];
    readonly words: string;
    /** Of a block arrow `=>`; absent for the first. */
    readonly colour?: StepColour;
  };
}

/** One line of the `layout:` section; what this version does not know is kept as `other`. */
export type LayoutLine = LineText &
  (
    | { readonly kind: "open"; readonly node: NodeId }
    /** `place Encoder/A dy=4` or `place Encoder/A before Encoder/B`: what the author arranged. */
    | { readonly kind: "place"; readonly node: NodeId; readonly wish: PlaceWish }
    /** `label Encoder/axis t "\\bar{t}"`; `block` is `""` at the top, where custom functions are. */
    | {
        readonly kind: "label";
        readonly block: string;
        readonly of: "axis" | "array" | "size" | "custom";
        readonly name: string;
        readonly tex: string;
      }
    /**
     * `halo Encoder/axis t`: the strands of an axis stand out; `halo Encoder/array S`: a ring where an
     * array is made; `block` is `""` at the top.
     */
    | {
        readonly kind: "halo";
        readonly block: string;
        readonly of: "axis" | "array";
        readonly name: string;
      }
    /** `detail arrays` for the whole file (`block` is `""`), `detail Encoder blocks` for one block. */
    | { readonly kind: "detail"; readonly block: string; readonly level: DetailLevel }
    /** A coloured plate around nodes of one definition; an empty title is none. */
    | {
        readonly kind: "plate";
        readonly role: PlateColour;
        /** The corners that are cut off, in the order of `CORNERS`. */
        readonly cut?: readonly Corner[];
        readonly title: string;
        readonly nodes: readonly NodeId[];
      }
    /** What a block (`block:NAME`) or a loop is called in the picture; lines break where the text does. */
    | { readonly kind: "title"; readonly node: NodeId; readonly text: string }
    /** A remark with a wedge to a node; `at` is how far its box stands from the middle of the node. */
    | {
        readonly kind: "callout";
        readonly node: NodeId;
        /** Half spacings, right and down; where it is absent the box looks for room itself. */
        readonly at?: { readonly dx: number; readonly dy: number };
        readonly text: string;
      }
    /** The entries of an array that comes in or goes out, as a grid. */
    | {
        readonly kind: "picture";
        readonly node: NodeId;
        /** The row that is picked out. */
        readonly row?: number;
        /** The first axis is one that broadcasting adds. */
        readonly added?: StepColour;
        /** The array whose grid an arrow comes from. */
        readonly from?: NodeId;
        /** What stands at that arrow; empty for nothing. */
        readonly words?: string;
      }
    /** The sizes of the file, or these lines of LaTeX instead. */
    | { readonly kind: "legend"; readonly lines: readonly string[] }
    /** The figure's own closed box, `=`, and the figure. */
    | { readonly kind: "equation" }
    /** `columns painted`: columns of data and of functions have colours. */
    | { readonly kind: "columns" }
    /** `columns guided`: dotted lines stand between the columns. */
    | { readonly kind: "guides" }
    /** `below Encoder/A`: ➤f➤ stands below its wires; of a block (`block:NAME`) each one. */
    | { readonly kind: "below"; readonly node: NodeId }
    /** `cups plain`: inner products are cups without arrows. */
    | { readonly kind: "cups" }
    /** A row of diagrams: while the file has no `main`, all rows together are the picture. */
    | { readonly kind: "figure"; readonly parts: readonly FigurePart[] }
    | { readonly kind: "theme"; readonly theme: "light" | "dark" | "print" }
    | { readonly kind: "wrap"; readonly width: number }
    | { readonly kind: "other"; readonly text: string }
  );
