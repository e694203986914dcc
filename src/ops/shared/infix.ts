import { elementwise } from "../../draw/forms/elementwise.ts";
import { join } from "../../draw/forms/join.ts";
import { source } from "../../draw/forms/source.ts";
import type { Slab } from "../../draw/slab.ts";
import type { DrawnCall } from "../op.ts";
import { axesOf, drawnArrays, firstResult } from "./drawn-arrays.ts";
import { shapeKept } from "./shape-kept.ts";

/** How an operation of two arrays is drawn, also where one of them is a number. */
export interface InfixFace {
  /** LaTeX where two arrays meet. */
  readonly sign: string;
  /** LaTeX over the array for a number on its right, and for one on its left. */
  readonly right: (scalar: string) => string;
  readonly left: (scalar: string) => string;
}

/** Two arrays that meet in dots under the sign, or one with the number over it. */
export function infixGlyph(call: DrawnCall, face: InfixFace): Slab {
  const [array, other] = drawnArrays(call);
  const [first, second] = call.operands;
  if (array && other) {
    return join({ operands: axesOf([array, other]), output: firstResult(call), sign: face.sign });
  }
  const text = numberText(face, first?.scalar, second?.scalar);
  return array
    ? shapeKept(call, (axes) => elementwise({ axes, text, role: "scale" }))
    : source({ axes: firstResult(call), text, label: call.label });
}

function numberText(face: InfixFace, left: string | undefined, right: string | undefined): string {
  if (left !== undefined && right !== undefined) return `${left}${face.right(right)}`;
  return left === undefined ? face.right(right ?? "") : face.left(left);
}
