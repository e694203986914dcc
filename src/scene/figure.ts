import type { DetailLevel, NodeId } from "../document/document.ts";
import type { FillRole, Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import type { LayoutGraph } from "../layout/graph.ts";
import type { Placement } from "../layout/placement.ts";
import type { Op } from "../ops/op.ts";
import type { TypedNode } from "../typing/diagram.ts";
import type { FlatFigure } from "./flatten.ts";
import type { FigureRow } from "./rows.ts";
import type { Wishes } from "./wishes.ts";

/** What one item of a layout graph stands for. */
export type Member =
  | {
      readonly kind: "node";
      readonly node: TypedNode;
      /** "softmax over x" */
      readonly title: string;
      /** What stands on the box of a call. */
      readonly caption?: string;
      /** The colour of that box. */
      readonly fill?: FillRole;
      /** LaTeX of a function that is known by a letter. */
      readonly letter?: string;
      readonly op?: Op;
      /** The laid-out body of an open call or a loop. */
      readonly inside?: Figure;
      /** The x at which the inside begins inside the item. */
      readonly insideX?: number;
      /** The y, in coordinates of the inside, at which the item begins. */
      readonly insideTop?: number;
    }
  | { readonly kind: "input" | "output"; readonly array: string; readonly title: string }
  | { readonly kind: "border" | "wall" };

/** The inside of a definition or loop, laid out in its own coordinates: worked once, reused by every use. */
export interface Figure {
  readonly definition: string;
  readonly placement: Placement;
  readonly members: ReadonlyMap<string, Member>;
  /** Axes, by their names inside, of the arrays at the borders: `entry ARRAY`, `exit ARRAY`. */
  readonly borders: ReadonlyMap<string, readonly string[]>;
  /** The brackets of a loop with their texts. */
  readonly frame: readonly Mark[];
  /** The area between the brackets of a loop, row by row. */
  readonly plates?: readonly Rect[];
  /** How far the texts of the brackets stand out at the left of the body. */
  readonly overhang?: number;
  readonly kind: "figure" | "block" | "loop";
  readonly title: string;
  readonly foldable: boolean;
  readonly level: DetailLevel;
  /** Set where the figure stands in several rows. */
  readonly wrapped?: Wrapped;
  /** The axes, by their names in it, that are drawn as double wires. */
  readonly doubles: ReadonlySet<string>;
  readonly top: number;
  readonly bottom: number;
}

/** The rows of a figure, and how its arrays are labelled where a row begins. */
export interface Wrapped {
  readonly rows: readonly FigureRow[];
  readonly lead: number;
  /** LaTeX of the lines of an array with these axes, top to bottom. */
  labels(axes: readonly string[]): readonly string[];
}

/**
 * A layout under way: yields each graph whose placement it needs next, so that one recursion serves
 * the synchronous order and the one that waits for ELK.
 */
export type Laying<T> = Generator<LayoutGraph, T, Placement>;

/** What stays the same for all bodies of one picture. */
export interface FigureContext {
  /** Calls that are drawn open. */
  readonly open: ReadonlySet<NodeId>;
  /** How many levels of open calls are drawn open from here on; deeper ones stay closed. */
  readonly levels: number;
  /** What is shown of a definition. */
  detail(definition: string): DetailLevel;
  /** The picture holds several diagrams, whose arrays are named only where the author says so. */
  readonly isJoined: boolean;
  /** The width at which the main figure is cut into rows. */
  readonly width?: number;
  /** What stands where the author wants it. */
  readonly wishes: Wishes;
  /** Draws the entries of arrays beside the ends of a figure, where the author asks for them. */
  withPictures(flat: FlatFigure): FlatFigure;
  /** Cups have no arrows. */
  readonly plainCups: boolean;
  /** Whether ➤f➤ stands below its wires at a node of a definition. */
  isBelow(definition: string, node: NodeId): boolean;
  /** What the author calls a block in the picture, or `undefined`. */
  titleOf(definition: string): string | undefined;
  /** The sizes that calls of a block give it. */
  parametersOf(definition: string): readonly string[];
  /** Whether other blocks of the file call a block. */
  isPart(definition: string): boolean;
  /** LaTeX that the author set for a name of a definition, or `undefined`. */
  label(definition: string, of: "axis" | "array" | "custom", name: string): string | undefined;
  /** Figures of blocks already laid out, by content. */
  readonly figures: Map<string, Figure>;
}
