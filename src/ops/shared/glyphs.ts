import type { Slab } from "../../draw/slab.ts";
import type { DrawnCall } from "../op.ts";

/** How an infix operation is drawn between arrays, and over one array with a number at its side. */
export interface InfixFace {
  readonly sign: string;
  /** LaTeX over the array when the number stands on its right. */
  readonly right: (scalar: string) => string;
  readonly left: (scalar: string) => string;
}

/** LaTeX of one over a number: `k^{-1/2}` for a square root. */
export function inverseTex(tex: string): string {
  return `${tex}^{-1}`;
}

function pending(_call: DrawnCall): Slab {
  throw new RangeError("No form yet.");
}

export function sourceGlyph(call: DrawnCall, _tex: string): Slab {
  return pending(call);
}

export function maskGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function linearGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function embeddingGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function dotGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function infixGlyph(call: DrawnCall, _i: InfixFace): Slab {
  return pending(call);
}

export function floatGlyph(call: DrawnCall, _tex: string): Slab {
  return pending(call);
}

export function whereGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function softmaxGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function layerNormGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function rmsNormGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function reductionGlyph(call: DrawnCall, _tex?: string): Slab {
  return pending(call);
}

export function renameGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function diagonalGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function barGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function stackGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function unstackGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function concatGlyph(call: DrawnCall): Slab {
  return pending(call);
}

export function beadGlyph(call: DrawnCall, _tex: string): Slab {
  return pending(call);
}

export function newAxisGlyph(call: DrawnCall, _tex?: string): Slab {
  return pending(call);
}

export function boxGlyph(call: DrawnCall, _tex: string): Slab {
  return pending(call);
}

export function indexGlyph(call: DrawnCall): Slab {
  return pending(call);
}
