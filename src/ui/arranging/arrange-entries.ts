import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import type { Command } from "../commands.ts";
import { ARRANGE_COMMANDS, selectedMovables } from "./arrange-commands.ts";

/** What a context menu offers for arranging: moving an array, and giving back what was arranged. */
export function arrangeEntries(reading: Reading, selection: Selection): readonly Command[] {
  const names = selectedMovables(reading).map(({ name }) => name);
  const placed = reading.document.layout.flatMap((line) => (line.kind === "place" ? [line] : []));
  const isPlaced = placed.some(
    ({ node, wish }) =>
      names.includes(node) || (wish.kind === "before" && names.includes(wish.other)),
  );
  const titles: string[] = [];
  if (selection.kind === "array" && names.length > 0) titles.push("Move up", "Move down");
  if (isPlaced) titles.push("Release");
  if (selection.kind === "diagram") titles.push("Tidy");
  if (selection.kind === "diagram" && placed.length > 0) titles.push("Release everything");
  return ARRANGE_COMMANDS.filter(({ title }) => titles.includes(title));
}
