import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { nameOperand } from "../../../src/editor/edits/name-operand.ts";
import { renameArray } from "../../../src/editor/edits/rename-array.ts";
import { mergeAxes, renameAxis } from "../../../src/editor/edits/rename-axis.ts";
import { renameBlock, renameLayer } from "../../../src/editor/edits/rename-definition.ts";
import { changes, contextOf, edited, refusal } from "../../support/edit-laws.ts";

function array(from: string, name: string, definition = "") {
  return (context: EditContext) =>
    renameArray(context, { array: { definition, array: from }, name });
}

function axis(from: string, name: string, definition = "") {
  return (context: EditContext) => renameAxis(context, { definition, axis: from, name });
}

function merge(from: string, name: string, definition = "") {
  return (context: EditContext) => mergeAxes(context, { definition, axis: from, name });
}

const ATTENTION = `
  diagram "Attention"
  main Attention
  size k = 64, h = 8, m = k*h

  # Two arrays of one kind.
  block Attention(E[y m], X[x m]) -> O[y m]:
    Q[y k h] = linear[m -> k h](E)   # queries
    K[x k h] = linear[m -> k h](X)
    S[y x h] = dot[k](Q, K) / sqrt(k)
    A[y x h] = softmax[x](S)
    Z[y k h] = dot[x](A, K)
    O[y m] = linear[k h -> m](Z)

  block Layer(Z[t m]) -> Y[t m]:
    Y[t m] = Attention(Z, Z) + Z

  layout:
    open Layer/Y.1
    label Attention/array Q "\\bar{Q}"
    label Attention/axis x "\\bar{x}"
`;

describe("an array that is renamed", () => {
  it("changes everywhere in its block, in the layout too", () => {
    expect(changes(ATTENTION, array("Q", "R", "Attention"))).toEqual([
      "- Q[y k h] = linear[m -> k h](E)   # queries",
      "+ R[y k h] = linear[m -> k h](E)  # queries",
      "- S[y x h] = dot[k](Q, K) / sqrt(k)",
      "+ S[y x h] = dot[k](R, K) / sqrt(k)",
      '- label Attention/array Q "\\bar{Q}"',
      '+ label Attention/array R "\\bar{Q}"',
    ]);
    expect(edited(ATTENTION, array("Q", "R", "Attention"))).toMatchObject({
      label: "Renamed Q to R",
      select: ["Attention/R"],
    });
  });

  it("keeps its plate and its remark, also where it comes into the block", () => {
    const furnished = `${ATTENTION}    plate embedding "" Attention/X Attention/Q
    callout Attention/X "The keys"
    callout Attention/Q "The queries"
`;
    const layoutOf = (name: string, to: string) =>
      changes(furnished, array(name, to, "Attention")).filter((line) => /plate|callout/.test(line));
    expect(layoutOf("X", "W")).toEqual([
      '- plate embedding "" Attention/X Attention/Q',
      '- callout Attention/X "The keys"',
      '+ plate embedding "" Attention/W Attention/Q',
      '+ callout Attention/W "The keys"',
    ]);
    expect(layoutOf("Q", "R")).toEqual([
      '- plate embedding "" Attention/X Attention/Q',
      '+ plate embedding "" Attention/X Attention/R',
      '- callout Attention/Q "The queries"',
      '+ callout Attention/R "The queries"',
    ]);
  });

  it("stays the output that it is, and its open call stays open", () => {
    expect(changes(ATTENTION, array("Y", "W", "Layer"))).toEqual([
      "- block Layer(Z[t m]) -> Y[t m]:",
      "- Y[t m] = Attention(Z, Z) + Z",
      "+ block Layer(Z[t m]) -> W[t m]:",
      "+ W[t m] = Attention(Z, Z) + Z",
      "- open Layer/Y.1",
      "+ open Layer/W.1",
    ]);
  });

  it("goes through the walls of loops", () => {
    const text = `
      block F(X[t n]) -> Y[t n]:
        scan t:
          each x[n] in X
          carry h[n] from zeros() to h'
          collect Y[t n] from h'
          h'[n] = x + h
    `;
    expect(changes(text, array("h'", "g", "F"))).toEqual([
      "- carry h[n] from zeros() to h'",
      "- collect Y[t n] from h'",
      "- h'[n] = x + h",
      "+ carry h[n] from zeros() to g",
      "+ collect Y[t n] from g",
      "+ g[n] = x + h",
    ]);
  });

  it("is refused a name that is taken, reserved or none", () => {
    const to = (name: string) => refusal(ATTENTION, array("Q", name, "Attention"));
    expect(to("K")).toBe("`K` is already an array here; choose another name.");
    expect(to("E")).toBe("`E` is already an array here; choose another name.");
    expect(to("k")).toBe(
      "`k` stands for a size here, and an array of that name would take its place; choose another name.",
    );
    expect(to("pi")).toBe("`pi` is a word of the language and cannot name an array; `pi_` can.");
    expect(to("")).toBe("A name needs at least one letter.");
    expect(to("Q")).toBe("This array is called `Q` already.");
    expect(refusal(ATTENTION, array("Q", "R", "Layer"))).toBe("There is no array named `Q` here.");
  });
});

