import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { addablesOf, GROUPS, likelyFirst } from "../../src/ui/adding/addables.ts";
import { glyphOf } from "../../src/ui/adding/glyph-marks.ts";
import { search } from "../../src/ui/adding/search.ts";

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
