import { type Extension, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { classify } from "../../language/tokens.ts";

const MARKS = new Map<string, Decoration>();

function markOf(kind: string): Decoration {
  const known = MARKS.get(kind) ?? Decoration.mark({ class: `tok-${kind}` });
  MARKS.set(kind, known);
  return known;
}

/** Colours the lines in view by what the language says each word is. */
export const highlighting: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = colour(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = colour(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function colour(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      for (const token of classify(line.text)) {
        builder.add(line.from + token.from, line.from + token.to, markOf(token.kind));
      }
      at = line.to + 1;
    }
  }
  return builder.finish();
}
