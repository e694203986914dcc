import type { LayoutLine } from "./document.ts";

/** A line of the layout about a name of a block, which it follows when that is renamed or moves. */
export type NameLine = LayoutLine & { readonly kind: "label" | "halo" };

/** Whether a line of the layout is about a name of a block. */
export function isNameLine(line: LayoutLine): line is NameLine {
  return line.kind === "label" || line.kind === "halo";
}

/** Whether two lines say the same kind of thing about the same name. */
export function isSameName(a: NameLine, b: NameLine): boolean {
  return a.kind === b.kind && a.block === b.block && a.of === b.of && a.name === b.name;
}
