import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { placeAmong, placeAt, release, tidy } from "../../../src/editor/edits/arrange.ts";
import { remove } from "../../../src/editor/edits/remove.ts";
import { renameArray } from "../../../src/editor/edits/rename-array.ts";
import { renameBlock } from "../../../src/editor/edits/rename-definition.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const place = (node: string, dy: number) => (context: EditContext) =>
  placeAt(context, { node, dy });
const above = (node: string, other: string) => (context: EditContext) =>
  placeAmong(context, { node, over: [other], under: [] });
const below =
  (node: string, ...under: readonly string[]) =>
  (context: EditContext) =>
    placeAmong(context, { node, over: [], under });
const tidied = (nodes?: readonly string[]) => (context: EditContext) =>
  tidy(context, { ...(nodes && { nodes }) });
const free = (nodes?: readonly string[]) => (context: EditContext) =>
  release(context, { ...(nodes && { nodes }) });
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
    expect(changes(PLACED, above("B", "A"))).toEqual([]);
    expect(edited(PLACED, above("A", "B")).label).toBe("Moved A above B");
    expect(changes(PLACED, above("A", "B"))).toEqual([
      "- place A dy=4",
      "- place B before A",
      "+ place A before B",
    ]);
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

describe("moving past others", () => {
  const MORE = `${TEXT}C[t d] = exp(X)\n`;

  it("keeps an order with each of them", () => {
    const { text, label } = edited(MORE, below("A", "B", "C"));
    expect(text).toBe(`${MORE}\nlayout:\n  place B before A\n  place C before A\n`);
    expect(label).toBe("Moved A below C");
  });

  it("names inputs of a block and further arrays of a line by themselves", () => {
    const two =
      "block F(X[m], Y[m]) -> Z[m]:\n  Z[m] = X + Y\n\ninput P[m], Q[m]\nR[m] = F(P, Q)\n";
    expect(changes(two, above("F/Y", "F/X"))).toContain("+ place F/Y before F/X");
    expect(edited(two, above("Q", "P")).label).toBe("Moved Q above P");
    const placed = `${two}\nlayout:\n  place F/Y before F/X\n`;
    const array = { definition: "F", array: "Y" };
    expect(textAfter(placed, (context) => renameArray(context, { array, name: "B" }))).toContain(
      "place F/B before F/X",
    );
    const block = { block: "F", name: "G" };
    expect(textAfter(placed, (context) => renameBlock(context, block))).toContain(
      "place G/Y before G/X",
    );
    const removals = [{ node: "block:F", array: "Y" }];
    expect(
      textAfter(placed, (context) => remove(context, { removals, heal: "heal" })),
    ).not.toContain("place");
  });

  it("goes along when a height is chosen by hand", () => {
    const command = (context: EditContext) => placeAt(context, { node: "A", dy: 9, under: ["B"] });
    expect(changes(TEXT, command)).toEqual([
      "+ ",
      "+ layout:",
      "+ place B before A",
      "+ place A dy=9",
    ]);
  });
});

describe("giving back", () => {
  it("takes every line about what is given back", () => {
    expect(changes(PLACED, free(["B"]))).toEqual(["- place B before A"]);
    expect(textAfter(PLACED, free(["A"]))).toBe(TEXT);
    expect(edited(PLACED, free(["A"])).label).toBe("Gave A back to the layout");
  });

  it("leaves heights alone when it only tidies, and says what is left", () => {
    expect(changes(PLACED, tidied())).toEqual(["- place B before A"]);
    expect(edited(PLACED, tidied(["A"])).label).toBe("Tidied A");
    expect(refusal(TEXT, tidied())).toBe("Everything stands where the layout puts it.");
    expect(refusal(`${TEXT}\nlayout:\n  place A dy=4\n`, tidied())).toBe(
      "What is left was placed by hand; Release gives it back to the layout.",
    );
  });
});
