import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import {
  addPicture,
  leadArrow,
  markAdded,
  nameArrow,
  pickRow,
} from "../../../src/editor/edits/array-picture.ts";
import {
  addCallout,
  addPlate,
  removeFurniture,
  type Sign,
  setPlateColour,
  setWords,
  toggleCorner,
  toggleHalo,
  toggleSign,
} from "../../../src/editor/edits/furniture.ts";
import { addTitle } from "../../../src/editor/edits/picture-title.ts";
import { remove } from "../../../src/editor/edits/remove.ts";
import { renameArray } from "../../../src/editor/edits/rename-array.ts";
import { renameAxis } from "../../../src/editor/edits/rename-axis.ts";
import { renameBlock } from "../../../src/editor/edits/rename-definition.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const plate = (nodes: readonly string[]) => (context: EditContext) => addPlate(context, { nodes });
const callout = (node: string) => (context: EditContext) => addCallout(context, { node });
const words = (at: number, text: string) => (context: EditContext) =>
  setWords(context, { at, text });
const halo = (definition: string, axis: string) => (context: EditContext) =>
  toggleHalo(context, { definition, axis });
const sign = (which: Sign) => (context: EditContext) => toggleSign(context, { sign: which });

const TEXT = "input X[t d]\nA[t d] = relu(X)\nB[t d] = tanh(A)\n";
const BOTH = `${TEXT}\nlayout:\n  plate attention "Region" A B\n  callout A "Remark"\n`;
const BLOCK = "block F(X[t]) -> Y[t]:\n  Y[t] = relu(X)\n";

