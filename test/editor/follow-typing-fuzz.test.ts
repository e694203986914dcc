import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followTyping } from "../../src/editor/follow-typing.ts";
import type { Selection } from "../../src/editor/selection.ts";
import { type EditorState, openedState, select, textOf, typeText } from "../../src/editor/state.ts";
import { readPreset } from "../support/reading.ts";

const LAYOUT = `
layout:
  open Transformer/Z'
  place MultiHeadAttention/Q dy=4
  place MultiHeadAttention/Z before MultiHeadAttention/S
  label MultiHeadAttention/array S "\\bar{S}"
  label DecoderLayer/array B "\\hat{B}"
`;

const TEXT = `${readPreset("transformer").text.trimEnd()}\n${LAYOUT}`;

const BODY = TEXT.slice(0, TEXT.indexOf("layout:"));

const NODES = ["MultiHeadAttention/S", "MultiHeadAttention/Z", "EncoderLayer/A"];

/** Where each line of the text begins and ends. */
const LINES = [...BODY.matchAll(/^.*$/gm)].map(({ index, 0: line }) => ({
  from: index,
  to: index + line.length,
}));

function selected(node: string): Selection {
  return { kind: "operation", id: node, definition: node.slice(0, node.indexOf("/")), node };
}

function typed(state: EditorState, text: string): EditorState {
  return followTyping(typeText(state, text, { line: 1, caret: 0, time: 0 }));
}

/** Characters of one line, taken out one by one from behind or from the front, never all of them. */
const arbitraryCut = fc
  .constantFrom(...LINES.filter(({ from, to }) => to - from > 6))
  .chain((line) =>
    fc
      .record({
        from: fc.integer({ min: line.from, max: line.to - 3 }),
        length: fc.integer({ min: 1, max: 9 }),
        node: fc.constantFrom(...NODES),
      })
      .map(({ from, length, node }) => ({ from, to: Math.min(from + length, line.to - 2), node })),
  );

describe("cutting into a line and typing it again", () => {
  it("keeps selection, layout lines and every byte", () => {
    fc.assert(
      fc.property(arbitraryCut, ({ from, to, node }) => {
        let state = select(followTyping(openedState(TEXT)), selected(node));
        const cut = TEXT.slice(from, to);
        for (let at = 0; at < cut.length; at += 1) {
          const text = textOf(state);
          state = typed(state, text.slice(0, from) + text.slice(from + 1));
        }
        for (const [at, character] of [...cut].entries()) {
          const text = textOf(state);
          state = typed(state, text.slice(0, from + at) + character + text.slice(from + at));
        }
        expect(textOf(state)).toBe(TEXT);
        expect(state.selection).toEqual(selected(node));
      }),
      { numRuns: 60 },
    );
  });
});
