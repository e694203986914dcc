import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import type { Heights, SlabPart } from "../draw/slab.ts";

/** Call path and node: `Encoder/Z'>EncoderLayer/A.1`; ids of one definition repeat under other paths. */
export type SceneId = string;

/** Something on the canvas that can be selected: an operation, an end of the figure, a plate, a bracket. */
export interface SceneNode {
  readonly id: SceneId;
  /** The document node, without the call path. */
  readonly node: string;
  /** The definition that it belongs to. */
  readonly definition: string;
  readonly kind:
    | "op"
    | "input"
    | "output"
    | "source"
    | "call"
    | "plate"
    | "loop"
    | "copy"
    | "box"
    /** The side of an open block at which its arrays come in or go out. */
    | "border";
  readonly bounds: Rect;
  /** Half spacings from the first input of its body to its own first row: what `place` sets. */
  readonly height: number;
  /** Absolute coordinates. */
  readonly marks: readonly Mark[];
  /** One per array, operands then results. */
  readonly ports: readonly ScenePort[];
  /** Parts of its glyph that can be pointed at, in absolute coordinates; absent where it has none. */
  readonly parts?: readonly SlabPart[];
  /** "softmax over x" */
  readonly title: string;
  readonly wrong: boolean;
  /** A call that can be opened or closed. */
  readonly foldable: boolean;
  /** Of a loop: the areas between its brackets, one a row. */
  readonly areas?: readonly Rect[];
}

export interface ScenePort {
  readonly side: "in" | "out";
  readonly array: string;
  readonly x: number;
  readonly heights: Heights;
}

/** All strands of one array on one stretch between nodes. */
export interface SceneBundle {
  readonly definition: string;
  /** Call path of the definition's instance. */
  readonly path: SceneId;
  readonly array: string;
  readonly strands: readonly { readonly axis: string; readonly points: readonly Mark[] }[];
  /** The node where the way begins that this is a stretch of; absent for what no node makes or takes. */
  readonly from?: SceneId;
  /** The node where the way ends, and which of its ports that is. */
  readonly to?: { readonly node: SceneId; readonly port: number };
}

/** What stands beside each other in one layer of a body, top to bottom. */
export interface SceneColumn {
  readonly definition: string;
  /** Call path of the definition's instance. */
  readonly path: SceneId;
  /** Which of the rows that the body is cut into it stands in, from 0. */
  readonly row: number;
  readonly x: number;
  readonly width: number;
  readonly rows: readonly SceneRow[];
}

/** A slab, or an array that passes or is copied. */
export interface SceneRow {
  /** What a line of `layout:` calls it; borders and walls cannot be arranged. */
  readonly name?: string;
  readonly node?: SceneId;
  readonly array?: string;
  readonly top: number;
  readonly bottom: number;
}

/** A remark of the author's, with what it takes to find it in the picture and to move it. */
export interface SceneRemark {
  /** Its place among the lines of the layout section. */
  readonly line: number;
  readonly box: Rect;
  /** The middle of what it points at, from which its place is counted. */
  readonly from: Point;
  /** Those of `plates` and `labels` that draw it. */
  readonly marks: readonly Mark[];
}

/** Everything that a figure shows, placed; `marks` of nodes and strands plus what belongs to columns. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly bundles: readonly SceneBundle[];
  readonly columns: readonly SceneColumn[];
  /** Strands under the names at the border of an open block, which are painted with `labels`. */
  readonly borders: readonly SceneBundle[];
  /** Behind everything, outermost first: plates of open blocks and loops. */
  readonly plates: readonly Mark[];
  readonly dashes: readonly Mark[];
  /** Axis names and array names. */
  readonly labels: readonly Mark[];
  /** In the order of painting. */
  readonly remarks: readonly SceneRemark[];
  /** Finite, labels and plates included, with a margin. */
  readonly bounds: Rect;
  /** Drawn at once where ELK may still find a better order: not the final picture. */
  readonly isProvisional?: true;
  /** Set where not all calls that should be open have room: those inside so many stay closed. */
  readonly openLevels?: number;
}
