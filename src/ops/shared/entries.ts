import type { ArrayType, Entries } from "../../../shapes/array-type.ts";
import type { Claims, OpCall, OperandSpec } from "../op.ts";

export const REAL: Entries = { kind: "real" };
export const BOOL: Entries = { kind: "bool" };

/** The kind of entries in words, as messages put it: "positions along `v`". */
export function describeEntries(entries: Entries): string {
  switch (entries.kind) {
    case "real":
      return "real numbers";
    case "int":
      return "whole numbers";
    case "bool":
      return "truth values";
    case "index":
      return `positions along \`${entries.axis}\``;
  }
}

/** Whether a port of that kind takes such entries; an index port leaves the axis to its operation. */
export function takesEntries(port: OperandSpec["entries"], entries: Entries): boolean {
  switch (port) {
    case "real":
      return entries.kind !== "index";
    case "bool":
      return entries.kind === "bool";
    case "index":
      return entries.kind === "index";
    case "any":
    case undefined:
      return true;
  }
}

/** The kind that holds all of these, or nothing where positions along one axis meet another kind. */
export function commonEntries(kinds: readonly Entries[]): Entries | undefined {
  const first = kinds[0] ?? REAL;
  if (kinds.every((entries) => sameEntries(entries, first))) return first;
  if (kinds.some((entries) => entries.kind === "index")) return undefined;
  return kinds.some((entries) => entries.kind === "real") ? REAL : { kind: "int" };
}

/** The kind of what an operation gives that only moves or chooses entries of several arrays. */
export function joinEntries(callee: string, joined: JoinedArrays, claims: Claims): Entries {
  const arrays = joined.operands.filter((_, i) => !joined.scalars?.[i]);
  const kinds = (arrays.length > 0 ? arrays : joined.operands).map((operand) => operand.entries);
  const common = commonEntries(kinds);
  if (common) return common;
  const first = kinds[0] ?? REAL;
  const other = kinds.find((entries) => !sameEntries(entries, first)) ?? REAL;
  claims.fail(
    "N12",
    `\`${callee}\` cannot join ${describeEntries(first)} with ${describeEntries(other)}.`,
  );
  return REAL;
}

/** Demands entries that are positions along the axis, as look-ups do. */
export function requireIndex(callee: string, index: IndexUse, claims: Claims): void {
  const { entries } = index.array;
  if (entries.kind === "index" && entries.axis === index.axis) return;
  claims.fail(
    "N12",
    `\`${callee}\` needs positions along \`${index.axis}\`, but got ${describeEntries(entries)}.`,
    undefined,
    { kind: "entries", takes: { kind: "index", axis: index.axis } },
  );
}

/** The kind of the first array, for operations that only move its entries. */
export function keptEntries(call: OpCall): Entries {
  return call.operands[0]?.entries ?? REAL;
}

type JoinedArrays = Pick<OpCall, "operands" | "scalars">;

interface IndexUse {
  readonly axis: string;
  readonly array: ArrayType;
}

function sameEntries(left: Entries, right: Entries): boolean {
  if (left.kind !== "index" || right.kind !== "index") return left.kind === right.kind;
  return left.axis === right.axis;
}
