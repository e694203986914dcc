import { followed, type IdDeltas } from "../language/reconcile.ts";
import { followText } from "./follow-text.ts";
import { amend } from "./history.ts";
import { readText } from "./pipeline.ts";
import { type AxisRef, DIAGRAM, type Selection } from "./selection.ts";
import { type EditorState, textOf } from "./state.ts";
import { replacement } from "./text-diff.ts";

/**
 * What was typed, taken in: lines of `layout:`, the selection and the pinned axis go with what was
 * renamed or moved. It belongs to the step of the typing.
 */
export function followTyping(state: EditorState): EditorState {
  const typed = textOf(state);
  const { document } = readText(typed);
  const { remembered: before } = state;
  if (before === undefined) return { ...state, remembered: document };
  const { text, ids, remembered } = followText(typed, document, before);
  const selection = selectionNow(state.selection, ids);
  const more = selection.kind === "diagram" ? [] : state.more.map((id) => pathNow(id, ids));
  const { caret, anchor } = state.history.present;
  const { pinned, trail } = state;
  const moment = {
    text,
    caret: movedCaret(caret, typed, text),
    anchor: movedCaret(anchor, typed, text),
    selection,
    more,
    trail,
  };
  const history = amend(state.history, moment);
  return {
    ...state,
    history,
    selection,
    more,
    remembered,
    ...(pinned !== undefined && { pinned: axisNow(pinned, ids) }),
  };
}

/** What was selected, under the names that it has now; nothing when it is gone. */
function selectionNow(selection: Selection, ids: IdDeltas): Selection {
  if (selection.kind === "diagram") return selection;
  const definition = blockNow(selection.definition, ids);
  if (selection.kind === "operation") {
    const node = followed(selection.node, ids);
    if (node === undefined) return DIAGRAM;
    return { ...selection, definition, node, id: pathNow(selection.id, ids) };
  }
  const array = arrayNow(selection.definition, selection.array, ids);
  if (array === undefined) return DIAGRAM;
  return { ...selection, definition, array, path: pathNow(selection.path, ids) };
}

function axisNow({ path, definition, axis }: AxisRef, ids: IdDeltas): AxisRef {
  return { path: pathNow(path, ids), definition: blockNow(definition, ids), axis };
}

function blockNow(block: string, { renamed }: IdDeltas): string {
  const id = renamed.get(`block:${block}`);
  return id?.startsWith("block:") === true ? id.slice("block:".length) : block;
}

/** Scene ids are nodes on the way in, each of them with a word before or a name behind at most. */
function pathNow(path: string, ids: IdDeltas): string {
  return path
    .split(">")
    .map((step) => step.replace(/^\S+/, (node) => followed(node, ids) ?? node))
    .join(">");
}

/** Names of arrays, or `NODE:0` for what has none. */
function arrayNow(block: string, array: string, ids: IdDeltas): string | undefined {
  const [, node, rest] = /^(.*)(:\d+)$/.exec(array) ?? [];
  if (node !== undefined) {
    const now = followed(node, ids);
    return now === undefined ? undefined : now + (rest ?? "");
  }
  const key = block === "" ? array : `${block}/${array}`;
  const now = ids.arrays.get(key);
  if (now !== undefined) return now.slice(now.indexOf("/") + 1);
  return ids.removed.has(key) ? undefined : array;
}

function movedCaret(caret: number, before: string, after: string): number {
  const change = replacement(before, after);
  if (change === undefined || caret <= change.from) return caret;
  const end = change.from + change.insert.length;
  return caret >= change.to ? caret - change.to + end : Math.min(caret, end);
}