describe("a nested operation that is named", () => {
  const name = (node: string, to?: string) => (context: EditContext) =>
    nameOperand(context, { node, ...(to !== undefined && { name: to }) });

  it("gets a line of its own", () => {
    expect(changes(ATTENTION, name("Attention/S.1", "D"))).toEqual([
      "- S[y x h] = dot[k](Q, K) / sqrt(k)",
      "+ D[y x h] = dot[k](Q, K)",
      "+ S[y x h] = D / sqrt(k)",
    ]);
    expect(edited(ATTENTION, name("Attention/S.1"))).toMatchObject({
      label: "Named dot product D",
      select: ["Attention/D"],
    });
  });

  it("is refused where it has one", () => {
    expect(refusal(ATTENTION, name("Attention/Q", "D"))).toBe(
      "This operation has a line of its own already; rename its array.",
    );
    expect(refusal(ATTENTION, name("Attention/S.1", "K"))).toBe(
      "`K` is already in use here; choose another name.",
    );
    expect(refusal(ATTENTION, name("Attention/S.1.1", "D"))).toBe(
      "A number or an array needs no line of its own.",
    );
  });
});

describe("an axis that is renamed", () => {
  it("changes in shapes, targets, labels and bindings as one edit", () => {
    expect(changes(ATTENTION, axis("x", "s", "Attention"))).toEqual([
      "- block Attention(E[y m], X[x m]) -> O[y m]:",
      "+ block Attention(E[y m], X[s m]) -> O[y m]:",
      "- K[x k h] = linear[m -> k h](X)",
      "- S[y x h] = dot[k](Q, K) / sqrt(k)",
      "- A[y x h] = softmax[x](S)",
      "- Z[y k h] = dot[x](A, K)",
      "+ K[s k h] = linear[m -> k h](X)",
      "+ S[y s h] = dot[k](Q, K) / sqrt(k)",
      "+ A[y s h] = softmax[s](S)",
      "+ Z[y k h] = dot[s](A, K)",
      '- label Attention/axis x "\\bar{x}"',
      '+ label Attention/axis s "\\bar{x}"',
    ]);
    expect(edited(ATTENTION, axis("x", "s", "Attention")).label).toBe("Renamed x to s");
  });

  it("keeps the size that its name had", () => {
    expect(changes(ATTENTION, axis("k", "q", "Attention"))).toEqual([
      "- Q[y k h] = linear[m -> k h](E)   # queries",
      "- K[x k h] = linear[m -> k h](X)",
      "- S[y x h] = dot[k](Q, K) / sqrt(k)",
      "+ Q[y q=k h] = linear[m -> q h](E)  # queries",
      "+ K[x q h] = linear[m -> q h](X)",
      "+ S[y x h] = dot[q](Q, K) / sqrt(k)",
      "- Z[y k h] = dot[x](A, K)",
      "- O[y m] = linear[k h -> m](Z)",
      "+ Z[y q h] = dot[x](A, K)",
      "+ O[y m] = linear[q h -> m](Z)",
    ]);
    expect(changes("input X[3 H]\nY[3] = sum[H](X)\n", axis("3", "c"))).toEqual([
      "- input X[3 H]",
      "- Y[3] = sum[H](X)",
      "+ input X[c=3 H]",
      "+ Y[c] = sum[H](X)",
    ]);
  });

  it("takes sizes along that its name stands for", () => {
    const text = `
      input X[t d], g[t]
      Y[e=2*d t] = linear[d -> e](X) / sqrt(d) * size(t)
      Z = slice[t -> s; from 1; to t](g)
    `;
    expect(changes(text, axis("d", "w"))).toEqual([
      "- input X[t d], g[t]",
      "- Y[e=2*d t] = linear[d -> e](X) / sqrt(d) * size(t)",
      "+ input X[t w], g[t]",
      "+ Y[e=2*w t] = linear[w -> e](X) / sqrt(w) * size(t)",
    ]);
    expect(changes(text, axis("t", "u"))).toEqual([
      "- input X[t d], g[t]",
      "- Y[e=2*d t] = linear[d -> e](X) / sqrt(d) * size(t)",
      "- Z = slice[t -> s; from 1; to t](g)",
      "+ input X[u d], g[u]",
      "+ Y[e=2*d u] = linear[d -> e](X) / sqrt(d) * size(u)",
      "+ Z = slice[u -> s; from 1; to u](g)",
    ]);
  });

  it("writes brackets where a call would bind otherwise", () => {
    const text = `
      block F(X[m]) -> Y[m]:
        Y[m] = softmax[m](X)

      block G(X[t m], W[m]) -> Y[t m]:
        Y[t m] = X * W

      input A[t m], B[m]
      C[t m] = F(A)
      D[t m] = F[m=t](A)
      E[t m] = G(A, B)
    `;
    expect(changes(text, axis("m", "n", "F"))).toEqual([
      "- block F(X[m]) -> Y[m]:",
      "- Y[m] = softmax[m](X)",
      "+ block F(X[n]) -> Y[n]:",
      "+ Y[n] = softmax[n](X)",
      "- C[t m] = F(A)",
      "- D[t m] = F[m=t](A)",
      "+ C[t m] = F[n=m](A)",
      "+ D[t m] = F[n=t](A)",
    ]);
    expect(changes(text, axis("m", "d"))).toEqual([
      "- input A[t m], B[m]",
      "- C[t m] = F(A)",
      "- D[t m] = F[m=t](A)",
      "- E[t m] = G(A, B)",
      "+ input A[t d], B[d]",
      "+ C[t d] = F[m=d](A)",
      "+ D[t d] = F[m=t](A)",
      "+ E[t d] = G(A, B)",
    ]);
  });

  it("asks when the name is in use, and says what sizes would have to be", () => {
    const asked = renameAxis(contextOf(ATTENTION), {
      definition: "Attention",
      axis: "h",
      name: "x",
    });
    expect(asked).toEqual({
      ok: false,
      says: "`x` is already an axis here.",
      merge: { definition: "Attention", axis: "h", name: "x" },
      equation: "h (8) = x",
    });
    const both = renameAxis(contextOf("size g = 4\ninput X[g], Y[h=4]\n"), {
      definition: "",
      axis: "h",
      name: "g",
    });
    expect(both).toMatchObject({ equation: "both are 4" });
  });

  it("is refused names that mean something else", () => {
    expect(refusal(ATTENTION, axis("x", "2x", "Attention"))).toMatch(/^`2x` is no name/);
    expect(refusal(ATTENTION, axis("t", "h", "Layer"))).toBe(
      "`h` is a size of the file, and an axis of that name has it; choose another name or give `t` that size first.",
    );
    expect(refusal(ATTENTION, axis("z", "w", "Layer"))).toBe("There is no axis named `z` here.");
    expect(refusal(ATTENTION, axis("t", "w", "Encoder"))).toBe(
      "There is no block named `Encoder`.",
    );
  });
});

