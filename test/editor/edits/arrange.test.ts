import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import {
  type LabelTarget,
  placeAt,
  placeBefore,
  release,
  setLabel,
} from "../../../src/editor/edits/arrange.ts";
import { renameArray } from "../../../src/editor/edits/rename-array.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const place = (node: string, dy: number) => (context: EditContext) =>
  placeAt(context, { node, dy });
const above = (node: string, other: string) => (context: EditContext) =>
  placeBefore(context, { node, other });
const free = (nodes?: readonly string[]) => (context: EditContext) =>
  release(context, { ...(nodes && { nodes }) });
const label = (name: string, tex: string, rest: Partial<LabelTarget> = {}) => {
  return (context: EditContext) =>
    setLabel(context, { target: { definition: "", of: "axis", name, ...rest }, tex });
};

const TEXT = "input X[t d]\nA[t d] = relu(X)\nB[t d] = tanh(X)\n";
const PLACED = `${TEXT}\nlayout:\n  place A dy=4\n  place B before A\n`;

describe("what is placed by hand", () => {
  it("begins a layout section, which ends with it", () => {
    expect(textAfter(TEXT, place("A", 3.6))).toBe(`${TEXT}\nlayout:\n  place A dy=4\n`);
    expect(edited(TEXT, place("A", 4)).label).toBe("Placed A by hand");
    expect(textAfter(PLACED, free())).toBe(TEXT);
    expect(edited(PLACED, free()).label).toBe("Gave everything back to the layout");
  });

  it("has one height and one order", () => {
    expect(changes(PLACED, place("A", -2))).toEqual(["- place A dy=4", "+ place A dy=-2"]);
    expect(changes(PLACED, above("A", "B"))).toEqual(["- place B before A", "+ place A before B"]);
    expect(edited(PLACED, above("A", "B")).label).toBe("Moved A above B");
    expect(changes(PLACED, free(["A"]))).toEqual(["- place A dy=4"]);
  });

  it("follows the names of its nodes", () => {
    const rename = (context: EditContext) =>
      renameArray(context, { array: { definition: "", array: "A" }, name: "H" });
    expect(changes(PLACED, rename)).toEqual([
      "- A[t d] = relu(X)",
      "+ H[t d] = relu(X)",
      "- place A dy=4",
      "- place B before A",
      "+ place H dy=4",
      "+ place B before H",
    ]);
  });

  it("is refused where there is nothing to place", () => {
    expect(refusal(TEXT, place("Z", 1))).toBe("This operation is no longer in the file.");
    expect(refusal(TEXT, place("A", Number.NaN))).toBe("A height is a number of half spacings.");
    expect(refusal(TEXT, above("A", "A"))).toBe("Nothing stands above itself.");
    expect(refusal(TEXT, free())).toBe("Nothing here was placed by hand.");
    const blocks = "block F(X[m]) -> Y[m]:\n  Y[m] = X\n\nblock G(X[m]) -> Y[m]:\n  Y[m] = X\n";
    expect(refusal(blocks, above("F/Y", "G/Y"))).toBe(
      "Only what stands in one block can be put in an order.",
    );
  });
});

describe("a label", () => {
  it("comes, changes and goes", () => {
    expect(textAfter(TEXT, label("t", "\\bar{t}"))).toBe(
      `${TEXT}\nlayout:\n  label axis t "\\bar{t}"\n`,
    );
    const labelled = `${TEXT}\nlayout:\n  label axis t "\\bar{t}"  # time\n`;
    expect(changes(labelled, label("t", "\\tau"))).toEqual([
      '- label axis t "\\bar{t}"  # time',
      '+ label axis t "\\tau"  # time',
    ]);
    expect(textAfter(labelled, label("t", " "))).toBe(TEXT);
    expect(changes(TEXT, label("A", 'a "b"', { of: "array" }))).toContain(
      '+ label array A "a \\"b\\""',
    );
  });

  it("is refused for what is not there, and over several lines", () => {
    expect(refusal(TEXT, label("z", "\\zeta"))).toBe("There is no axis named `z` here.");
    expect(refusal(TEXT, label("t", "a\nb"))).toBe("A label stands on one line.");
    expect(refusal(TEXT, label("t", ""))).toBe("`t` has no label of its own.");
  });
});
