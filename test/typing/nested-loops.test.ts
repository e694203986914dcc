import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { print } from "../../src/language/print.ts";
import { readFixtures } from "../support/fixture-file.ts";
import { typed } from "../support/typed.ts";

const NESTS = readFixtures(new URL("fixtures/nested-loops.txt", import.meta.url));

/** One slip each: in which nest, of what kind, what it replaces, by what, and what is said. */
const SLIPS: readonly (readonly [string, string, string, string, string])[] = [
  [
    "a repeat in a repeat, widening from copy to copy",
    "a size of the outer state",
    "c'=w[i+1]",
    "c'=w[i]",
    "S02 `c` would have to be w[1] and w[0] at once.",
  ],
  [
    "a repeat in a repeat, widening from copy to copy",
    "an axis of the inner body",
    "mean[c]",
    "mean[a]",
    "S01 `mean` over `a` needs an axis `a`, but `Y` is [t c].",
  ],
  [
    "a repeat in a repeat, widening from copy to copy",
    "the shape of the inner state",
    "X to Y'",
    "X to q",
    "S10 Each of the N copies must give back [t c]; this body gives [t].",
  ],
  [
    "a repeat in a repeat, both widening",
    "a size that only the second outer copy has wrong",
    "d=w[i+j]",
    "d=w[j]",
    "N08 `w[0]` must equal `w[1]`, but w[0] = 4 and w[1] = 8.",
  ],
  [
    "a repeat in a repeat, both widening",
    "an axis that the inner repeat leaves",
    "linear[d' -> c'](Y)",
    "linear[d -> c'](Y)",
    "S01 `linear` over `d` needs an axis `d`, but `Y` is [d'].",
  ],
  [
    "a repeat in a repeat, both widening",
    "the start of the outer state",
    "input A[a=w[0]]",
    "input A[a=w[0] b]",
    "S10 `X` enters as [c], but its start gives [a b].",
  ],
  [
    "a scan in a repeat, a wider one in every copy",
    "a size of the step",
    "linear[c -> c'](x)",
    "rename[c -> c'](x)",
    "N08 `w[1]` must equal `w[0]`, but w[1] = 8 and w[0] = 4.",
  ],
  [
    "a scan in a repeat, a wider one in every copy",
    "an axis of the step",
    "linear[c' -> c'](H)",
    "linear[a -> c'](H)",
    "S01 `linear` over `a` needs an axis `a`, but `H` is [c'].",
  ],
  [
    "a scan in a repeat, a wider one in every copy",
    "the shape of the state",
    "zeros() to H'",
    "zeros() to x",
    "S09 The state of this scan enters as `H`[c'] but leaves as [c].",
  ],
  [
    "a repeat in a scan, with a state in every layer",
    "the number of layers",
    "H[l=N m]",
    "H[l=4 m]",
    "S02 `l` would have to be 4 and N at once.",
  ],
  [
    "a repeat in a scan, with a state in every layer",
    "the axis of the layers",
    "in H\n",
    "in x\n",
    "S01 `each` over `l` needs an axis `l`, but `x` is [m].",
  ],
  [
    "a repeat in a scan, with a state in every layer",
    "the shape of the state",
    "zeros() to H'",
    "zeros() to x",
    "S09 The state of this scan enters as `H`[l m] but leaves as [m].",
  ],
  [
    "a repeat in a scan, widening on the way up",
    "the size at the top",
    "o=w[2]",
    "o=w[1]",
    "S02 `c'` would have to be w[1] and w[2] at once.",
  ],
  [
    "a repeat in a scan, widening on the way up",
    "the axis at the top",
    "rename[c' -> o](Z)",
    "rename[c -> o](Z)",
    "S01 `rename` over `c` needs an axis `c`, but `Z` is [c'].",
  ],
  [
    "a repeat in a scan, widening on the way up",
    "the start, which is the whole and not a step",
    "from x to Z'",
    "from X to Z'",
    "S10 `Z` enters as [c], but its start gives [t a].",
  ],
  [
    "a scan in a reverse scan, each state handed on",
    "the size of an axis that is collected",
    "Y[s t n]",
    "Y[s=4 t n]",
    "S02 `s` and `4` must be the same size here, but they are not.",
  ],
  [
    "a scan in a reverse scan, each state handed on",
    "the axis of the inner steps",
    "in row",
    "in G",
    "S01 `each` over `t` needs an axis `t`, but `G` is [n].",
  ],
  [
    "a scan in a reverse scan, each state handed on",
    "the shape of the outer state",
    "zeros() to G'",
    "zeros() to y",
    "S09 The state of this scan enters as `G`[n] but leaves as [t n].",
  ],
  [
    "a repeat in a repeat, each with its axis of copies and weights of its own",
    "the number of inner copies",
    "repeat M as j",
    "repeat N as j",
    "S03 `M` and `N` must be the same size here, but they are two separate sizes.",
  ],
  [
    "a repeat in a repeat, each with its axis of copies and weights of its own",
    "the copies that the inner repeat takes",
    "in F",
    "in Z",
    "S01 `each` over `j` needs an axis `j`, but `Z` is [v].",
  ],
  [
    "repeats in repeats, with memory from the inner of one to that of the other",
    "the index of what is loaded",
    "load C[3-2*k-l]",
    "load C[2*k+l]",
    "S02 `d'` would have to be w[1] and w[0] at once.",
  ],
  [
    "repeats in repeats, with memory from the inner of one to that of the other",
    "the index under which is saved",
    "save C[2*i+j]",
    "save C[i+j]",
    "N06 `C[1]` is saved twice.",
  ],
  [
    "a reverse scan in a scan in a repeat",
    "the shape that the innermost scan leaves",
    "collect X'[s t m] from q",
    "collect X'[s m] from h",
    "S10 Each of the N copies must give back [s t m]; this body gives [s m].",
  ],
];

describe.each(NESTS)("$title", ({ text, expected }) => {
  it("has these types inside and after it, and nothing is wrong", () => {
    const { types, requirements, problems, faults } = typed(text);
    expect([...types, ...requirements, ...problems, ...faults].join("\n")).toBe(expected);
  });

  it("prints as it stands and is read back with the same types", () => {
    const printed = print(parse(text).document);
    expect(printed.trim()).toBe(text.trim());
    expect(typed(printed).types).toEqual(typed(text).types);
  });
});

describe("one thing is said in", () => {
  it.each(SLIPS)("%s about a slip in %s", (nest, _, good, slip, said) => {
    const { text } = NESTS.find(({ title }) => title === nest) ?? { text: "" };
    expect(text).toContain(good);
    const { problems } = typed(text.replace(good, slip));
    const titles = problems.filter((line) => !line.startsWith(" "));
    expect(titles.map((line) => line.replace(/^\S+ /, ""))).toEqual([said]);
  });
});
