import type { LayoutLine } from "../../document/document.ts";
import { isNameLine } from "../../document/name-line.ts";
import { anew } from "../edits/document-tree.ts";

/** How the names of one definition go over into another when lines move there. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** New names of the arrays that move, by their old ones; others keep their labels. */
  readonly arrays: ReadonlyMap<string, string>;
  readonly axes: ReadonlyMap<string, string>;
  /** Names that are no longer there where they were. */
  readonly leaves: (of: "axis" | "array", name: string) => boolean;
}

/** Labels for typesetting follow what moves, and stay where a name also stays. */
export function moveLabels(layout: readonly LayoutLine[], move: Move): readonly LayoutLine[] {
  const lines = layout.flatMap((line) => movedLabel(line, move));
  const seen = new Set<string>();
  return lines.filter((line) => {
    if (!isNameLine(line)) return true;
    const key = `${line.kind} ${line.block}/${line.of} ${line.name}`;
    return !seen.has(key) && seen.add(key);
  });
}

function movedLabel(line: LayoutLine, move: Move): readonly LayoutLine[] {
  if (!isNameLine(line) || line.block !== move.from || line.of === "size" || line.of === "custom") {
    return [line];
  }
  const name = (line.of === "array" ? move.arrays : move.axes).get(line.name);
  if (name === undefined) return [line];
  const moved = anew({ ...line, block: move.to, name });
  if (move.leaves(line.of, line.name)) return [moved];
  const { comment: _, ...copy } = { ...moved, lead: [] };
  return [line, copy];
}
