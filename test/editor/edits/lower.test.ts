import { expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { toggleBelow } from "../../../src/editor/edits/lower.ts";
import { remove } from "../../../src/editor/edits/remove.ts";
import { renameArray } from "../../../src/editor/edits/rename-array.ts";
import { renameBlock } from "../../../src/editor/edits/rename-definition.ts";
import { edited, refusal, textAfter } from "../../support/edit-laws.ts";

const TEXT = `block F(X[t]) -> Y[t]:
  H[t] = relu(X)
  Y[t] = tanh(exp(H))

block G(X[t]) -> Y[t]:
  Y[t] = F(X)
`;
const MAIN = `main G\n${TEXT}`;

const lower = (node?: string) => (context: EditContext) =>
  toggleBelow(context, node === undefined ? {} : { node });

it("a function is drawn below its wires, and above again", () => {
  const lowered = textAfter(MAIN, lower("F/H"));
  expect(lowered).toBe(`${MAIN}\nlayout:\n  below F/H\n`);
  expect(textAfter(lowered, lower("F/H"))).toBe(MAIN);
  expect(textAfter(MAIN, lower("F/Y.1"))).toContain("  below F/Y.1\n");
});

it("all functions of a block are, where its call is selected or it is the picture", () => {
  expect(textAfter(MAIN, lower("G/Y"))).toContain("  below block:F\n");
  expect(textAfter(MAIN, lower())).toContain("  below block:G\n");
  expect(edited(MAIN, lower("G/Y")).label).toBe("Lowered the functions of F");
});

it("the line follows names and goes with what it is about", () => {
  const one = textAfter(MAIN, lower("F/H"));
  const array = (context: EditContext) =>
    renameArray(context, { array: { definition: "F", array: "H" }, name: "Z" });
  expect(textAfter(one, array)).toContain("  below F/Z\n");
  const gone = (context: EditContext) =>
    remove(context, { removals: [{ node: "F/H" }], heal: "heal" });
  expect(textAfter(one, gone)).not.toContain("below");
  const all = textAfter(MAIN, lower("G/Y"));
  const block = (context: EditContext) => renameBlock(context, { block: "F", name: "Cell" });
  expect(textAfter(all, block)).toContain("  below block:Cell\n");
  expect(textAfter(one, block)).toContain("  below Cell/H\n");
});

it("says what has to be selected", () => {
  const says = "Select an elementwise function, or the call of a block for all of its own.";
  expect(refusal("input X[t]\nY[t] = relu(X)\n", lower())).toBe(says);
  expect(refusal(MAIN, lower("nowhere"))).toBe(says);
});
