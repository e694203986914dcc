import "./margin.css";
import { defaultKeymap } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { lintGutter, type Diagnostic as Mark, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  tooltips,
  type ViewUpdate,
} from "@codemirror/view";
import { isChord } from "../../browser/platform.ts";
import { type Problem, reasonsOf } from "../../editor/problems.ts";
import { replacement } from "../../editor/text-diff.ts";
import { highlighting } from "./code-highlighting.ts";
import { completions } from "./completions.ts";
import { type Marks, markedLine, showMarkedLine } from "./marked-line.ts";

/** What the text panel tells the editor. */
export interface CodeEditorEvents {
  typed(text: string, at: { readonly line: number; readonly caret: number }): void;
  caretMoved(range: TextRange, at: { readonly line: number; readonly column: number }): void;
  undo(): void;
  redo(): void;
  /** Goes to what the line of the caret is in the picture. */
  showInPicture(): void;
}

/** The text as shown by CodeMirror; the document's history is the editor's, not CodeMirror's. */
export interface CodeEditor {
  readonly view: EditorView;
  /** Shows another text with that selected; nothing happens when it is the text already. */
  showText(text: string, range: TextRange): void;
  /** What stands in the margin; the fixes of a problem are asked for when it is looked at. */
  showProblems(problems: readonly Problem[], fixesOf: FixesOf): void;
  showMarks(marks: Marks): void;
  goTo(at: { readonly line: number; readonly column: number }): void;
  destroy(): void;
}

/** What can be done about a problem. */
export type FixesOf = (problem: Problem) => readonly {
  readonly title: string;
  apply(): void;
}[];

/** What is selected of the text: from `anchor` to the caret, which are one where nothing is. */
export interface TextRange {
  readonly caret: number;
  readonly anchor: number;
}

const FromOutside = Annotation.define<boolean>();

/** Mounts the text panel. */
export function mountCodeEditor(
  parent: HTMLElement,
  text: string,
  range: TextRange,
  events: CodeEditorEvents,
): CodeEditor {
  const selection = rangeWithin(range, text);
  const state = EditorState.create({ doc: text, selection, extensions: extensionsFor(events) });
  const view = new EditorView({ state, parent });
  return {
    view,
    showText(next, chosen) {
      const changes = replacement(view.state.doc.toString(), next);
      if (changes === undefined) return;
      view.dispatch({
        changes,
        selection: rangeWithin(chosen, next),
        scrollIntoView: view.hasFocus,
        annotations: FromOutside.of(true),
      });
    },
    showProblems(problems, fixesOf) {
      const marks = problems.map((problem) => markOf(problem, view.state, fixesOf));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    showMarks(marks) {
      view.dispatch({ effects: showMarkedLine.of(marks) });
      if (marks.line === undefined || view.hasFocus || marks.line > view.state.doc.lines) return;
      const { from } = view.state.doc.line(marks.line);
      view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "nearest", yMargin: 44 }) });
    },
    goTo({ line, column }) {
      const found = view.state.doc.line(Math.min(line, view.state.doc.lines));
      const anchor = Math.min(found.from + column - 1, found.to);
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: "center" }),
        annotations: FromOutside.of(true),
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** What is said of a mistake stays below the tabs of the panel, and scrolls where it is longer. */
function roomForTip({ dom }: EditorView): Pick<DOMRect, "left" | "top" | "right" | "bottom"> {
  const isOfMistake = dom.querySelector(".cm-tooltip-lint") !== null;
  const top = isOfMistake ? dom.getBoundingClientRect().top : 0;
  return { left: 0, top, right: innerWidth, bottom: innerHeight };
}

function rangeWithin(
  { caret, anchor }: TextRange,
  text: string,
): { readonly anchor: number; readonly head: number } {
  return { anchor: Math.min(anchor, text.length), head: Math.min(caret, text.length) };
}

function extensionsFor(events: CodeEditorEvents): Extension {
  return [
    Prec.highest(EditorView.domEventHandlers({ keydown: (event) => pressOwnKey(event, events) })),
    keymap.of([...searchKeymap, ...defaultKeymap]),
    lineNumbers(),
    lintGutter(),
    tooltips({ tooltipSpace: roomForTip }),
    drawSelection(),
    search({ top: true }),
    highlightSelectionMatches(),
    highlighting,
    completions,
    markedLine,
    indentUnit.of("  "),
    EditorState.tabSize.of(2),
    EditorState.languageData.of(() => [{ commentTokens: { line: "#" } }]),
    EditorView.contentAttributes.of({
      "aria-label": "Text of the diagram",
      spellcheck: "false",
      tabindex: "0",
    }),
    EditorView.updateListener.of((update) => report(update, events)),
  ];
}

/** Keymaps of CodeMirror take Shift-Mod-Z for Mod-Z while caps lock is on. */
function pressOwnKey(event: KeyboardEvent, events: CodeEditorEvents): boolean {
  if (isChord(event, "Mod-Z")) events.undo();
  else if (isChord(event, "Shift-Mod-Z") || isChord(event, "Mod-Y")) events.redo();
  else if (isChord(event, "Mod-Enter")) events.showInPicture();
  else return false;
  return true;
}

function report(update: ViewUpdate, events: CodeEditorEvents): void {
  if (update.transactions.some((each) => each.annotation(FromOutside) === true)) return;
  if (!update.docChanged && !update.selectionSet) return;
  const { head: caret, anchor } = update.state.selection.main;
  const line = update.state.doc.lineAt(caret);
  if (update.docChanged) {
    events.typed(update.state.doc.toString(), { line: line.number, caret });
  } else {
    events.caretMoved({ caret, anchor }, { line: line.number, column: caret - line.from + 1 });
  }
}

function markOf(problem: Problem, state: EditorState, fixesOf: FixesOf): Mark {
  const { diagnostic, span } = problem;
  const line = state.doc.line(Math.min(span.line, state.doc.lines));
  const from = Math.min(line.from + span.column - 1, line.to);
  const to = Math.min(line.from + span.endColumn - 1, line.to);
  const sentences = [diagnostic.title, reasonsOf(problem)].filter((each) => each !== "");
  return {
    from,
    to: Math.max(from, to),
    severity: diagnostic.severity,
    message: sentences.join("\n").replaceAll("`", ""),
    renderMessage: () => paragraphs(sentences),
    get actions() {
      return fixesOf(problem).map(({ title, apply }) => ({
        name: title.replaceAll("`", ""),
        apply,
      }));
    },
  };
}

/** Sentences in which what stands between backticks is a name, each in a line of its own. */
function paragraphs(sentences: readonly string[]): HTMLElement {
  const all = document.createElement("div");
  for (const sentence of sentences) {
    const line = all.appendChild(document.createElement("p"));
    for (const [at, part] of sentence.split("`").entries()) {
      if (at % 2 === 0) line.append(part);
      else line.appendChild(document.createElement("code")).textContent = part;
    }
  }
  return all;
}
