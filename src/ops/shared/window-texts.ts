import type { WindowText } from "../../draw/forms/trapezoid.ts";
import type { DrawnCall } from "../op.ts";

/** What a glyph writes about its windows, as LaTeX. */
export interface WindowTexts extends WindowText {
  /** The size of a window, `3^{2}`, with the dilation as a factor in front. */
  readonly kernel: string;
  /** The size alone: `3`, or `3{\times}5`. */
  readonly sides: string;
  /** How many axes the windows move along. */
  readonly arity: number;
}

/** The texts for windows along these strands, each of which may stand for several axes. */
export function windowTexts(
  { options, words, arity: arities }: DrawnCall,
  along: readonly string[],
): WindowTexts {
  const arity = along.reduce((sum, axis) => sum + (arities?.get(axis) ?? 1), 0);
  const sides = options["kernel"] ?? [];
  const isSquare = sides.every((side) => side === sides[0]);
  const size = isSquare ? (sides[0] ?? "") : sides.join("{\\times}");
  const dilation = plainUnless(options["dilation"], "1");
  const power = isSquare && arity > 1 && size !== "" ? `${atom(size)}^{${arity}}` : size;
  return {
    kernel: dilation === undefined ? power : `${dilation}{\\cdot}${power}`,
    sides: dilation === undefined ? size : `${dilation}{\\cdot}${size}`,
    stride: plainUnless(options["stride"], "1"),
    padding: paddingText(options, words?.["pad"]),
    arity,
  };
}

/** The sizes of an option as one text, or nothing where all of them are as usual. */
function plainUnless(sizes: readonly string[] | undefined, usual: string): string | undefined {
  const [first] = sizes ?? [];
  if (sizes === undefined || first === undefined) return undefined;
  const isSame = sizes.every((size) => size === first);
  if (isSame && first === usual) return undefined;
  return isSame ? first : sizes.join("{\\times}");
}

function paddingText(options: DrawnCall["options"], word: string | undefined): string | undefined {
  const [before, after] = [options["pad_before"], options["pad_after"]];
  const own = plainUnless(options["pad"], "0");
  const size = own === undefined ? "" : own;
  if (word === "circular") return `\\circlearrowright ${size}`;
  if (word !== undefined) return `\\mathrm{${word}}\\,${size}`.replace(/\\,$/, "");
  if (before || after) {
    return `${plainUnless(before, "") ?? "0"}{+}${plainUnless(after, "") ?? "0"}`;
  }
  return own === undefined ? undefined : `+${own}`;
}

function atom(tex: string): string {
  return /^(?:\w|\d+)$/.test(tex) ? tex : `(${tex})`;
}
