import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { copy } from "../../../src/editor/structure/copy.ts";
import { cut } from "../../../src/editor/structure/cut.ts";
import { duplicate, paste } from "../../../src/editor/structure/paste.ts";
import { valueText } from "../../../src/typing/describe.ts";
import { contextOf, holdTextLawsOfEdit, outputsOf, refusal } from "../../support/structure-laws.ts";
import { dedent } from "../../support/typed.ts";

const ATTENTION = `
  size k = 64, h = 8, m = k*h, unused = 3

  block Half(X[y m]) -> Y[y m]:
    Y[y m] = X / 2

  block Attention(E[y m], X[x m]) -> O[y m]:
    Q[y k h] = linear[m -> k h](E)
    K[x k h] = linear[m -> k h](X)
    V[x k h] = linear[m->k h](X)  # values

    # scores
    S[y x h] = dot[k]( Q,K ) / sqrt(k)
    A[y x h] = softmax[x](S)
    Z[y k h] = dot[x](A, V)
    O[y m] = Half(linear[k h -> m](Z))
`;

function copied(text: string, nodes: readonly string[]): string {
  const result = copy(contextOf(text), nodes);
  if (!result.ok) throw new RangeError(result.says);
  return result.text;
}

describe("copying", () => {
  it("gives the author's lines, with what they need to stand alone", () => {
    expect(copied(ATTENTION, ["Attention/S", "Attention/A"])).toBe(
      dedent(`
        size k = 64, h = 8

        input Q[y k h], K[x k h]
        # scores
        S[y x h] = dot[k]( Q,K ) / sqrt(k)
        A[y x h] = softmax[x](S)
      `),
    );
  });

  it("takes along the blocks that are called", () => {
    expect(copied(ATTENTION, ["Attention/O.1"])).toBe(
      dedent(`
        size k = 64, h = 8, m = k*h

        block Half(X[y m]) -> Y[y m]:
          Y[y m] = X / 2

        input Z[y k h]
        O[y m] = Half(linear[k h -> m](Z))
      `),
    );
  });

  it("and pasting into an empty document gives the same types", () => {
    const text = copied(ATTENTION, [
      "Attention/Q",
      "Attention/K",
      "Attention/V",
      "Attention/S",
      "Attention/A",
      "Attention/Z",
      "Attention/O",
    ]);
    const empty = contextOf("");
    const { context } = holdTextLawsOfEdit(empty, paste(empty, { text, into: "" }));
    expect(context.typed.diagnostics).toEqual([]);
    expect(outputsOf(context.typed)).toEqual(["O[y m=k·h]"]);
  });
});

const PRESETS = new URL("../../../presets/", import.meta.url);
const presets = readdirSync(PRESETS).filter((name) => name.endsWith(".ncd"));

describe("a body of a preset that is copied and pasted into an empty document", () => {
  it.each(presets)("has the same types: %s", (name) => {
    const context = contextOf(readFileSync(new URL(name, PRESETS), "utf8"));
    const empty = contextOf("");
    for (const block of context.document.statements) {
      if (block.kind !== "block") continue;
      const result = copy(
        context,
        block.body.map(({ id }) => id),
      );
      if (!result.ok) throw new RangeError(result.says);
      const pasted = holdTextLawsOfEdit(empty, paste(empty, { text: result.text, into: "" }));
      // A size that a loop gave is open in a body that stands alone, which is a remark.
      const wrong = pasted.context.typed.diagnostics.filter(({ code }) => code !== "S17");
      expect(wrong.map(({ title }) => title)).toEqual([]);
      const before = typesIn(context, block.name);
      for (const [array, type] of typesIn(pasted.context, "")) {
        expect(type).toBe(before.get(array));
      }
    }
  });
});

/** The arrays of a definition with their types, outside its loops. */
function typesIn({ typed }: EditContext, name: string): ReadonlyMap<string, string> {
  const { inputs = [], nodes = [] } = typed.definitions.get(name) ?? {};
  const values = [...inputs, ...nodes.flatMap(({ results }) => results)];
  const order = [...typed.sizes.keys()];
  return new Map(
    values.flatMap((value) =>
      value.name === undefined ? [] : [[value.name, valueText(value, order)]],
    ),
  );
}

describe("pasting", () => {
  it("connects by name, and says so", () => {
    const context = contextOf(ATTENTION);
    const text = copied(ATTENTION, ["Attention/A"]);
    const edit = paste(context, { text, into: "Attention", after: "Attention/A" });
    const pasted = holdTextLawsOfEdit(context, edit);
    expect(pasted.text).toContain("  A[y x h] = softmax[x](S)\n  A'[y x h] = softmax[x](S)\n  Z");
    expect(pasted.label).toBe("Pasted A', connected to S");
    expect(pasted.select).toEqual(["Attention/A'"]);
  });

  it("refuses what does not parse, with the first sentence of the parser", () => {
    const context = contextOf(ATTENTION);
    expect(refusal(paste(context, { text: "A = softmax[x](S", into: "" }))).toBe(
      "Expected `,` or `)` after the argument, but found the end of the line.",
    );
  });

  it("leaves ? for what is missing", () => {
    const context = contextOf(ATTENTION);
    const edit = paste(context, { text: "    B = relu(W)\n    C = B + S", into: "Attention" });
    const pasted = holdTextLawsOfEdit(context, edit);
    expect(pasted.text).toContain("(Z))\n  W = ?\n  B = relu(W)\n  C = B + S\n");
  });
});

