import { describe, expect, it } from "vitest";
import type { DetailLevel } from "../../../src/document/document.ts";
import type { EditContext } from "../../../src/editor/edit.ts";
import { renameBlock } from "../../../src/editor/edits/rename-definition.ts";
import { showDetail } from "../../../src/editor/edits/show-detail.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const show = (level: DetailLevel, block = "") => {
  return (context: EditContext) => showDetail(context, { block, level });
};

const TEXT = "block F(X[t]) -> Y[t]:\n  Y[t] = relu(X)\n";
const ARROWS = `${TEXT}\nlayout:\n  detail arrays\n`;

describe("what a figure shows", () => {
  it("is a line of the layout section, which goes where it says nothing", () => {
    expect(textAfter(TEXT, show("arrays"))).toBe(ARROWS);
    expect(edited(TEXT, show("arrays")).label).toBe("Showed one arrow an array");
    expect(changes(ARROWS, show("blocks"))).toEqual(["- detail arrays", "+ detail blocks"]);
    expect(textAfter(ARROWS, show("axes"))).toBe(TEXT);
  });

  it("can differ for one block, whose line follows its name", () => {
    const mixed = textAfter(ARROWS, show("axes", "F"));
    expect(mixed).toBe(`${ARROWS}  detail F axes\n`);
    expect(edited(ARROWS, show("axes", "F")).label).toBe("Showed every axis of F");
    expect(textAfter(mixed, show("arrays", "F"))).toBe(ARROWS);
    const rename = (context: EditContext) => renameBlock(context, { block: "F", name: "G" });
    expect(changes(mixed, rename)).toContain("+ detail G axes");
  });

  it("says what is shown already, and which block is not there", () => {
    expect(refusal(TEXT, show("axes"))).toBe("The figure shows every axis already.");
    expect(refusal(ARROWS, show("arrays", "F"))).toBe("`F` shows one arrow an array already.");
    expect(refusal(TEXT, show("axes", "G"))).toBe("There is no block named `G` here.");
  });
});
