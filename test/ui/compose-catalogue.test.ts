import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { printVerbatim } from "../../src/language/print.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { addablesOf, GROUPS, likelyFirst } from "../../src/ui/adding/addables.ts";
import { glyphOf } from "../../src/ui/adding/glyph-marks.ts";
import { adding } from "../../src/ui/adding/proposals.ts";
import { search } from "../../src/ui/adding/search.ts";
import { contextOf } from "../support/edit-laws.ts";

const BLOCK = "block Feed(X[m]) -> Y[m]:\n  Y[m] = relu(X)\n";
const ALL = addablesOf(parse(BLOCK).document);

describe("what can be added", () => {
  it.each(ALL.map((addable) => [addable.title, addable] as const))(
    "%s is found by its title, its word and every other word",
    (title, addable) => {
      expect(search(ALL, title).slice(0, 3)).toContain(addable);
      for (const word of addable.words) expect(search(ALL, word)).toContain(addable);
    },
  );

  it.each(ALL.map((addable) => [addable.title, addable] as const))(
    "%s has a glyph of its own of finite size",
    (_, addable) => {
      const { marks, bounds } = glyphOf(addable);
      expect(marks.length).toBeGreaterThan(0);
      expect(bounds.width * bounds.height).toBeGreaterThan(0);
      expect(Number.isFinite(bounds.width + bounds.height + bounds.x + bounds.y)).toBe(true);
    },
  );

  it("is told apart by id and stands under a heading that is shown", () => {
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
    for (const { group } of ALL) expect(GROUPS).toContain(group);
  });

  it("is all offered to an array, in another order", () => {
    expect(new Set(likelyFirst(ALL))).toEqual(new Set(ALL));
  });
});

describe("what is added to an array", () => {
  const SHAPES = ["X[t d]", "X[c H W]", "X[]", "ids[t] of d", "M[y x] of bool"] as const;

  it.each(SHAPES)("%s is right, or says only what is not given yet", (shape) => {
    const context = contextOf(`size t = 16, d = 8\ninput ${shape}\n`);
    const value = [...(context.typed.definitions.get("")?.inputs ?? [])][0];
    if (value === undefined) throw new RangeError("There is no input.");
    const place = { into: { definition: "" }, value };
    const wrong = ALL.filter(({ what }) => what.kind === "operation").flatMap((addable) => {
      const edit = adding(context, place, addable);
      if (!edit.ok) return [`${addable.title}: ${edit.says}`];
      const { diagnostics } = inferDiagram(edit.document);
      return diagnostics
        .filter(({ severity, code }) => severity === "error" && code !== "S05")
        .map(({ title }) => `${addable.title}: ${title}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["linear", "X[t d]", "L[t d'] = linear[d -> d'](X)"],
    ["softmax", "X[t d]", "S[t d] = softmax[d](X)"],
    ["merge", "X[t h d]", "M[t h'] = merge[h d -> h'](X)"],
    ["conv", "X[t d]", "C[t d'] = conv[d -> d'; over t; kernel 3; pad 1](X)"],
    ["conv", "X[b c H W]", "C[b c' H W] = conv[c -> c'; over H W; kernel 3; pad 1](X)"],
    ["max_pool", "X[c H W]", "M[c H' W'] = max_pool[H W -> H' W'; kernel 2; stride 2](X)"],
    ["any", "X[t d]", "A = any[?](?)"],
    ["normal", "X[t d]", "N = normal[?]()"],
  ])("%s takes its axes from %s", (name, shape, line) => {
    const context = contextOf(`input ${shape}\n`);
    const [value] = context.typed.definitions.get("")?.inputs ?? [];
    const addable = ALL.find(({ words }) => words[0] === name);
    if (value === undefined || addable === undefined) throw new RangeError("It is not there.");
    const edit = adding(context, { into: { definition: "" }, value }, addable);
    const text = edit.ok ? printVerbatim(edit.document).trim().split("\n").at(-1) : edit.says;
    expect(text).toBe(line);
  });
});

describe("a search", () => {
  it.each([
    ["matmul", "Dot product"],
    ["einsum", "Dot product"],
    ["@", "Dot product"],
    ["+", "Add"],
    ["/", "Divide"],
    ["dense", "Linear"],
    ["softmax", "Softmax"],
    ["feed", "Feed"],
    ["SOFT", "Softmax"],
  ])("for %s finds %s first", (query, title) => {
    expect(search(ALL, query)[0]?.title).toBe(title);
  });

  it("for nothing finds everything, and for nonsense nothing", () => {
    expect(search(ALL, "  ")).toEqual(ALL);
    expect(search(ALL, "qqqq")).toEqual([]);
  });
});
