import { type Extension, type Range, StateEffect } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import type { TextPlace } from "../../editor/follow/text-places.ts";

/** The line of the selected thing, and the words of the axes that are followed. */
export interface Marks {
  readonly line: number | undefined;
  wordsIn(line: number, text: string): readonly TextPlace[];
}

/** Says which line is the selected thing's and which words are followed. */
export const showMarkedLine = StateEffect.define<Marks>();

const LINE = Decoration.line({ class: "cm-marked-line" });
const WORD = Decoration.mark({ class: "cm-followed" });

/** Keeps the marks of `showMarkedLine` on the lines in view. */
export const markedLine: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = Decoration.none;
    /** Absent once the text was typed on: its marks only move, until they are shown anew. */
    marks: Marks | undefined;

    update(update: ViewUpdate): void {
      const effects = update.transactions.flatMap((each) => each.effects);
      const shown = effects.findLast((each) => each.is(showMarkedLine));
      if (shown !== undefined) this.marks = shown.value;
      else if (update.docChanged) this.marks = undefined;
      if (this.marks === undefined) this.decorations = this.decorations.map(update.changes);
      else if (shown !== undefined || update.viewportChanged) {
        this.decorations = decorate(update.view, this.marks);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function decorate({ state, visibleRanges }: EditorView, { line, wordsIn }: Marks): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const { number, from: start, to: end, text } = state.doc.lineAt(at);
      if (number === line) marks.push(LINE.range(start));
      for (const word of wordsIn(number, text)) {
        marks.push(WORD.range(start + word.from, start + word.to));
      }
      at = end + 1;
    }
  }
  return Decoration.set(marks, true);
}
