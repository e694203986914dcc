import { expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { blockArrowsOf, setArrow } from "../../../src/editor/edits/block-arrow.ts";
import { parse } from "../../../src/language/parse.ts";
import { changes, refusal } from "../../support/edit-laws.ts";

const TEXT = `block F(X[t]) -> Y[t]:
  Y[t] = relu(X)

block G(X[t]) -> Y[t]:
  Y[t] = tanh(X)

layout:
  figure F => "Made" G
  figure = G
`;

const arrow =
  (to: { words: string } | { colour: "broadcasting" | "inner-broadcasting" }, part = 1) =>
  (context: EditContext) =>
    setArrow(context, { at: 0, part, ...to });

it("the block arrows of a file are found with their words", () => {
  expect(blockArrowsOf(parse(TEXT).document)).toEqual([
    { at: 0, part: 1, block: "G", relation: { sign: "=>", words: "Made" } },
  ]);
});

it("a block arrow takes a colour and words, and loses them", () => {
  expect(changes(TEXT, arrow({ colour: "inner-broadcasting" }))).toEqual([
    '- figure F => "Made" G',
    '+ figure F => colour=inner-broadcasting "Made" G',
  ]);
  const coloured = TEXT.replace('"Made"', 'colour=inner-broadcasting "Made"');
  expect(changes(coloured, arrow({ colour: "broadcasting" }))).toContain('+ figure F => "Made" G');
  expect(changes(coloured, arrow({ words: " $\\times 4$  more " }))).toContain(
    '+ figure F => colour=inner-broadcasting "$\\times 4$ more" G',
  );
  expect(changes(TEXT, arrow({ words: "" }))).toContain("+ figure F => G");
});

it("no other relation takes them", () => {
  expect(refusal(TEXT, arrow({ words: "x" }, 0))).toBe("This is no longer in the file.");
});
