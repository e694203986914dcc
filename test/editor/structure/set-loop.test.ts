import { describe, expect, it } from "vitest";
import { type LoopForm, readRepeat } from "../../../src/editor/structure/loop-form.ts";
import { setLoop } from "../../../src/editor/structure/set-loop.ts";
import { changes, edited, refusal } from "../../support/edit-laws.ts";
import { dedent } from "../../support/typed.ts";

const DEEP = dedent(`
  size N = 6, w = (4, 8, 16)
  input E[t m]
  repeat N as i:
    carry Z[t m] from E to Z'
    Z'[t m] = relu(Z) * i
`);

const STACKED = dedent(`
  size l = 3
  input E[l v d], Y[v d]
  repeat l as l:
    each E_l[v d] in E
    carry S[v d] from Y to S'
    S'[v d] = S + E_l
`);

const SCAN = dedent(`
  input X[t n]
  scan t:
    each x[n] in X
    carry H[n] from zeros() to H'
    collect Y[t n] from H'
    H'[n] = tanh(x + H)
  Z[t] = sum[n](Y)
`);

const to = (node: string, form: LoopForm) => (context: Parameters<typeof setLoop>[0]) =>
  setLoop(context, { node, form });

describe("the form of a repeat", () => {
  it("is a count, with the index and shared weights where they are wanted", () => {
    expect(readRepeat("N")).toEqual({ kind: "repeat", count: "N", shared: false });
    expect(readRepeat(" 2*N as i shared ")).toEqual({
      kind: "repeat",
      count: "2*N",
      index: "i",
      shared: true,
    });
    expect(readRepeat("")).toEqual({ kind: "repeat", count: "", shared: false });
  });

  it("changes nothing but its line", () => {
    expect(changes(DEEP, to("repeat:Z", readRepeat("12 as i shared")))).toEqual([
      "- repeat N as i:",
      "+ repeat 12 as i shared:",
    ]);
    expect(edited(DEEP, to("repeat:Z", readRepeat("12 as i"))).label).toBe(
      "Set the repeat to 12 as i",
    );
  });

  it("renames its index where it is used", () => {
    expect(changes(DEEP, to("repeat:Z", readRepeat("N as j")))).toEqual([
      "- repeat N as i:",
      "+ repeat N as j:",
      "- Z'[t m] = relu(Z) * i",
      "+ Z'[t m] = relu(Z) * j",
    ]);
    expect(changes(STACKED, to("repeat:S", readRepeat("l as e")))).toEqual([
      "- input E[l v d], Y[v d]",
      "- repeat l as l:",
      "+ input E[e=l v d], Y[v d]",
      "+ repeat l as e:",
    ]);
  });

  it("keeps an index that is used, and takes no name that is something else", () => {
    expect(refusal(DEEP, to("repeat:Z", readRepeat("N")))).toBe(
      "The loop uses `i`, which counts its copies; give it another name, but keep one.",
    );
    expect(refusal(DEEP, to("repeat:Z", readRepeat("N as t")))).toBe(
      "`t` is a name here already; choose another one for the copies.",
    );
    expect(refusal(DEEP, to("repeat:Z", readRepeat("N as of")))).toBe(
      "`of` is a word of the language and cannot name the copies of a repeat; `of_` can.",
    );
  });

  it("is refused where it is no count", () => {
    expect(refusal(DEEP, to("repeat:Z", readRepeat("6 +")))).toBe(
      "`6 +` is no count: expected a size, but found the end of the line.",
    );
    expect(refusal(DEEP, to("repeat:Z", readRepeat("")))).toBe(
      "A repeat needs a count: a number, or a size such as `N`.",
    );
    expect(refusal(DEEP, to("Z'", readRepeat("3")))).toBe("There is no repeat here any more.");
  });
});

describe("the form of a scan", () => {
  it("is the way through its axis, and the name of the axis in the whole block", () => {
    expect(changes(SCAN, to("scan:H", { kind: "scan", axis: "t", reverse: true }))).toEqual([
      "- scan t:",
      "+ scan t reverse:",
    ]);
    expect(changes(SCAN, to("scan:H", { kind: "scan", axis: "s", reverse: false }))).toEqual([
      "- input X[t n]",
      "- scan t:",
      "+ input X[s n]",
      "+ scan s:",
      "- collect Y[t n] from H'",
      "+ collect Y[s n] from H'",
      "- Z[t] = sum[n](Y)",
      "+ Z[s] = sum[n](Y)",
    ]);
  });

  it("takes no name that another axis has", () => {
    expect(refusal(SCAN, to("scan:H", { kind: "scan", axis: "n" }))).toBe(
      "`n` is already an axis here.",
    );
  });
});
