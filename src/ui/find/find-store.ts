import { create } from "zustand";
import { type Found, find } from "../../editor/find.ts";
import type { Reading } from "../../editor/reading.ts";
import { type Selection, selectionKey } from "../../editor/selection.ts";
import { spokenSelection } from "../../editor/speech.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** The search that stands over the canvas. */
interface Finding {
  /** `undefined` while nothing is searched for. */
  readonly query: string | undefined;
  /** Goes up each time the bar is asked for, so that its field takes the focus again. */
  readonly asked: number;
}

/** The store of the find bar. */
export const useFind = create<Finding>()(() => ({ query: undefined, asked: 0 }));

/** Opens the bar, or goes to its field. */
export function openFind(): void {
  const { query, asked } = useFind.getState();
  useFind.setState({ query: query ?? "", asked: asked + 1 });
}

/** Closes the bar and keeps what is selected. */
export function closeFind(): void {
  useFind.setState({ query: undefined });
}

const NONE: readonly Found[] = [];
let last: { reading: Reading; query: string; found: readonly Found[] } | undefined;

/** What a query means in a reading; asked for by bar and canvas, found once. */
export function findIn(reading: Reading, query: string | undefined): readonly Found[] {
  if (query === undefined) return NONE;
  if (last?.reading === reading && last.query === query) return last.found;
  const found = find(reading, query);
  last = { reading, query, found };
  return found;
}

/** Place of the selection among what was found, from 0; `-1` when it is something else. */
export function placeAmong(found: readonly Found[], selection: Selection): number {
  const key = selectionKey(selection);
  return found.findIndex((each) => selectionKey(each.selection) === key);
}

/** Selects the next or the previous thing that was found, and says which it is. */
export function goToFound(step: 1 | -1): void {
  const { reading, selection, select } = useEditor.getState();
  const { query } = useFind.getState();
  if (reading === undefined || query === undefined) return;
  const { say, reveal } = useFrame.getState();
  const found = findIn(reading, query);
  const here = placeAmong(found, selection);
  const from = here < 0 && step < 0 ? 0 : here;
  const at = (from + step + found.length) % found.length;
  const next = found[at];
  if (next === undefined) {
    if (query.trim() !== "") say(emptyText(query));
    return;
  }
  select(next.selection);
  reveal();
  say(`${at + 1} of ${found.length}. ${spokenFound(next, reading)}`);
}

function spokenFound({ selection, inside }: Found, reading: Reading): string {
  const node =
    selection.kind === "operation"
      ? reading.scene.nodes.find(({ id }) => id === selection.id)
      : undefined;
  const says = spokenSelection(selection, reading, node);
  return inside === 0 ? says : `${inside} inside. ${says}`;
}

/** What stands in the bar when nothing is found. */
export function emptyText(query: string): string {
  return `Nothing named ${query.trim()}.`;
}
