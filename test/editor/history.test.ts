import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type History,
  record,
  recordTyping,
  redo,
  startHistory,
  TYPING_PAUSE,
  undo,
} from "../../src/editor/history.ts";
import { DIAGRAM } from "../../src/editor/selection.ts";

function moment(text: string) {
  return {
    text,
    caret: text.length,
    anchor: text.length,
    selection: DIAGRAM,
    more: [],
    trail: [],
  };
}

function textAfter(history: History): string {
  return history.present.text;
}

describe("history", () => {
  it("goes back to the first text and forward to the last, whatever was done", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), (texts) => {
        const end = texts.reduce((h, text) => record(h, moment(text), "Changed"), startHistory(""));
        const steps = end.past.length;
        let history = end;
        for (let step = 0; step < steps; step++) history = undo(history);
        expect(textAfter(history)).toBe("");
        expect(undo(history)).toBe(history);
        for (let step = 0; step < steps; step++) history = redo(history);
        expect(textAfter(history)).toBe(textAfter(end));
        expect(redo(history)).toBe(history);
      }),
    );
  });

  it("makes one step of typing on one line without a rest", () => {
    let history = startHistory("");
    history = recordTyping(history, moment("a"), { line: 1, time: 0 });
    history = recordTyping(history, moment("ab"), { line: 1, time: TYPING_PAUSE });
    history = recordTyping(history, moment("abc"), { line: 1, time: 2 * TYPING_PAUSE });
    expect(textAfter(undo(history))).toBe("");
    expect(history.past).toHaveLength(1);
  });

  it("begins a step when the hands rested or the line changed", () => {
    let history = startHistory("");
    history = recordTyping(history, moment("a"), { line: 1, time: 0 });
    history = recordTyping(history, moment("ab"), { line: 1, time: TYPING_PAUSE + 1 });
    history = recordTyping(history, moment("ab\nc"), { line: 2, time: TYPING_PAUSE + 2 });
    expect(history.past.map((step) => step.text)).toEqual(["", "a", "ab"]);
  });

  it("never merges typing into a step that was undone or made otherwise", () => {
    let history = recordTyping(startHistory(""), moment("a"), { line: 1, time: 0 });
    history = recordTyping(undo(redo(undo(history))), moment("b"), { line: 1, time: 1 });
    expect(textAfter(undo(history))).toBe("");
    history = record(history, moment("b!"), "Opened Encoder");
    history = recordTyping(history, moment("b!?"), { line: 1, time: 2 });
    expect(textAfter(undo(history))).toBe("b!");
  });

  it("forgets what was undone once something else is done", () => {
    const history = record(undo(record(startHistory("a"), moment("b"), "")), moment("c"), "");
    expect(history.future).toEqual([]);
  });

  it("keeps caret and selection of a text that did not change without making a step", () => {
    const history = record(startHistory("a"), { ...moment("a"), caret: 0 }, "Nothing");
    expect(history.past).toEqual([]);
  });
});
