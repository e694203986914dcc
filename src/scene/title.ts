import type { FillRole } from "../draw/mark.ts";

/** A block's name as words: `MultiHeadAttention` becomes "Multi head attention", `LSTMCell` "LSTM cell". */
export function blockTitle(name: string): string {
  const words = name
    .replaceAll("_", " ")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(" ")
    .filter((word) => word !== "");
  return words
    .map((word, i) => (i === 0 || /^[A-Z0-9]+'*$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
}

/** The plate colours of NOTATION 4.4 by the words of a block's name; decoration, never meaning. */
const COLOURS: readonly (readonly [words: RegExp, role: FillRole])[] = [
  [/attention/i, "block"],
  [/feed|mlp/i, "feed-forward"],
  [/layer/i, "residual"],
  [/cell/i, "plain"],
];

/** The colour role of the plate or box of a block. */
export function blockFill(name: string): FillRole {
  return COLOURS.find(([words]) => words.test(name))?.[1] ?? "network";
}
