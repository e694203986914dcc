import { line } from "../../draw/curve.ts";
import type { Mark } from "../../draw/mark.ts";
import type { Heights, Slab, SlabDrawing } from "../../draw/slab.ts";
import { translateMarks, translateParts } from "../../draw/translate.ts";

/**
 * One slab and then another on its only output; what the second takes besides comes last and runs
 * past the first.
 *
 * ```
 * inputs of first ─▶ first ─▶ ┐
 * the other inputs ─────────▶ second ─▶ outputs
 * ```
 */
export function inTurn(first: Slab, second: Slab): Slab {
  const count = first.inputs.length;
  const others = second.inputs.slice(1);
  return {
    inputs: [...first.inputs, ...others],
    outputs: second.outputs,
    takesHoles: [...first.takesHoles, ...second.takesHoles.slice(1)],
    free: second.outputs.map(() => false),
    keepsShape: first.keepsShape && second.keepsShape,
    place(rows, free) {
      const left = first.place(rows.slice(0, count), free);
      const middle = left.outputs[0] ?? [];
      const passing = others.map((axes, i) => ({ axes, heights: rows[count + i] ?? [] }));
      const right = second.place([middle, ...passing.map(({ heights }) => heights)], []);
      return joined(left, right, passing, count);
    },
  };
}

interface PassingArray {
  readonly axes: readonly string[];
  readonly heights: Heights;
}

function joined(
  left: SlabDrawing,
  right: SlabDrawing,
  passing: readonly PassingArray[],
  count: number,
): SlabDrawing {
  const ends = right.dashEnds.map((x) => x + left.width);
  return {
    width: left.width + right.width,
    outputs: right.outputs,
    top: Math.min(left.top, right.top),
    bottom: Math.max(left.bottom, right.bottom),
    dashEnds: count === 0 ? ends.slice(1) : [...left.dashEnds, ...ends],
    dashStarts: right.dashStarts.map((x) => x + left.width),
    parts: [...(left.parts ?? []), ...translateParts(right.parts ?? [], left.width, 0)],
    marks: [
      ...left.marks,
      ...passing.flatMap((array) => strands(array, left.width)),
      ...translateMarks(right.marks, left.width, 0),
    ],
  };
}

function strands({ axes, heights }: PassingArray, width: number): readonly Mark[] {
  return axes.map((axis, i) => {
    const y = heights[i] ?? 0;
    return { kind: "strand", axis, path: line({ x: 0, y }, { x: width, y }) };
  });
}
