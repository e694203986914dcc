import { describe, expect, it } from "vitest";
import type { Edit } from "../../../src/editor/edit.ts";
import { copy } from "../../../src/editor/structure/copy.ts";
import { group } from "../../../src/editor/structure/group.ts";
import { duplicate, paste } from "../../../src/editor/structure/paste.ts";
import { ungroup } from "../../../src/editor/structure/ungroup.ts";
import { printVerbatim } from "../../../src/language/print.ts";
import { contextOf, holdTextLawsOfEdit } from "../../support/structure-laws.ts";

const TWO_WAYS = `
  input X[t m]
  A[t m] = relu(X)
  B[t m] = tanh(X)
  C[t m] = A + B
  D[t m] = C * A

  layout:
    place A dy=3
    place B before A
    place X dy=2
    place X before B
    place B before D
    place D dy=8
    label array B "\\beta"
    callout C "sum"
    plate attention "Both" A B
    plate norm "All" C D
`;

const BLOCK = `
  block F(X[t m]) -> Y[t m]:
    H[t m] = relu(X)
    G[t m] = tanh(X)
    Y[t m] = H + G

  input Q[t m]
  Z[t m] = F(Q)
  Z2[t m] = F(Z)

  layout:
    detail F arrays
    place F/H dy=3
    place F/G before F/H
    place F/X before F/G
    place Z dy=7
    place Z before Z2
    label F/array H "\\eta"
    callout F/G "here"
    plate attention "Both" F/H F/G
`;

/** The lines of `layout:` that an edit leaves. */
function layoutAfter(edit: Edit): readonly string[] {
  expect(edit.ok ? "" : edit.says).toBe("");
  return edit.ok ? layoutOf(printVerbatim(edit.document)) : [];
}

function layoutOf(text: string): readonly string[] {
  const [, section = ""] = text.split("layout:\n");
  return section
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.trim());
}

describe("what was arranged by hand", () => {
  it("goes into a block with its lines, and is ordered against what stays as the call", () => {
    const context = contextOf(TWO_WAYS);
    const edit = group(context, { nodes: ["A", "B", "C"], name: "G" });
    holdTextLawsOfEdit(context, edit);
    expect(layoutAfter(edit)).toEqual([
      "place G/A dy=3",
      "place G/B before G/A",
      "place X dy=2",
      "place G/X before G/B",
      "place A before D",
      "place D dy=8",
      'label G/array B "\\beta"',
      'callout G/C "sum"',
      'plate attention "Both" G/A G/B',
      'plate norm "All" A D',
    ]);
  });

  it("comes out of a block with the last call of it", () => {
    const context = contextOf(BLOCK.replace("  Z2[t m] = F(Z)\n", "  Z2[t m] = sin(Z)\n"));
    const edit = ungroup(context, { node: "Z" });
    holdTextLawsOfEdit(context, edit);
    expect(layoutAfter(edit)).toEqual([
      "place H dy=3",
      "place G before H",
      "place Q before G",
      "place Z dy=7",
      "place Z before Z2",
      'label array H "\\eta"',
      'callout G "here"',
      'plate attention "Both" H G',
    ]);
  });

  it("stays in a block that is called elsewhere, and stands at the copies too", () => {
    const context = contextOf(BLOCK);
    const edit = ungroup(context, { node: "Z2" });
    holdTextLawsOfEdit(context, edit);
    expect(layoutAfter(edit)).toEqual([
      "detail F arrays",
      "place F/H dy=3",
      "place H dy=3",
      "place F/G before F/H",
      "place G before H",
      "place F/X before F/G",
      "place Z before G",
      "place Z dy=7",
      "place Z before Z2",
      'label F/array H "\\eta"',
      'label array H "\\eta"',
      'callout F/G "here"',
      'callout G "here"',
      'plate attention "Both" F/H F/G',
      'plate attention "Both" H G',
    ]);
  });

  it("is copied with its lines and pasted under the names that they get", () => {
    const context = contextOf(TWO_WAYS);
    const copied = copy(context, ["A", "B"]);
    if (!copied.ok) throw new RangeError(copied.says);
    expect(layoutOf(copied.text)).toEqual([
      "place A dy=3",
      "place B before A",
      "place X before B",
      'plate attention "Both" A B',
      'label array B "\\beta"',
    ]);
    const edit = paste(context, { text: copied.text, into: "" });
    holdTextLawsOfEdit(context, edit);
    expect(layoutAfter(edit)).toEqual([
      ...layoutOf(printVerbatim(context.document)),
      "place A' dy=3",
      "place B' before A'",
      "place X before B'",
      "plate attention \"Both\" A' B'",
      'label array B\' "\\beta"',
    ]);
  });

  it("is pasted into a block, by the names of the block", () => {
    const copied = copy(contextOf(TWO_WAYS), ["A", "B"]);
    if (!copied.ok) throw new RangeError(copied.says);
    const context = contextOf("block E(X[t m]) -> Y[t m]:\n  Y = sin(X)\n");
    const edit = paste(context, { text: copied.text, into: "E" });
    holdTextLawsOfEdit(context, edit);
    expect(layoutAfter(edit)).toEqual([
      "place E/A dy=3",
      "place E/B before E/A",
      "place E/X before E/B",
      'plate attention "Both" E/A E/B',
      'label E/array B "\\beta"',
    ]);
  });

  it("comes with the block that a copied line calls, once", () => {
    const context = contextOf(BLOCK);
    const copied = copy(context, ["Z"]);
    if (!copied.ok) throw new RangeError(copied.says);
    const other = contextOf("input Q[t m]\nF[t m] = exp(Q)\n");
    const edit = paste(other, { text: copied.text, into: "" });
    holdTextLawsOfEdit(other, edit);
    expect(layoutAfter(edit)).toEqual([
      "place F/H dy=3",
      "place F/G before F/H",
      "place F/X before F/G",
      "place Z dy=7",
      'callout F/G "here"',
      'plate attention "Both" F/H F/G',
      "detail F arrays",
      'label F/array H "\\eta"',
    ]);
    const again = paste(context, { text: copied.text, into: "" });
    holdTextLawsOfEdit(context, again);
    expect(layoutAfter(again)).toEqual([
      ...layoutOf(printVerbatim(context.document)),
      "place Z' dy=7",
    ]);
  });

  it("stands at duplicates too", () => {
    const context = contextOf(TWO_WAYS);
    const edit = duplicate(context, ["A", "B"]);
    holdTextLawsOfEdit(context, edit);
    expect(layoutAfter(edit).slice(-4)).toEqual([
      "place A' dy=3",
      "place B' before A'",
      "plate attention \"Both\" A' B'",
      'label array B\' "\\beta"',
    ]);
  });
});
