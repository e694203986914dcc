import { describe, expect, it } from "vitest";
import { followTyping } from "../../src/editor/follow-typing.ts";
import { DIAGRAM, type Selection } from "../../src/editor/selection.ts";
import {
  changeText,
  type EditorState,
  enterBlock,
  leaveTo,
  openedState,
  pinAxis,
  select,
  textOf,
  travelSteps,
  typeText,
} from "../../src/editor/state.ts";
import { dedent } from "../support/typed.ts";

const TEXT = dedent(`
  # Attention, with one head.
  block Attention(E[y m], X[x m]) -> O[y m]:
    Q[y k] = linear[m -> k](E)
    K[x k]  =  linear[m -> k](X)   # keys
    S[y x] = dot[k](Q, K) / sqrt(k)
    A[y x] = softmax[x](S)
    # What is read.
    O[y m] = dot[x](A, X)

  input I[t m]
  J[t m] = I + Attention(I, I)
  output J
  layout:
    open J.2   # look inside
    place Attention/Q dy=4
    place Attention/A before Attention/S.1
    label Attention/array S "\\bar{S}"
    label Attention/array X "\\bar{X}"
    detail Attention arrays
`);

const SOFTMAX: Selection = {
  kind: "operation",
  id: "J.2>Attention/A",
  definition: "Attention",
  node: "Attention/A",
};

const SCALE: Selection = {
  kind: "operation",
  id: "J.2>Attention/S",
  definition: "Attention",
  node: "Attention/S",
};

/** A state in which the text was read and something is selected. */
function opened(selection: Selection = SOFTMAX, text = TEXT): EditorState {
  return select(followTyping(openedState(text)), selection);
}

let clock = 0;

/** Types texts one after the other, each of them read. */
function typing(state: EditorState, ...texts: readonly string[]): EditorState {
  return texts.reduce((before, text) => {
    clock += 1;
    return followTyping(typeText(before, text, { line: 1, caret: 3, time: clock }));
  }, state);
}

function replaced(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  return edited;
}

/** The lines of `layout:` that are others than before. */
function layoutChanges(state: EditorState): readonly string[] {
  const lines = (text: string) => text.slice(text.indexOf("layout:")).split("\n");
  return lines(textOf(state)).filter((line) => !lines(TEXT).includes(line));
}

/** What was typed stands as it was typed, down to the layout section. */
function expectTyped(state: EditorState, typed: string): void {
  const above = (text: string) => text.slice(0, text.indexOf("layout:"));
  expect(above(textOf(state))).toBe(above(typed));
}

