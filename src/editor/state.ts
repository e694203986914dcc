import type { Document } from "../document/document.ts";
import type { SceneId } from "../scene/scene.ts";
import {
  type History,
  record,
  recordTyping,
  remember,
  startHistory,
  travel,
  type View,
} from "./history.ts";
import { setOpen } from "./layout-lines.ts";
import type { Reading } from "./reading.ts";
import { type AxisRef, DIAGRAM, type Selection } from "./selection.ts";

/** Everything that is edited or looked at; what can be derived from the text stands in `reading`. */
export interface EditorState {
  readonly history: History;
  /** The file's name without its ending, when there is a file. */
  readonly name: string | undefined;
  /** Blocks that were entered, outermost first; the last one is the picture. */
  readonly trail: readonly string[];
  /** What was derived last; older than the text while someone types. */
  readonly reading: Reading | undefined;
  /** What typing is compared with, to find again what it renames and moves. */
  readonly remembered: Document | undefined;
  readonly selection: Selection;
  /** Nodes of the picture that are selected beside it. */
  readonly more: readonly SceneId[];
  /** The axis under the pointer and the axis that stays lit. */
  readonly hovered: AxisRef | undefined;
  readonly pinned: AxisRef | undefined;
}

/** A document just opened. */
export function openedState(
  text: string,
  name?: string,
  history: History = startHistory(text),
): EditorState {
  const { selection, more, trail } = history.present;
  return {
    history,
    name,
    trail,
    reading: undefined,
    remembered: undefined,
    selection,
    more,
    hovered: undefined,
    pinned: undefined,
  };
}

/** The text as it stands now. */
export function textOf(state: EditorState): string {
  return state.history.present.text;
}

/** Typing in the text panel. */
export function typeText(
  state: EditorState,
  text: string,
  at: { readonly line: number; readonly caret: number; readonly time: number },
): EditorState {
  const { selection, more, trail } = state;
  const moment = { text, caret: at.caret, anchor: at.caret, selection, more, trail };
  return { ...state, history: recordTyping(state.history, moment, at) };
}

/** Any other change of the text: one step of the history. */
export function changeText(state: EditorState, text: string, label: string): EditorState {
  const caret = Math.min(state.history.present.caret, text.length);
  const { selection, more, trail } = state;
  const moment = { text, caret, anchor: caret, selection, more, trail };
  return { ...state, history: record(state.history, moment, label) };
}

/** Selects something, which is not a step but comes back with undo; `more` is selected beside it. */
export function select(
  state: EditorState,
  selection: Selection,
  more: readonly SceneId[] = [],
): EditorState {
  return noted({ ...state, selection, more });
}

/** Remembers where the caret is, and where the range of the text begins that it ends. */
export function moveCaret(state: EditorState, caret: number, anchor: number): EditorState {
  return noted(state, { caret, anchor });
}

/** Opens or closes a call in place, at every copy of its definition. */
export function openCall(
  state: EditorState,
  call: { readonly node: string; readonly title: string },
  open: boolean,
): EditorState {
  const text = setOpen(textOf(state), call.node, open);
  return changeText(state, text, `${open ? "Opened" : "Closed"} ${call.title}`);
}

/** Makes a block the picture. */
export function enterBlock(state: EditorState, block: string): EditorState {
  if (state.trail.at(-1) === block) return state;
  return noted({ ...state, trail: [...state.trail, block], selection: DIAGRAM, more: [] });
}

/** Goes back up until so many entered blocks are left. */
export function leaveTo(state: EditorState, depth: number): EditorState {
  return noted({ ...state, trail: state.trail.slice(0, depth), selection: DIAGRAM, more: [] });
}

/** So many steps forward, or back below zero, with what was selected and shown at that moment. */
export function travelSteps(state: EditorState, steps: number): EditorState {
  const history = travel(state.history, steps);
  if (history === state.history) return state;
  const { selection, more, trail } = history.present;
  return { ...state, history, selection, more, trail };
}

/** The trail under the names that its blocks have now. */
export function renameTrail(state: EditorState, trail: readonly string[]): EditorState {
  const present = { ...state.history.present, trail, at: trail };
  return { ...state, trail, history: { ...state.history, present } };
}

/** Has undo come back to what is selected and shown now. */
function noted(
  state: EditorState,
  { caret, anchor }: Pick<View, "caret" | "anchor"> = state.history.present,
): EditorState {
  const { selection, more, trail } = state;
  const history = remember(state.history, { caret, anchor, selection, more, trail });
  return { ...state, history };
}

/** Lights an axis up, or puts the light out. */
export function hoverAxis(state: EditorState, axis: AxisRef | undefined): EditorState {
  return sameAxis(state.hovered, axis) ? state : { ...state, hovered: axis };
}

/** Keeps an axis lit; once more lets it go. */
export function pinAxis(state: EditorState, axis: AxisRef | undefined): EditorState {
  return { ...state, pinned: sameAxis(state.pinned, axis) ? undefined : axis };
}

function sameAxis(a: AxisRef | undefined, b: AxisRef | undefined): boolean {
  return a?.axis === b?.axis && a?.definition === b?.definition && a?.path === b?.path;
}