describe("two axes that are merged", () => {
  const TEXT = `
    size h = 8
    input X[t d], Y[u d], Z[h d]
    A = softmax[t](X)
    B = relu(Y)
    C = dot[d](A, B)
  `;

  it("are one from then on", () => {
    expect(changes("input X[t d], Y[u d]\nA = X\nB = sum[u](Y)\n", merge("u", "t"))).toEqual([
      "- input X[t d], Y[u d]",
      "+ input X[t d], Y[t d]",
      "- B = sum[u](Y)",
      "+ B = sum[t](Y)",
    ]);
    expect(edited("input X[t d], Y[u d]\n", merge("u", "t")).label).toBe("Made u and t one axis");
  });

  it("keep the size that one of them has", () => {
    expect(changes("size h = 8\ninput X[t], Z[h]\n", merge("h", "t"))).toEqual([
      "- input X[t], Z[h]",
      "+ input X[t=h], Z[t]",
    ]);
    expect(changes("size h = 8\ninput X[t], Z[h]\n", merge("t", "h"))).toEqual([
      "- input X[t], Z[h]",
      "+ input X[h], Z[h]",
    ]);
  });

  it("are refused where an array has both, or sizes differ", () => {
    expect(refusal(TEXT, merge("u", "t"))).toBe(
      "`C` has both `u` and `t`, and no array has an axis twice; `diagonal[u t -> t]` reads the entries where they agree.",
    );
    expect(refusal("size g = 4, h = 8\ninput X[g], Y[h]\n", merge("g", "h"))).toBe(
      "`g` has the size g and `h` the size h, so they cannot be one axis; make the sizes equal first.",
    );
  });
});