describe("typing", () => {
  it("that renames an array keeps it selected, opened and placed", () => {
    const typed = replaced(TEXT, "A[y x] =", "W[y x] =");
    const state = typing(opened(), typed);
    expectTyped(state, typed);
    expect(state.selection).toEqual({ ...SOFTMAX, id: "J.2>Attention/W", node: "Attention/W" });
    expect(layoutChanges(state)).toEqual(["  place Attention/W before Attention/S.1"]);
    const all = TEXT.replace("layout:", "\nlayout:").replaceAll(/\bJ\b(?!\.)/g, "R");
    expect(layoutChanges(typing(opened(), all))).toEqual(["  open R.2   # look inside"]);
  });

  it("that renames in small steps, through lines that cannot be read, is the same renaming", () => {
    const line = "A[y x] = softmax[x](S)";
    const lines = [
      "[y x] = softmax[x](S)",
      "= # first",
      "W # first",
      "W[y x",
      "W[y x] = ",
      "W[y x] = softmax[x](S)",
    ];
    let [state, before] = [opened(), line];
    for (const written of lines) {
      const typed = replaced(textOf(state), before, written);
      state = typing(state, typed);
      expectTyped(state, typed);
      before = written;
    }
    expect(state.selection).toEqual({ ...SOFTMAX, id: "J.2>Attention/W", node: "Attention/W" });
    expect(layoutChanges(state)).toEqual(["  place Attention/W before Attention/S.1"]);
  });

  it("that leaves a line half typed keeps all that is about it", () => {
    for (const written of ["A[y x] = soft(", "A[y x", "A"]) {
      const typed = replaced(TEXT, "A[y x] = softmax[x](S)", written);
      const state = typing(opened(), typed);
      expect(textOf(state)).toBe(typed);
      expect(state.selection).toEqual(SOFTMAX);
      const back = typing(state, TEXT);
      expect([textOf(back), back.selection]).toEqual([TEXT, SOFTMAX]);
    }
    const part = typing(opened(SCALE), replaced(TEXT, "/ sqrt(k)", "/ sqrt("), TEXT);
    expect(part.selection).toEqual(SCALE);
  });

  it("that reorders, inserts or changes an operation renames nothing", () => {
    const lines = TEXT.split("\n");
    const [q = "", k = ""] = lines.slice(2, 4);
    const texts = [
      lines.toSpliced(2, 2, k, q).join("\n"),
      replaced(TEXT, "  A[y", "  T = relu(S)\n  A[y"),
      replaced(TEXT, "softmax[x]", "log_softmax[x]"),
    ];
    for (const typed of texts) {
      const state = typing(opened(), typed);
      expect([textOf(state), state.selection]).toEqual([typed, SOFTMAX]);
    }
  });

  it("that renames the block takes along what is in it and the axis that is lit", () => {
    const typed = TEXT.replaceAll("Attention(", "Heads(");
    const lit = pinAxis(opened(), { path: "J.2", definition: "Attention", axis: "x" });
    const state = typing(lit, typed);
    expectTyped(state, typed);
    expect(state.selection).toEqual({
      kind: "operation",
      id: "J.2>Heads/A",
      definition: "Heads",
      node: "Heads/A",
    });
    expect(state.pinned).toEqual({ path: "J.2", definition: "Heads", axis: "x" });
    expect(layoutChanges(state)).toEqual([
      "  place Heads/Q dy=4",
      "  place Heads/A before Heads/S.1",
      '  label Heads/array S "\\bar{S}"',
      '  label Heads/array X "\\bar{X}"',
      "  detail Heads arrays",
    ]);
  });

  it("in the head of a block that cannot be read for a moment keeps what is in it", () => {
    const half = replaced(TEXT, "block Attention(E[y m]", "block Attention(E[y ");
    const state = typing(opened(), half, TEXT);
    expect([textOf(state), state.selection]).toEqual([TEXT, SOFTMAX]);
  });

  it("that renames a port takes its label along", () => {
    const state = typing(opened(), replaced(TEXT, /, X\[x m\]\)/, ", Y[x m])"));
    expect(layoutChanges(state)).toEqual(['  label Attention/array Y "\\bar{X}"']);
  });

  it("keeps an array and an axis of it selected", () => {
    const array = { path: "J.2", definition: "Attention", array: "S" };
    const typed = replaced(TEXT, "S[y x] =", "T[y x] =");
    expect(typing(opened({ kind: "array", ...array }), typed).selection).toEqual({
      kind: "array",
      ...array,
      array: "T",
    });
    const strand = { kind: "strand", ...array, axis: "x" } as const;
    expect(typing(opened(strand), typed).selection).toEqual({ ...strand, array: "T" });
  });

  it("lets go of what is deleted, and leaves the layout line", () => {
    const typed = replaced(TEXT, / {2}A\[y.*\n/, "");
    const state = typing(opened(), typed);
    expect(textOf(state)).toBe(typed);
    expect(state.selection).toEqual(DIAGRAM);
  });

  it("is one step with what follows it, which undo takes back to the byte", () => {
    const typed = replaced(TEXT, "A[y x] =", "W[y x] =");
    const state = typing(opened(), typed.replace("W[", "Wo["), typed);
    expect(state.history.past).toHaveLength(1);
    const back = travelSteps(state, -1);
    expect([textOf(back), back.selection]).toEqual([TEXT, SOFTMAX]);
    const again = travelSteps(back, 1);
    expect([textOf(again), again.selection]).toEqual([textOf(state), state.selection]);
  });

  it("in the layout section itself is left alone", () => {
    const typed = replaced(TEXT, "A[y x] =", "W[y x] =").replace(
      "place Attention/A",
      "place Attention/W",
    );
    expect(layoutChanges(typing(opened(), typed))).toEqual([
      "  place Attention/W before Attention/S.1",
    ]);
    const spaced = replaced(TEXT, "  place Attention/Q dy=4", "  place   Attention/Q dy=5");
    expect(textOf(typing(opened(), spaced))).toBe(spaced);
  });

  it("leaves the caret where it is in the text", () => {
    const typed = replaced(TEXT, "J[t m] =", "Sum[t m] =").replace("output J", "output Sum");
    const at = typed.indexOf("detail") + 3;
    const state = followTyping(typeText(opened(), typed, { line: 1, caret: at, time: 0 }));
    expect(textOf(state).slice(state.history.present.caret - 3)).toMatch(/^detail/);
  });
});

describe("a step", () => {
  it("comes back with the block that it was made in, wherever one has gone since", () => {
    const inside = enterBlock(opened(), "Attention");
    const selected = select(inside, { ...SOFTMAX, id: "Attention/A" });
    const elsewhere = select(leaveTo(changeText(selected, `${TEXT}\n`, "Changed"), 0), SCALE);
    const back = travelSteps(elsewhere, -1);
    expect([back.trail, back.selection]).toEqual([selected.trail, selected.selection]);
    const again = travelSteps(back, 1);
    expect([again.trail, again.selection]).toEqual([["Attention"], DIAGRAM]);
    expect(travelSteps(again, 1)).toBe(again);
  });
});
