import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import type { Heights, Slab, SlabPart } from "../slab.ts";
import { translateMarks, translateParts } from "../translate.ts";
import { drawPair } from "./contraction-pair.ts";
import type { Closing, Pair } from "./contraction-roles.ts";
import { finishDrawing } from "./drawing.ts";
import { mergedParts } from "./slab-parts.ts";
import { straight } from "./strokes.ts";

export interface ContractionSpec {
  /** Two or more arrays, top to bottom; an axis that is not in `output` is summed over. */
  readonly operands: readonly (readonly string[])[];
  readonly output: readonly string[];
  readonly closing: Closing;
}

/** Contracts arrays pair by pair from the top; with nothing summed over it is the plain product. */
export function contraction(spec: ContractionSpec): Slab {
  return { ...contracted(spec, "pointed"), opened: contracted(spec, "open") };
}

function contracted(
  { operands, output, closing }: ContractionSpec,
  ending: "pointed" | "open",
): Slab {
  const pairs = pairsOf(operands, output, closing);
  return {
    inputs: operands,
    outputs: [output],
    takesHoles: operands.map(() => true),
    free: [false],
    keepsShape: false,
    place(rows) {
      const marks: Mark[] = [];
      const dashEnds: number[] = [];
      const parts: SlabPart[] = [];
      let width = 0;
      let heights: Heights = rows[0] ?? [];
      let arrow: Point | undefined;
      for (const [i, pair] of pairs.entries()) {
        const waiting = i === 0 ? [] : (operands[i + 1] ?? []);
        marks.push(
          ...waiting.flatMap((axis, s) => straight(axis, rows[i + 1]?.[s] ?? 0, 0, width)),
        );
        const isLast = i === pairs.length - 1;
        const drawn = drawPair(pair, heights, rows[i + 1] ?? [], isLast ? ending : "pointed");
        marks.push(...translateMarks(drawn.marks, width, 0));
        dashEnds.push(width + drawn.dashEnd);
        parts.push(...translateParts(drawn.parts, width, 0));
        arrow = drawn.arrow && { x: width + drawn.arrow.x, y: drawn.arrow.y };
        width += drawn.width;
        heights = drawn.output;
      }
      const drawing = finishDrawing({
        width,
        inputs: rows,
        outputs: [heights],
        marks,
        parts: mergedParts(parts),
        dashEnds: dashEnds.slice(0, operands.length - 1),
      });
      return arrow === undefined ? drawing : { ...drawing, arrow };
    },
  };
}

/** Each pair keeps the axes that a later operand or the output still needs. */
function pairsOf(
  operands: readonly (readonly string[])[],
  output: readonly string[],
  closing: Closing,
): readonly Pair[] {
  const [first = [], ...rest] = operands;
  let above = first;
  return (rest.length === 0 ? [[]] : rest).map((below, i): Pair => {
    const isLast = i >= rest.length - 1;
    const needed = new Set([...output, ...rest.slice(i + 1).flat()]);
    const kept = isLast ? output : keptAxes(above, below, needed);
    const pair: Pair = { above, below, output: kept, closing: isLast ? closing : "keep" };
    above = kept;
    return pair;
  });
}

function keptAxes(
  above: readonly string[],
  below: readonly string[],
  needed: ReadonlySet<string>,
): readonly string[] {
  return [...new Set([...above, ...below])].filter((axis) => needed.has(axis));
}
