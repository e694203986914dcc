import { describe, expect, it } from "vitest";
import { fixContext } from "../../src/editor/fixes/context.ts";
import { fixesOf } from "../../src/editor/fixes/fixes.ts";
import { dedent, typed } from "../support/typed.ts";

/** All that is said, with its reasons, about a file of two widths. */
function said(text: string): readonly string[] {
  return typed(`size w = (4, 8), m\ninput A[m]\n${text}`).problems;
}

const BODY = `
  carry X[m] from A to X'
  H[h=w[i]] = linear[m -> h](X)
  X'[m] = linear[h -> m](H)
`;

const BEYOND = "N09 `w` has entries 0 to 1, but entry 2 is asked for.";

describe("an entry of a table", () => {
  it("is there in every copy of a repeat", () => {
    expect(said(`repeat 2 as i:${BODY}`)).toEqual([]);
    expect(said(`repeat 3 as i:${BODY}`)).toEqual([`5:27 ${BEYOND}`]);
  });

  it("is not looked for where the copies are not counted", () => {
    expect(said(`size N\nrepeat N as i:${BODY}`)).toEqual([]);
  });

  it("is missed before the first as well as after the last", () => {
    expect(said(`repeat 2 as i:${BODY.replace("w[i]", "w[i-1]")}`)).toEqual([
      "5:29 N09 `w` has entries 0 to 1, but entry -1 is asked for.",
    ]);
  });

  it("is looked for in every copy of a repeat in a repeat", () => {
    const nest = (index: string) =>
      dedent(`
        repeat 2 as i:
          carry X[m] from A to X'
          repeat 2 as j:
            carry Y[m] from X to Y'
            H[h=w[${index}]] = linear[m -> h](Y)
            Y'[m] = linear[h -> m](H)
          X'[m] = relu(Y)
      `);
    expect(said(nest("i"))).toEqual([]);
    expect(said(nest("i*j"))).toEqual([]);
    expect(said(nest("i+j"))).toEqual([`7:31 ${BEYOND}`]);
  });

  it("is looked for at the value of a size", () => {
    expect(said("size s = 1\nB[b=w[s]] = linear[m -> b](A)")).toEqual([]);
    expect(said("size s = 2\nB[b=w[s]] = linear[m -> b](A)")).toEqual([`4:25 ${BEYOND}`]);
  });
});

describe("a size that changes from copy to copy", () => {
  const HERE = "S02 `h` would have to be w[0] and w[1] at once.";
  const SAYS = "  `H` says `h` = w[i].";

  it("stays inside its repeat", () => {
    expect(said(`repeat 2 as i:${BODY}B[h] = linear[m -> h](X)`)).toEqual([
      `7:1 ${HERE}`,
      "  `B` is outside the repeat, whose copies differ in `h`.",
      SAYS,
    ]);
  });

  it("makes no stack", () => {
    expect(said(`repeat 2 as i:${BODY}  collect P[i h] from H`)).toEqual([
      `7:11 ${HERE}`,
      "  `P` is outside the repeat, whose copies differ in `h`.",
      SAYS,
    ]);
  });

  it("makes no stack either where it comes from the copy before", () => {
    const halving = `
repeat 2 as i:
  carry X[p] from A to X'[p']
  collect P[i p'] from X'
  X'[p'] = slice[p -> p'; step 2](X)`;
    expect(said(halving)).toEqual([
      "6:11 S02 `p'` would have to be ⌈m/2⌉ and ⌈m/4⌉ at once.",
      "  `P` is outside the repeat, whose copies differ in `p'`.",
    ]);
    expect(said(halving.replace("slice[p -> p'; step 2]", "rename[p -> p']"))).toEqual([]);
  });

  it("makes no stack of stacks whose number changes", () => {
    const stacks = `
repeat 2 as i:
  carry X[m] from A to X'
  collect P[i j m] from Q
  repeat w[i] as j:
    carry Y[m] from X to Y'
    collect Q[j m] from Y'
    Y'[m] = relu(Y)
  X'[m] = relu(Y)`;
    expect(said(stacks)[0]).toBe("6:11 S02 `j` would have to be w[0] and w[1] at once.");
    expect(said(stacks.replace("repeat w[i]", "repeat w[0]"))).toEqual([]);
  });

  it("is no size of a state that keeps its shape", () => {
    const state = "repeat 2 as i:\n  carry X[c=w[i]] from zeros() to X'\n  X'[c] = relu(X)";
    expect(said(state)[0]).toBe("4:9 S02 `c` would have to be w[0] and w[1] at once.");
  });

  it("is at the start of a widening state that of the first copy", () => {
    const { types, problems } = typed(`
      size w = (4, 8, 16)
      repeat 2 as i:
        carry X[c=w[i]] from zeros() to X'[c'=w[i+1]]
        X'[c'] = linear[c -> c'](X)
    `);
    expect(problems).toEqual([]);
    expect(types).toEqual(["X'[c'=w[i+1]]", "X[c'=w[2]]"]);
  });

  it("is one of a state in a scan in the repeat", () => {
    const scan = `
input B[t m]
repeat 2 as i:
  carry X[t m] from B to X'
  scan t:
    each x[m] in X
    carry H[h=w[i]] from zeros() to H'
    collect X'[t m] from y
    H'[h] = tanh(linear[m -> h](x) + H)
    y[m] = linear[h -> m](H')`;
    expect(said(scan)).toEqual([]);
  });
});

