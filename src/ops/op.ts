import type { ArrayType, Entries } from "../../shapes/array-type.ts";
import type { Axis } from "../../shapes/axis.ts";
import type { Size } from "../../shapes/size.ts";
import type { DiagnosticFacts } from "../document/diagnostic-facts.ts";
import type { Slab } from "../draw/slab.ts";

/** Where an operation stands in the palette; the groups of LANGUAGE 6. */
export type Family =
  | "arrays"
  | "learned"
  | "products"
  | "functions"
  | "along"
  | "axes"
  | "images"
  | "linear-algebra"
  | "choice";

/** What may stand in the brackets of a call. */
export interface BracketSpec {
  /** `none`: no targets; `some`: one or more; `any`: none or more; a number: exactly so many. */
  readonly targets: "none" | "any" | "some" | number;
  /** As for targets; `none`: no `->`, and `infer` says whether the targets stay or go. */
  readonly results: "none" | "any" | "some" | number;
  /**
   * The operands that must have every target; typing raises S01 for them. `each` (the default) is
   * every operand without a keyword, `first` the first one, `none` leaves it to `infer`, as where a
   * target is a new axis.
   */
  readonly sought?: "each" | "first" | "none";
  /** Axes in parentheses may stand among targets and results: axes merged in row-major order. */
  readonly groups?: true;
  /** The same axis may stand several times after `->`. */
  readonly repeats?: true;
  /** Option words with what follows each. */
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** One option word of an operation. */
export interface OptionSpec {
  /** `flag` takes nothing, `size` one size, `sizes` one or one per axis, `axes` axes and `->` axes. */
  readonly takes: "flag" | "size" | "sizes" | "axes";
  /** Words that may stand in front of the sizes or in their place, as in `pad same`. */
  readonly words?: readonly string[];
  /** What is written after the word when the operation is placed; absent: the word is not written. */
  readonly initial?: string;
  /** One phrase for the inspector and for messages. */
  readonly meaning: string;
}

/** An array argument. Those with `keyword: true` are given as `name=ARRAY` and may be left out. */
export interface OperandSpec {
  readonly name: string;
  readonly keyword?: boolean;
  /** The last operand may stand any number of times, at least `least` times in all. */
  readonly repeated?: { readonly least: number };
  /** Kinds of entries that the port takes; default: everything that counts as a number. */
  readonly entries?: "real" | "bool" | "index" | "any";
}

/** A number given by keyword, such as `eps=1e-5`. */
export interface NumberSpec {
  readonly name: string;
  readonly default?: number;
}

/** A call that typing has resolved; all axes belong to the definition where the call stands. */
export interface OpCall {
  readonly operands: readonly ArrayType[];
  /** Per operand: true for a number made of literals and sizes, which fits every kind of entries. */
  readonly scalars?: readonly boolean[];
  /** Keyword arrays that were given: `weight`, `bias`. */
  readonly keywords: Readonly<Record<string, ArrayType>>;
  readonly targets: readonly Axis[];
  /** Axes after `->`. One that has the name of a target is that axis. */
  readonly results: readonly Axis[];
  /** Sizes after each option word; a flag has `[]`; absent when not written. */
  readonly options: Readonly<Record<string, readonly Size[]>>;
  /** Per option word with a word after it, that word: `same` for `pad same`. */
  readonly words?: Readonly<Record<string, string>>;
  /** Per option word, the name of each size: `i` in `kernel i=3`, `k` in `kernel k`. */
  readonly sizeNames?: Readonly<Record<string, readonly (string | undefined)[]>>;
  /** What stands after `over`; without `->` there are no `results`. */
  readonly over?: { readonly axes: readonly Axis[]; readonly results?: readonly Axis[] };
  /** Targets and results by term, where the brackets take groups. */
  readonly groups?: {
    readonly targets: readonly (readonly Axis[])[];
    readonly results: readonly (readonly Axis[])[];
  };
  readonly numbers: Readonly<Record<string, number>>;
  /** Axes that the left side declares for each result, when it does (zeros() takes them). */
  readonly declared: readonly (readonly Axis[] | undefined)[];
  /** How many arrays the left side names. */
  readonly wanted: number;
}

/** What an operation says about sizes while it infers; typing supplies it and collects the problems. */
export interface Claims {
  /** The two sizes must be equal; `says` completes "because …" in the chain of reasons. */
  equal(left: Size, right: Size, says: string): void;
  /** `divisor` must divide `size`. */
  divides(divisor: Size, size: Size, says: string): void;
  /** `size` must be at least `least`. */
  atLeast(size: Size, least: Size, says: string, otherwise?: Refusal): void;
  /** Whether nothing has said anything about the size so far. */
  isOpen(size: Size): boolean;
  /** A new size that only the solver knows; `name` is what it prints as. */
  fresh(name: string): Size;
  /** A mistake that is this operation's own to explain; its results are poisoned. */
  fail(
    code: "S01" | "S02" | "S05" | "S11" | "S13" | "N03" | "N07" | "N08" | "N11" | "N12",
    title: string,
    part?: string,
    facts?: DiagnosticFacts,
  ): void;
}

/** The message where sizes refute a claim, in place of the usual N08. */
export interface Refusal {
  readonly code: "S14";
  /** A sentence without its full stop. */
  readonly title: string;
}

/** What an operation gives back, before lifting over the other axes (TYPING 2.2, 2.3). */
export interface Inferred {
  /** The names of the axes that are used up: per operand, then per keyword array given, in the order of the specs. */
  readonly consumed: readonly (readonly string[])[];
  /**
   * Per result, the axes that the operation itself puts there, and the kind of entries. An axis that
   * `places` pairs with a used-up one stands where that was, others where the first one was.
   */
  readonly results: readonly {
    readonly axes: readonly Axis[];
    readonly entries: Entries;
    readonly places?: readonly (string | undefined)[];
  }[];
  /** One axis whose entries are those of several, the first being the slowest. */
  readonly factored?: {
    readonly way: "apart" | "together";
    readonly whole: string;
    readonly parts: readonly string[];
  };
}

/** A learned array that a call owns, for cost, code and the inspector. */
export interface WeightSpec {
  readonly name: string;
  readonly axes: readonly Axis[];
}

/** What a glyph may know: axes by name in drawing order, never sizes. */
export interface DrawnCall {
  readonly operands: readonly DrawnOperand[];
  readonly keywords: Readonly<Record<string, DrawnOperand>>;
  readonly results: readonly (readonly string[])[];
  readonly targets: readonly string[];
  readonly resultAxes: readonly string[];
  /** Options as the author wrote them, `[]` for a flag. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** As in `OpCall`. */
  readonly words?: Readonly<Record<string, string>>;
  /** What stands after `over`; kept axes stand on both sides. */
  readonly over?: { readonly axes: readonly string[]; readonly results: readonly string[] };
  /** Targets and results by term, as names, where the brackets take groups. */
  readonly groups?: {
    readonly targets: readonly (readonly string[])[];
    readonly results: readonly (readonly string[])[];
  };
  readonly numbers: Readonly<Record<string, number>>;
  /** How many axes a strand stands for, by its name, where it is more than one. */
  readonly arity?: ReadonlyMap<string, number>;
  /** The name of the array that the call defines, when it is the whole right side. */
  readonly instance?: string;
  /**
   * What a contraction does with the hole that it leaves: `keep` it where the chain of glyphs that
   * keep their shape ends in another contraction, else close it `down` or, the default, `up`.
   */
  readonly hole?: "keep" | "down" | "up";
  /** LaTeX of an axis name in this definition. */
  label(axis: string): string;
}

export interface DrawnOperand {
  readonly axes: readonly string[];
  /** Axes that end in this operation. */
  readonly consumed: readonly string[];
  /** The wire of what the entries are, which stands below the axes, of an array of positions. */
  readonly entries?: string;
  /** LaTeX of a number or size expression; such an operand has no strands and is no input of the slab. */
  readonly scalar?: string;
}

/** One line of the language with what it must give; documentation and contract test in one. */
export interface OpExample {
  /** Statements that come first: sizes and inputs. */
  readonly given: string;
  /** The statement that uses the operation, with the inferred shape written on the left. */
  readonly text: string;
}

/** A statement that stands in the palette beside the operations: `input`, `output`, `weight`. */
export interface StatementFace {
  /** The word that begins the line. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly synonyms: readonly string[];
  readonly example: OpExample;
  /** The slab of one array that the statement names. */
  slab(array: NamedArray): Slab;
}

/** An array with its name as it is drawn. */
export interface NamedArray {
  /** LaTeX of the name. */
  readonly name: string;
  readonly axes: readonly string[];
  label(axis: string): string;
}

/** An operation: every face of it in one object, in one file. */
export interface Op {
  /** The word in the text; equals the file name with `_` for `-`. */
  readonly name: string;
  /** Infix or prefix signs that stand for it: `+`. */
  readonly operator?: string;
  readonly title: string;
  /** One sentence, for palette, inspector and documentation. */
  readonly summary: string;
  readonly family: Family;
  /** Other words a user may search for. */
  readonly synonyms?: readonly string[];
  /** The order of the operands means nothing, so the picture may choose it. */
  readonly commutes?: boolean;
  /** Its results are its targets under other names, in order. */
  readonly renames?: boolean;
  /** How many arrays it gives, where that is not always the same: by its target or its results. */
  readonly arrays?: "one a position" | "one a result";
  /** The values do not change with the order of the operands, but the order of the axes may. */
  readonly symmetric?: boolean;
  /** Keywords whose arrays stand above the operands, top to bottom; others stand below them. */
  readonly above?: readonly string[];
  /** Drawn bold, since it owns learned weights. */
  readonly learned?: boolean;
  readonly brackets: BracketSpec;
  readonly operands: readonly OperandSpec[];
  readonly numbers?: readonly NumberSpec[];
  infer(call: OpCall, claims: Claims): Inferred;
  weights?(call: OpCall): readonly WeightSpec[];
  /**
   * The slab; its inputs are the arrays given by the keywords in `above`, the operands that have no
   * `scalar`, then the other keyword arrays, in order.
   */
  glyph(call: DrawnCall): Slab;
  /** What the operation does in words, for a screen reader: "softmax over x". */
  spoken(call: DrawnCall): string;
  readonly examples: readonly [OpExample, ...OpExample[]];
}
