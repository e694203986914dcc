import type { DrawnCall, DrawnOperand } from "../op.ts";

/** The operands that have strands, in order; numbers are drawn as text. */
export function drawnArrays(call: DrawnCall): readonly DrawnOperand[] {
  return call.operands.filter((operand) => operand.scalar === undefined);
}

/** All arrays that enter the slab: operands, then those given by keyword. */
export function enteringArrays(call: DrawnCall): readonly DrawnOperand[] {
  return [...drawnArrays(call), ...Object.values(call.keywords)];
}

/** The axes of each array. */
export function axesOf(arrays: readonly DrawnOperand[]): readonly (readonly string[])[] {
  return arrays.map((array) => array.axes);
}

/** Arrays as a glyph takes them that stands on the axes which end in it. */
export function attached(arrays: readonly DrawnOperand[]) {
  return arrays.map(({ axes, consumed }) => ({ axes, targets: consumed }));
}

/** The axes of the first result. */
export function firstResult(call: DrawnCall): readonly string[] {
  return call.results[0] ?? [];
}
