import { create } from "zustand";
import { followTyping } from "../editor/follow-typing.ts";
import type { History } from "../editor/history.ts";
import { derive, readText, refine } from "../editor/pipeline.ts";
import { countProblems, listProblems, type Problem } from "../editor/problems.ts";
import type { Reading } from "../editor/reading.ts";
import type { AxisRef, Selection } from "../editor/selection.ts";
import {
  changeText,
  type EditorState,
  enterBlock,
  hoverAxis,
  leaveTo,
  moveCaret,
  openCall,
  openedState,
  pinAxis,
  renameTrail,
  select,
  textOf,
  travelSteps,
  typeText,
} from "../editor/state.ts";
import { followTrail } from "../editor/trail.ts";
import type { SceneId } from "../scene/scene.ts";

/** How long the text rests before it is read, in milliseconds. */
const IDLE = 150;

/** How long a picture is shown before a better order is looked for, so that it is painted first. */
const GLANCE = 50;

/** The document being edited with all that may be done to it. */
export interface Editor extends EditorState {
  /** Set while the picture is older than the text. */
  readonly behind: boolean;
  /** Set when reading the text failed inside; the last picture stays. */
  readonly failure: string | undefined;
  /** Goes up by one with every document that is opened. */
  readonly opening: number;
  /** The width of the rows that the picture is cut into to fit the screen. */
  readonly rows: number | undefined;
  /** `history` is what this browser has kept of the text's. */
  openText(text: string, name?: string, history?: History): void;
  type(text: string, at: { readonly line: number; readonly caret: number }): void;
  change(text: string, label: string): void;
  /** `anchor` is the other end of a selected range. */
  caretAt(caret: number, anchor: number): void;
  /** `more` are nodes of the picture selected beside it. */
  select(selection: Selection, more?: readonly SceneId[]): void;
  openCall(call: { readonly node: string; readonly title: string }, open: boolean): void;
  enter(block: string): void;
  leaveTo(depth: number): void;
  showRows(width: number | undefined): void;
  /** Goes so many steps of the history forward, or back below zero. */
  travel(steps: number): void;
  undo(): void;
  redo(): void;
  hover(axis: AxisRef | undefined): void;
  pin(axis: AxisRef | undefined): void;
}

/** The one store of the document; the frame's own state is in `frame-store.ts`. */
export const useEditor = create<Editor>()((set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readNow = (): void => {
    clearTimeout(timer);
    try {
      const state = get().behind ? followTyping(get()) : get();
      const { reading: before } = state;
      const text = textOf(state);
      const read = before?.text === text ? before.read : readText(text);
      const trail = followTrail(state.trail, before?.document, read.document);
      const reading = derive(text, trail.at(-1), { text, read }, get().rows, before);
      const remembered = get().behind ? state.remembered : read.document;
      const there = trail === state.trail ? state : renameTrail(state, trail);
      set({ ...there, reading, remembered, failure: undefined, behind: false });
      refineLater(reading);
    } catch (error) {
      set({ failure: error instanceof Error ? error.message : String(error), behind: false });
    }
  };
  const refineLater = (reading: Reading): void => {
    if (!reading.scene.isProvisional) return;
    setTimeout(() => {
      if (get().reading === reading) refineNow(reading);
    }, GLANCE);
  };
  const refineNow = (reading: Reading): void => {
    refine(reading).then(
      (scene) => {
        if (scene === undefined || get().reading !== reading) return;
        set({ reading: { ...reading, scene } });
      },
      // The picture of the synchronous order stays.
      () => undefined,
    );
  };
  const readLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(readNow, IDLE);
  };
  return {
    ...openedState(""),
    behind: true,
    failure: undefined,
    opening: 0,
    rows: undefined,
    openText(text, name, history) {
      const opened = openedState(text, name, history);
      set({ ...opened, behind: true, opening: get().opening + 1 });
      readNow();
    },
    type(text, at) {
      set({ ...typeText(get(), text, { ...at, time: Date.now() }), behind: true });
      readLater();
    },
    change(text, label) {
      set(changeText(get(), text, label));
      readNow();
    },
    caretAt: (caret, anchor) => set(moveCaret(get(), caret, anchor)),
    select: (selection, more) => set(select(get(), selection, more)),
    openCall(call, open) {
      set(openCall(get(), call, open));
      readNow();
    },
    enter(block) {
      set(enterBlock(get(), block));
      readNow();
    },
    showRows(rows) {
      if (get().rows === rows) return;
      set({ rows });
      if (get().reading !== undefined) readNow();
    },
    leaveTo(depth) {
      set(leaveTo(get(), depth));
      readNow();
    },
    undo: () => get().travel(-1),
    redo: () => get().travel(1),
    travel(steps) {
      // What was typed a moment ago belongs to its step.
      if (get().behind) readNow();
      set(travelSteps(get(), steps));
      readNow();
    },
    hover: (axis) => set(hoverAxis(get(), axis)),
    pin: (axis) => set(pinAxis(get(), axis)),
  };
});

/** The text as it stands now. */
export function currentText(): string {
  return textOf(useEditor.getState());
}

const problemLists = new WeakMap<Reading, readonly Problem[]>();

/** The problems of a reading, found once for each. */
export function problemsOf(reading: Reading | undefined): readonly Problem[] {
  if (reading === undefined) return [];
  const known = problemLists.get(reading);
  if (known !== undefined) return known;
  const found = listProblems(reading.diagnostics, reading.sources, reading);
  problemLists.set(reading, found);
  return found;
}

/** How many errors and warnings there are. */
export function useProblemCount(): number {
  return useEditor((state) => countProblems(problemsOf(state.reading)));
}
