import type { Path } from "./path.ts";

/** How a stroke or area is meant; `theme.ts` turns a role into colour, width and dash. */
export type StrokeRole =
  | "wire"
  | "outline"
  | "bold"
  | "bar"
  | "dash"
  | "bracket"
  | "hairline"
  | "ring"
  | "dotted"
  | "dashed"
  | "hatch"
  | "stipple"
  | "index-line"
  | "step-rule"
  | "inner-step-rule"
  | "emphasis"
  | "halo"
  | "halo-dot"
  | "shadow-outer"
  | "shadow-middle"
  | "shadow-inner";

/** What a filled area is; `theme.ts` turns a role into a colour. */
export type FillRole =
  | "ink"
  | "paper"
  | "linear"
  | "embedding"
  | "attention"
  | "block"
  | "network"
  | "component"
  | "loop"
  | "feed-forward"
  | "residual"
  | "softmax"
  | "norm"
  | "mask"
  | "unfold"
  | "pool"
  | "concatenation"
  | "addition"
  | "elementwise"
  | "transpose"
  | "product"
  | "scale"
  | "convolution"
  | "shade"
  | "index"
  | "copy"
  | "input"
  | "output"
  | "memory"
  | "note"
  | "plain"
  | "data"
  | "function"
  | "step"
  | "inner-step"
  | "problem";

/** How text is set: sizes of NOTATION 4.3. All are LaTeX maths, but titles words with maths between `$`. */
export type TextRole =
  | "axis"
  | "array"
  | "letter"
  | "bold-letter"
  | "function"
  | "scale"
  | "title"
  | "count"
  | "sign";

/**
 * The atoms of every picture, as data. Canvas, SVG, PDF and TikZ are folds over them. Coordinates are
 * user units with `SPACING` = 20 between neighbouring strands.
 */
export type Mark =
  | {
      readonly kind: "path";
      readonly path: Path;
      readonly stroke?: StrokeRole;
      readonly fill?: FillRole;
    }
  /** One axis of one array running on; `axis` is its name in the definition that the mark is in. */
  | {
      readonly kind: "strand";
      readonly axis: string;
      readonly path: Path;
      readonly heavy?: boolean;
      /** Drawn as two lines beside the path: several axes in one. */
      readonly double?: true;
    }
  | { readonly kind: "dot"; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: "text";
      /** LaTeX for every role but `title`, which is words, with LaTeX between dollar signs. */
      readonly text: string;
      readonly role: TextRole;
      /** The anchor on the baseline. */
      readonly x: number;
      readonly y: number;
      readonly anchor: "start" | "middle" | "end";
      /** The area that the letters stand on, where a theme has a colour of its own for them. */
      readonly on?: FillRole;
      /** The axis that a label names, for following and renaming. */
      readonly axis?: string;
    };