describe("what is pasted", () => {
  const NET = `
    size m = 8
    block F(X[a]) -> Y[a]:
      Y[a] = relu(X)

    input X[t m]
    Y[t m] = F(X)
  `;

  it("keeps the sizes of the file and numbers a block that means something else", () => {
    const context = contextOf(NET);
    const text = dedent(`
      size m = 4, n = 2
      block F(X[a]) -> Y[a]:
        Y[a] = tanh(X)

      block G(X[a]) -> Y[a]:
        Y[a] = F(X)

      input Y[t m]
      weight W[m n]
      Z[t n] = dot[m](G(F( Y )), W)
      layout:
        open Z.1.1
        label array Z "z"
        label F/array X "x"
    `);
    const pasted = holdTextLawsOfEdit(context, paste(context, { text, into: "" }));
    expect(pasted.text).toBe(
      dedent(`
        size m = 8
        size n = 2

        block F2(X[a]) -> Y[a]:
          Y[a] = tanh(X)

        block G(X[a]) -> Y[a]:
          Y[a] = F2(X)

        block F(X[a]) -> Y[a]:
          Y[a] = relu(X)

        input X[t m]
        Y[t m] = F(X)
        weight W[m n]
        Z[t n] = dot[m](G(F2(Y)), W)

        layout:
          open Z.1.1
          label array Z "z"
          label F2/array X "x"
      `).replace("\n\nlayout", "\nlayout"),
    );
    expect(pasted.label).toBe("Pasted 5 lines, connected to Y");
  });

  it("does not bring a block twice, nor the outputs of another diagram", () => {
    const context = contextOf(NET);
    const text = `${dedent(NET)}output Y\n`;
    const pasted = holdTextLawsOfEdit(context, paste(context, { text, into: "" }));
    expect(pasted.text).toBe(`${dedent(NET).trimEnd()}\nY'[t m] = F(X)\n`);
  });

  it("has ? for the inputs that a block cannot have", () => {
    const context = contextOf(NET);
    const text = "input A[t n]\nB = tanh(A)";
    const pasted = holdTextLawsOfEdit(context, paste(context, { text, into: "F" }));
    expect(pasted.text).toContain("  Y[a] = relu(X)\n  A[t n] = ?\n  B = tanh(A)\n\ninput");
    expect(pasted.select).toEqual(["F/A", "F/B"]);
  });

  it("stands in the body of the line that it follows", () => {
    const context = contextOf(`
      input X[t n]
      scan t:
        each x[n] in X
        collect Y[t n] from y
        y[n] = relu(x)
    `);
    const edit = paste(context, { text: "z = tanh(x) + Y", into: "", after: "y" });
    expect(holdTextLawsOfEdit(context, edit).text).toContain(
      "  y[n] = relu(x)\n  Y' = ?\n  z = tanh(x) + Y'\n",
    );
  });

  it("is the document where there is none yet", () => {
    const empty = contextOf("");
    const text = `diagram "Net"\nnote "n"\n${dedent(NET)}layout:\n  open Y\n`;
    const pasted = holdTextLawsOfEdit(empty, paste(empty, { text, into: "" }));
    expect(pasted.text).toBe(text);
    expect(pasted.label).toBe("Pasted 4 lines");
  });

  it("is refused in one sentence where it cannot be", () => {
    const context = contextOf(NET);
    expect(refusal(paste(context, { text: " \n# nothing\n", into: "" }))).toBe(
      "There is no line of the language to paste.",
    );
    expect(refusal(paste(context, { text: "A = X", into: "Nowhere" }))).toBe(
      "There is no block `Nowhere` to paste into.",
    );
    expect(refusal(paste(context, { text: "each x in X", into: "" }))).toBe(
      "`each` stands inside a `repeat` or a `scan`.",
    );
  });
});

describe("cutting", () => {
  it("copies and leaves ? where the lines are read", () => {
    const context = contextOf(ATTENTION);
    const { text, edit } = cut(context, ["Attention/S"]);
    const made = holdTextLawsOfEdit(context, edit);
    expect(text).toContain("\nS[y x h] = dot[k]( Q,K ) / sqrt(k)\n");
    expect(made.text).not.toContain("sqrt(k)");
    expect(made.text).toContain("softmax[x](?)");
    expect(made.label).toBe("Cut S");
  });
});

describe("what cannot be copied", () => {
  it("says so in one sentence", () => {
    const says = (nodes: readonly string[]) => {
      const text = "input X[t n]\nscan t:\n  each x[n] in X\n  collect Y[t n] from x";
      const copied = copy(contextOf(`${text}\nblock F(X[a]) -> Z[a]:\n  Z = X`), nodes);
      return copied.ok ? "" : copied.says;
    };
    expect(says([])).toBe("Nothing is selected; select the operations first.");
    expect(says(["x"])).toBe("`x` crosses the wall of its loop; select the loop to take it along.");
    expect(says(["scan:Y", "F/Z"])).toBe(
      "The scan over `t` and `Z` stand in different blocks; select lines of one.",
    );
  });
});

describe("duplicating", () => {
  it("puts copies under new names behind the lines", () => {
    const context = contextOf(ATTENTION);
    const edit = duplicate(context, ["Attention/S", "Attention/A"]);
    const { text, label } = holdTextLawsOfEdit(context, edit);
    expect(text).toContain(
      "  A[y x h] = softmax[x](S)\n  # scores\n  S'[y x h] = dot[k](Q, K) / sqrt(k)\n  A'[y x h] = softmax[x](S')\n  Z",
    );
    expect(label).toBe("Duplicated 2 lines");
  });
});
