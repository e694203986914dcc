import type { Text } from "@codemirror/state";
import { type Extension, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

interface Marked {
  readonly line: number | undefined;
  readonly axes: readonly string[];
}

/** Says which line is the selected thing's and which axes are followed. */
export const showMarkedLine = StateEffect.define<Marked>();

const LINE = Decoration.line({ class: "cm-marked-line" });
const WORD = Decoration.mark({ class: "cm-followed" });
const NAME = /[A-Za-z][A-Za-z0-9_]*'*/g;

interface Shown {
  readonly marked: Marked;
  readonly decorations: DecorationSet;
}

const shown = StateField.define<Shown>({
  create: () => ({ marked: { line: undefined, axes: [] }, decorations: Decoration.none }),
  update(value, transaction) {
    const effect = transaction.effects.find((each) => each.is(showMarkedLine));
    if (effect === undefined && !transaction.docChanged) return value;
    const marked = effect?.value ?? value.marked;
    return { marked, decorations: decorate(transaction.newDoc, marked) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

/** Keeps the marks of `showMarkedLine` on the text. */
export const markedLine: Extension = shown;

function decorate(text: Text, { line, axes }: Marked): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (let at = 1; at <= text.lines; at++) {
    if (at !== line && axes.length === 0) continue;
    const { from, text: content } = text.line(at);
    if (at === line) builder.add(from, from, LINE);
    for (const match of axes.length === 0 ? [] : content.matchAll(NAME)) {
      if (!axes.includes(match[0]) || !isAxisAt(content, match.index)) continue;
      builder.add(from + match.index, from + match.index + match[0].length, WORD);
    }
  }
  return builder.finish();
}

/** Axes are written in brackets, so a name outside of them is an array or a callee. */
function isAxisAt(content: string, at: number): boolean {
  const before = content.slice(0, at);
  return before.lastIndexOf("[") > before.lastIndexOf("]");
}
