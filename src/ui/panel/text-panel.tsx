import { type ReactNode, useEffect, useRef } from "react";
import { describe } from "../../editor/described.ts";
import { textPlaces } from "../../editor/follow/text-places.ts";
import { nodeAt } from "../../editor/node-at.ts";
import { textOf } from "../../editor/state.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { COMMANDS, selectionOfNode } from "../commands.ts";
import { litAxes } from "../follow/lit.ts";
import { useFrame } from "../frame-store.ts";
import { applyFix, fixesFor } from "../problems/fixing.ts";
import { type Editor, problemsOf, useEditor } from "../store.ts";
import { type CodeEditor, type CodeEditorEvents, mountCodeEditor } from "./code-editor.ts";
import type { Marks } from "./marked-line.ts";

/** The document as text, beside the picture and always the same. */
export function TextPanel(): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (parent.current === null) return undefined;
    return connect(parent.current);
  }, []);
  return <div ref={parent} className="code-editor" />;
}

const EVENTS: CodeEditorEvents = {
  typed: (text, at) => useEditor.getState().type(text, at),
  caretMoved({ caret, anchor }, at) {
    const { reading, caretAt, select } = useEditor.getState();
    caretAt(caret, anchor);
    if (reading === undefined || reading.text !== textOf(useEditor.getState())) return;
    const node = nodeAt(reading.sources, at);
    const selection = node === undefined ? undefined : selectionOfNode(reading, node);
    if (selection === undefined) return;
    select(selection);
    useFrame.getState().reveal();
  },
  undo: () => COMMANDS.undo.run(),
  redo: () => COMMANDS.redo.run(),
  showInPicture() {
    useFrame.getState().reveal();
    focusCanvas();
  },
};

function connect(parent: HTMLElement): () => void {
  const { text, caret, anchor } = useEditor.getState().history.present;
  const editor = mountCodeEditor(parent, text, { caret, anchor }, EVENTS);
  const show = (state: Editor, before?: Editor): void => showState(editor, state, before);
  show(useEditor.getState());
  const stopEditor = useEditor.subscribe(show);
  const stopFrame = useFrame.subscribe((frame, before) => {
    if (frame.asked !== undefined && frame.asked !== before.asked) editor.goTo(frame.asked.span);
  });
  const { asked } = useFrame.getState();
  if (asked !== undefined) editor.goTo(asked.span);
  return () => {
    stopEditor();
    stopFrame();
    editor.destroy();
  };
}

function showState(editor: CodeEditor, state: Editor, before: Editor | undefined): void {
  if (textOf(state) !== (before && textOf(before))) {
    editor.showText(textOf(state), state.history.present);
  }
  const { reading } = state;
  if (reading !== before?.reading) {
    editor.showProblems(problemsOf(reading), (problem) =>
      reading === undefined
        ? []
        : fixesFor(reading, problem).map((fix) => ({
            title: fix.title,
            apply: () => applyFix(reading, fix),
          })),
    );
  }
  if (
    state.selection !== before?.selection ||
    state.reading !== before?.reading ||
    state.hovered !== before?.hovered ||
    state.pinned !== before?.pinned
  ) {
    editor.showMarks(marksOf(state));
  }
}

/** No words of a text that was typed on since it was read, since its lines may be others. */
function marksOf(state: Editor): Marks {
  const { reading, selection } = state;
  if (reading === undefined) return { line: undefined, wordsIn: () => [] };
  const line = describe(selection, reading)?.line;
  if (reading.text !== textOf(state)) return { line, wordsIn: () => [] };
  const followed = litAxes(state).map((lit) => lit.followed);
  return { line, wordsIn: textPlaces(reading, followed) };
}