describe("an entry of a table in a called block", () => {
  const STAGE = "size s\nblock Stage(X[a]) -> Y[b=w[s]]:\n  Y[b] = linear[a -> b](X)\n";
  const asked = (call: string, entry: number, gives: string) => [
    `${call} N09 \`w\` has entries 0 to 1, but entry ${entry} is asked for.`,
    `  \`Stage\` uses \`w[s]\`; here \`s\` is ${gives}.`,
  ];

  it("is looked for with the sizes that the call gives", () => {
    expect(said(`${STAGE}B[b] = Stage[s=1](A)`)).toEqual([]);
    expect(said(`${STAGE}B[b] = Stage[s=2](A)`)).toEqual(asked("6:14", 2, "2"));
  });

  it("is looked for through blocks that call it", () => {
    const outer = `${STAGE}block Outer(X[m]) -> Z[z]:\n  Z[z] = Stage[s=s+1](X)\n`;
    expect(said(`${outer}B[b] = Outer[s=1](A)`)).toEqual([
      "8:14 N09 `w` has entries 0 to 1, but entry 2 is asked for.",
      "  `Outer` uses `w[s + 1]`; here `s` is 1.",
    ]);
  });

  it("is looked for in every copy of a repeat around the call", () => {
    const loop = (index: string) =>
      `${STAGE}repeat 2 as i:\n  carry X[m] from A to X'\n  H = Stage[s=${index}](X)\n  X'[m] = linear[b -> m](H)`;
    expect(said(loop("i"))).toEqual([]);
    expect(said(loop("i+1"))).toEqual(asked("8:13", 2, "i + 1"));
  });

  it("is looked for at a value that is set", () => {
    const text = `size w = (4, 8), m, k\ninput A[m]\n${STAGE}B[b] = Stage[s=k](A)`;
    expect(typed(text).problems).toEqual([]);
    expect(typed(text, { sizes: new Map([["k", 3n]]) }).problems).toEqual(asked("6:14", 3, "k"));
  });

  it("can be given to the table, or another one asked for", () => {
    const context = fixContext(`size w = (4, 8), m\ninput A[m]\n${STAGE}B[b] = Stage[s=3](A)\n`);
    const [diagnostic] = context.diagnostics;
    expect(diagnostic && fixesOf(context, diagnostic).map(({ title }) => title)).toEqual([
      "Write `s=1`",
      "Give `w` the entry 3: 8",
    ]);
  });
});
