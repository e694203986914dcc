import type { LayoutLine, NodeId } from "../document/document.ts";
import type { FillRole } from "../draw/mark.ts";

/** Acronyms, and names such as ResNet, keep their capitals. */
const NAME = /^[A-Z0-9]+'*$|Net$/;

/** "Multi-head attention" of `MultiHeadAttention`, "Identity ResNet" of `IdentityResNet`. */
export function blockTitle(name: string): string {
  if (name === "") return "Diagram";
  return name
    .replace(/_/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/([A-Za-z]+) Net\b/g, "$1Net")
    .split(" ")
    .filter((word) => word !== "")
    .map((word, at) => (at === 0 || NAME.test(word) ? word : word.toLowerCase()))
    .join(" ")
    .replace(/\b(multi|self|cross|feed|group) (head|attention|forward|norm)\b/gi, "$1-$2");
}

/** What the author calls a block or a loop; of several lines about one the last counts. */
export function titleText(layout: readonly LayoutLine[], node: NodeId): string | undefined {
  const line = layout.findLast((each) => each.kind === "title" && each.node === node);
  return line?.kind === "title" && line.text.trim() !== "" ? line.text : undefined;
}

/** What published boxes say behind their titles: ` (s = 2)` of a call, ` (s)` of the block. */
export function inParentheses(parameters: readonly string[]): string {
  return parameters.length === 0 ? "" : ` (${parameters.join(", ")})`;
}

/** The plate colours of NOTATION 4.4 by the words of a block's name; decoration, never meaning. */
const COLOURS: readonly (readonly [words: RegExp, role: FillRole])[] = [
  [/attention/i, "block"],
  [/feed|mlp/i, "feed-forward"],
  [/layer/i, "residual"],
  [/cell/i, "plain"],
  [/convolution/i, "norm"],
];

/** The colour role of the plate or box of a block: a whole network, or a part that others call. */
export function blockFill(name: string, isPart: boolean): FillRole {
  return COLOURS.find(([words]) => words.test(name))?.[1] ?? (isPart ? "component" : "network");
}