describe("what stands around a figure", () => {
  it("is added, changed and removed as lines of the layout section", () => {
    expect(textAfter(TEXT, plate(["A", "B"]))).toBe(
      `${TEXT}\nlayout:\n  plate attention "Region" A B\n`,
    );
    expect(edited(TEXT, callout("A")).label).toBe("Added a callout");
    expect(changes(BOTH, words(0, "Core"))).toEqual([
      '- plate attention "Region" A B',
      '+ plate attention "Core" A B',
    ]);
    expect(changes(BOTH, words(1, " Two   words "))).toEqual([
      '- callout A "Remark"',
      '+ callout A "Two words"',
    ]);
    const pale = (context: EditContext) => setPlateColour(context, { at: 0, role: "plain" });
    expect(changes(BOTH, pale)).toContain('+ plate plain "Region" A B');
    expect(changes(BOTH, (context) => removeFurniture(context, { at: 1 }))).toEqual([
      '- callout A "Remark"',
    ]);
  });

  it("follows the names of its nodes, and goes with them", () => {
    const rename = (context: EditContext) =>
      renameArray(context, { array: { definition: "", array: "A" }, name: "H" });
    expect(changes(BOTH, rename)).toEqual(
      expect.arrayContaining(['+ plate attention "Region" H B', '+ callout H "Remark"']),
    );
    const drop = (context: EditContext) =>
      remove(context, { removals: [{ node: "A" }], heal: "heal" });
    const after = textAfter(BOTH, drop);
    expect(after).toContain('plate attention "Region" B\n');
    expect(after).not.toContain("callout");
  });

  it("shows the legend and the equation, and hides them again", () => {
    const shown = textAfter(BLOCK, sign("equation"));
    expect(shown).toBe(`${BLOCK}\nlayout:\n  equation\n`);
    expect(textAfter(shown, sign("equation"))).toBe(BLOCK);
    expect(edited(TEXT, sign("legend")).label).toBe("Showed the legend");
  });

  it("paints the columns, and takes the colours away again", () => {
    const shown = textAfter(TEXT, sign("columns"));
    expect(shown).toBe(`${TEXT}\nlayout:\n  columns painted\n`);
    expect(textAfter(shown, sign("columns"))).toBe(TEXT);
    expect(edited(TEXT, sign("columns")).label).toBe("Showed the colours of columns");
  });

  it("makes an axis stand out, which follows its name and its block, and takes that back", () => {
    const shown = textAfter(BLOCK, halo("F", "t"));
    expect(shown).toBe(`${BLOCK}\nlayout:\n  halo F/axis t\n`);
    expect(edited(BLOCK, halo("F", "t")).label).toBe("Highlighted t");
    expect(textAfter(shown, halo("F", "t"))).toBe(BLOCK);
    const rename = (context: EditContext) =>
      renameAxis(context, { definition: "F", axis: "t", name: "s" });
    expect(textAfter(shown, rename)).toContain("  halo F/axis s\n");
    const renamed = (context: EditContext) => renameBlock(context, { block: "F", name: "G" });
    expect(textAfter(shown, renamed)).toContain("  halo G/axis t\n");
    expect(textAfter(TEXT, halo("", "d"))).toBe(`${TEXT}\nlayout:\n  halo axis d\n`);
    expect(refusal(TEXT, halo("", "q"))).toBe("The file has no axis `q` here by name.");
  });

  it("cuts corners off a plate, in one order, and puts them back", () => {
    const cut = (corner: "nw" | "se") => (context: EditContext) =>
      toggleCorner(context, { at: 0, corner });
    const once = textAfter(BOTH, cut("se"));
    expect(once).toContain('  plate attention cut=se "Region" A B\n');
    const twice = textAfter(once, cut("nw"));
    expect(twice).toContain('  plate attention cut=nw,se "Region" A B\n');
    expect(textAfter(textAfter(twice, cut("nw")), cut("se"))).toBe(BOTH);
  });

  it("goes around the dots where an array is copied, and follows the array", () => {
    const copied = `${TEXT}C[t d] = exp(A)\n`;
    const shown = textAfter(copied, plate(["copy:A"]));
    expect(shown).toContain('  plate attention "Region" copy:A\n');
    const rename = (context: EditContext) =>
      renameArray(context, { array: { definition: "", array: "A" }, name: "H" });
    expect(textAfter(shown, rename)).toContain('  plate attention "Region" copy:H\n');
    expect(refusal(copied, plate(["copy:W"]))).toBe("This operation is no longer in the file.");
  });

  it("goes around one part of an operation in its colour, and follows the operation", () => {
    const text = "input Q[y k h], K[x k h]\nS[y x h] = dot[k](Q, K)\nT[y x h] = relu(S)\n";
    const added = (part: string) => textAfter(text, plate([`${part}:S`]));
    expect(added("swap")).toContain('\n  plate transpose "" swap:S\n');
    expect(added("cup")).toContain('\n  plate attention "" cup:S\n');
    expect(added("diagonal")).toContain('\n  plate scale "" diagonal:S\n');
    const rename = (context: EditContext) =>
      renameArray(context, { array: { definition: "", array: "S" }, name: "H" });
    expect(textAfter(added("cup"), rename)).toContain('  plate attention "" cup:H\n');
    expect(refusal(text, plate(["cup:W"]))).toBe("This operation is no longer in the file.");
    const drop = (context: EditContext) =>
      remove(context, { removals: [{ node: "S" }], heal: "heal" });
    expect(textAfter(added("cup"), drop)).not.toContain("plate");
  });

  it("titles the figure, a block that it calls and a loop, each once", () => {
    const text = `main G\n${BLOCK}\nblock G(X[t]) -> Z[t]:\n  repeat 3:\n    carry A[t] from X to A'\n    A'[t] = F(A)\n  Z[t] = relu(A)\n`;
    const title = (node?: string) => (context: EditContext) =>
      addTitle(context, node === undefined ? {} : { node });
    expect(textAfter(text, title())).toContain('\nlayout:\n  title G "G"\n');
    expect(textAfter(text, title("G/A'"))).toContain('  title F "F"\n');
    const looped = textAfter(text, title("G/repeat:A"));
    expect(looped).toContain('  title G/repeat:A "Loop"\n');
    expect(changes(looped, words(0, "Down\nscale"))).toContain('+ title G/repeat:A "Down\\nscale"');
    expect(refusal(looped, title("G/repeat:A"))).toBe(
      "There is a title of the loop already, in the inspector.",
    );
    expect(refusal(text, title("G/Z"))).toBe(
      "Select a loop or the call of a block, or nothing for the figure's own title.",
    );
    expect(refusal(TEXT, title())).toBe(
      "Only a block has a title; group the figure into a block first.",
    );
    expect(refusal(looped, words(0, " "))).toBe(
      "A title says something; remove it if it is not needed.",
    );
    const rename = (context: EditContext) => renameBlock(context, { block: "F", name: "Step" });
    expect(textAfter(textAfter(text, title("G/A'")), rename)).toContain('  title Step "F"\n');
  });

  it("draws the entries of an array, picks a row out, and follows the array", () => {
    const drawn = textAfter(TEXT, (context) => addPicture(context, { node: "X" }));
    expect(drawn).toContain("\nlayout:\n  picture X\n");
    expect(refusal(drawn, (context) => addPicture(context, { node: "X" }))).toBe(
      "The entries of `X` are drawn already.",
    );
    const pick = (text: string) => (context: EditContext) => pickRow(context, { at: 0, text });
    const picked = textAfter(drawn, pick(" 2 "));
    expect(picked).toContain("  picture X row=2\n");
    expect(textAfter(picked, pick(""))).toBe(drawn);
    expect(refusal(drawn, pick("two"))).toBe("A row is a whole number, counted from 0.");
    const rename = (context: EditContext) =>
      renameArray(context, { array: { definition: "", array: "X" }, name: "H" });
    expect(textAfter(picked, rename)).toContain("  picture H row=2\n");
  });

  it("leads an arrow from one grid to another, which follows both", () => {
    const two = `${TEXT}\nlayout:\n  picture X\n  picture output:B row=1\n`;
    const lead = (from: string | undefined) => (context: EditContext) =>
      leadArrow(context, { at: 1, from });
    const led = textAfter(two, lead("X"));
    expect(led).toContain("  picture output:B row=1 from=X\n");
    const named = textAfter(led, (context) => nameArrow(context, { at: 1, text: " $G$ " }));
    expect(named).toContain('  picture output:B row=1 from=X "$G$"\n');
    expect(textAfter(named, (context) => nameArrow(context, { at: 1, text: "" }))).toBe(led);
    expect(textAfter(named, lead(undefined))).toBe(two);
    expect(refusal(two, lead("A"))).toBe("The entries of `A` are not drawn here.");
    const rename = (array: string, name: string) => (context: EditContext) =>
      renameArray(context, { array: { definition: "", array }, name });
    expect(textAfter(named, rename("X", "H"))).toContain('picture output:B row=1 from=H "$G$"');
    expect(textAfter(named, rename("B", "H"))).toContain('picture output:H row=1 from=X "$G$"');
  });

  it("loses the arrow from a grid whose array goes", () => {
    const text = `${TEXT}\nlayout:\n  picture output:B row=1 from=output:A "$G$"\n`;
    const gone = textAfter(text, (context) =>
      remove(context, { removals: [{ node: "A" }], heal: "heal" }),
    );
    expect(gone).toContain("  picture output:B row=1\n");
  });

  it("puts a ring where an array is made, which follows it", () => {
    const ring = (array: string) => (context: EditContext) =>
      toggleHalo(context, { definition: "", array });
    const ringed = textAfter(TEXT, ring("A"));
    expect(ringed).toBe(`${TEXT}\nlayout:\n  halo array A\n`);
    expect(textAfter(ringed, ring("A"))).toBe(TEXT);
    const rename = (context: EditContext) =>
      renameArray(context, { array: { definition: "", array: "A" }, name: "H" });
    expect(textAfter(ringed, rename)).toContain("  halo array H\n");
    expect(refusal(TEXT, ring("t"))).toBe("The file has no array `t` here by name.");
  });

  it("marks an added axis", () => {
    const one = `${TEXT}\nlayout:\n  picture X row=1\n`;
    const mark = (added: "inner-broadcasting" | undefined) => (context: EditContext) =>
      markAdded(context, { at: 0, added });
    const marked = textAfter(one, mark("inner-broadcasting"));
    expect(marked).toContain("  picture X row=1 added=inner-broadcasting\n");
    expect(textAfter(marked, mark(undefined))).toBe(one);
  });

  it("says what cannot be", () => {
    expect(refusal(TEXT, plate([]))).toBe("Select the operations that the plate is to go around.");
    expect(refusal(TEXT, callout("W"))).toBe(
      "Select the operation that the callout is to point at.",
    );
    expect(refusal(`${TEXT}${BLOCK}`, plate(["A", "F/Y"]))).toBe(
      "A plate goes around operations of one block.",
    );
    expect(refusal(BOTH, words(1, " "))).toBe(
      "A callout says something; remove it if it is not needed.",
    );
    expect(refusal(TEXT, sign("equation"))).toBe(
      "Only a block has a closed box; group the figure into a block first.",
    );
    expect(refusal(TEXT, words(7, "x"))).toBe("This is no longer in the file.");
  });
});
