import type { ArrayType } from "../../shapes/array-type.ts";

const MARK = "@";

/**
 * The wire of what the entries of an array are, below the wires of its axes (NOTATION R18): only arrays
 * of positions have one. It is named `@` plus the axis that they count, which no axis can be called.
 */
export function entriesWire({ entries }: ArrayType): string | undefined {
  return entries.kind === "index" ? MARK + entries.axis : undefined;
}

/** The axis that the entries of an array count, by the name of their wire; `undefined` for an axis. */
export function countedAxis(wire: string): string | undefined {
  return wire.startsWith(MARK) ? wire.slice(MARK.length) : undefined;
}
