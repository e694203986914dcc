import fc from "fast-check";
import { expect } from "vitest";
import type { EditContext } from "../../src/editor/edit.ts";
import { readText } from "../../src/editor/pipeline.ts";
import {
  changeText,
  type EditorState,
  openCall,
  openedState,
  textOf,
  travelSteps,
  typeText,
} from "../../src/editor/state.ts";
import { printVerbatim } from "../../src/language/print.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { Chooser } from "./chooser.ts";
import { holdEditLaws, isWhole } from "./edit-laws.ts";
import { type RandomEdit, randomEdit, runEdit } from "./random-edits.ts";

/** One thing that a hand does in the editor; the numbers choose among what the file has. */
export type RandomStep =
  | { readonly kind: "edit"; readonly edit: RandomEdit }
  | { readonly kind: "undo" | "redo" | "open"; readonly picks: readonly number[] }
  | { readonly kind: "type"; readonly picks: readonly number[] };

const picks = fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 });

/** Anything, most often a command. */
export const randomStep: fc.Arbitrary<RandomStep> = fc.oneof(
  { weight: 14, arbitrary: randomEdit.map((edit): RandomStep => ({ kind: "edit", edit })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo" as const), picks }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("redo" as const), picks }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("open" as const), picks }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("type" as const), picks }) },
);

/** Drawing takes longest, so that only every so manieth picture is looked at. */
const EVERY = 20;

/**
 * Does one thing after the other to a text, as the editor does, and holds after each what is always
 * true: an edit is one step that undo takes back and redo repeats to the letter, its text and its
 * document say the same, ids are unique, nothing dangles, no other line changes, and what is drawn
 * has a place. `texts` is the history as a plain list, which the editor's has to agree with.
 */
export function holdSession(
  text: string,
  steps: readonly RandomStep[],
  hold: typeof holdEditLaws = holdEditLaws,
): void {
  let state = openedState(text);
  let texts = { past: [] as readonly string[], future: [] as readonly string[] };
  steps.forEach((step, at) => {
    const before = textOf(state);
    const context = contextOf(before);
    const next = telling(before, step, () => take(state, context, { step, at, hold }));
    const after = textOf(next);
    if (step.kind === "undo" || step.kind === "redo") {
      const [from, to] =
        step.kind === "undo" ? (["past", "future"] as const) : (["future", "past"] as const);
      expect(after).toBe(texts[from].at(-1) ?? before);
      if (texts[from].length > 0) {
        texts = { ...texts, [from]: texts[from].slice(0, -1), [to]: [...texts[to], before] };
      }
    } else if (after !== before) {
      texts = { past: [...texts.past, before], future: [] };
      holdHistory(next, before);
    }
    state = next;
    if (at % EVERY === EVERY - 1) telling(after, step, () => holdPicture(contextOf(after)));
  });
  while (texts.past.length > 0) {
    state = travelSteps(state, -1);
    expect(textOf(state)).toBe(texts.past.at(-1));
    texts = { ...texts, past: texts.past.slice(0, -1) };
  }
  expect(textOf(state)).toBe(text);
}

/** Says what was done to which text when a law does not hold. */
function telling<Result>(text: string, step: RandomStep, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    throw new Error(`${says}\n\n${JSON.stringify(step)} of\n${text}`, { cause: error });
  }
}

function contextOf(text: string): EditContext {
  const { document } = readText(text);
  return { document, typed: inferDiagram(document) };
}

interface Taken {
  readonly step: RandomStep;
  readonly at: number;
  readonly hold: typeof holdEditLaws;
}

function take(state: EditorState, context: EditContext, { step, at, hold }: Taken): EditorState {
  switch (step.kind) {
    case "edit": {
      const edit = hold(context, runEdit(step.edit));
      return edit.ok ? changeText(state, printVerbatim(edit.document), edit.label) : state;
    }
    case "undo":
      return travelSteps(state, -1);
    case "redo":
      return travelSteps(state, 1);
    case "open": {
      const choose = new Chooser(context, step.picks);
      return openCall(state, { node: choose.node(), title: "a block" }, choose.number(3) > 0);
    }
    case "type": {
      const choose = new Chooser(context, step.picks);
      const typed = typedText(textOf(state), choose);
      // Nobody types so slowly that each is a step, or so fast that two are one; here each is.
      return typeText(state, typed.text, { line: typed.line, caret: 0, time: at * 10_000 });
    }
  }
}

/** What stands on a line after some keys: words of the language, and slips of the hand. */
const TYPED = [" ", "relu(", ")", "A", "[t]", "x", " = ", "# ", "?", "\n", "\nB[k] = exp(A)\n"];

function typedText(
  text: string,
  choose: Chooser,
): { readonly text: string; readonly line: number } {
  const at = choose.number(text.length + 1);
  const line = text.slice(0, at).split("\n").length;
  const cut = choose.number(3);
  return { text: text.slice(0, at) + choose.of(TYPED, " ") + text.slice(at + cut), line };
}

function holdHistory(state: EditorState, before: string): void {
  const undone = travelSteps(state, -1);
  expect(textOf(undone)).toBe(before);
  expect(textOf(travelSteps(undone, 1))).toBe(textOf(state));
}

function holdPicture(context: EditContext): void {
  const { document, typed } = context;
  const { bounds, nodes } = drawDiagram(typed, document);
  for (const { x, y, width, height } of [bounds, ...nodes.map((node) => node.bounds)]) {
    expect([x, y, width, height].every(Number.isFinite)).toBe(true);
  }
  if (!isWhole(context)) return;
  const ids = nodes.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
}
