import type { Text } from "@codemirror/state";
import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { TextPlace } from "../../editor/follow/text-places.ts";

/** The line of the selected thing, and the words of the axes that are followed, in text order. */
export interface Marks {
  readonly line: number | undefined;
  readonly words: readonly TextPlace[];
}

/** Says which line is the selected thing's and which words are followed. */
export const showMarkedLine = StateEffect.define<Marks>();

const LINE = Decoration.line({ class: "cm-marked-line" });
const WORD = Decoration.mark({ class: "cm-followed" });

const shown = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    const effect = transaction.effects.find((each) => each.is(showMarkedLine));
    if (effect !== undefined) return decorate(transaction.newDoc, effect.value);
    return transaction.docChanged ? decorations.map(transaction.changes) : decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Keeps the marks of `showMarkedLine` on the text. */
export const markedLine: Extension = shown;

function decorate(text: Text, { line, words }: Marks): DecorationSet {
  const marks = words.flatMap((word) => {
    if (word.line > text.lines) return [];
    const { from, length } = text.line(word.line);
    return word.to > length ? [] : [WORD.range(from + word.from, from + word.to)];
  });
  const lines = line === undefined || line > text.lines ? [] : [LINE.range(text.line(line).from)];
  return Decoration.set([...lines, ...marks], true);
}