describe("a block or layer that is renamed", () => {
  it("changes at its calls, in the header and the layout", () => {
    const rename = (name: string) => (context: EditContext) =>
      renameBlock(context, { block: "Attention", name });
    expect(changes(ATTENTION, rename("Heads"))).toEqual([
      "- main Attention",
      "+ main Heads",
      "- block Attention(E[y m], X[x m]) -> O[y m]:",
      "+ block Heads(E[y m], X[x m]) -> O[y m]:",
      "- Y[t m] = Attention(Z, Z) + Z",
      "+ Y[t m] = Heads(Z, Z) + Z",
      '- label Attention/array Q "\\bar{Q}"',
      '- label Attention/axis x "\\bar{x}"',
      '+ label Heads/array Q "\\bar{Q}"',
      '+ label Heads/axis x "\\bar{x}"',
    ]);
    expect(edited(ATTENTION, rename("Heads")).select).toEqual(["block:Heads"]);
    expect(refusal(ATTENTION, rename("Layer"))).toBe(
      "`Layer` is already a block of the file; choose another name.",
    );
    expect(refusal(ATTENTION, rename("softmax"))).toBe(
      "`softmax` is called in this file as an operation, which the new name would replace; choose another name.",
    );
    expect(refusal(ATTENTION, rename("input"))).toBe(
      "`input` is a word of the language and cannot name a layer or a block; `input_` can.",
    );
  });

  it("is called by its new name", () => {
    const text = "layer L = linear[m -> k]\ninput X[t m]\nY = relu(L(X))\n";
    const rename = (context: EditContext) =>
      renameLayer(context, { layer: "layer:L", name: "Proj" });
    expect(changes(text, rename)).toEqual([
      "- layer L = linear[m -> k]",
      "+ layer Proj = linear[m -> k]",
      "- Y = relu(L(X))",
      "+ Y = relu(Proj(X))",
    ]);
  });
});

describe("a name that also stands on a line that cannot be read", () => {
  const text = `
    block F(X[t m]) -> Y[t m]:
      Y[t m] = relu(X
    input A[t m]
    B[t m] = F(A)
    C[t m] = F(B
  `;
  const mend = "Mend that line first.";

  it("stays, since such a line keeps its text", () => {
    expect(refusal(text, array("B", "D"))).toBe(
      `\`B\` also stands on a line that cannot be read: \`C[t m] = F(B\`. ${mend}`,
    );
    expect(refusal(text, axis("t", "y", "F"))).toContain(mend);
    expect(refusal(text, merge("t", "m", "F"))).toContain(mend);
    expect(refusal(text, (context) => renameBlock(context, { block: "F", name: "G" }))).toContain(
      mend,
    );
    expect(refusal(text, array("X", "Z", "F"))).toContain("`Y[t m] = relu(X`");
  });
});
