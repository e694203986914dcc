import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Statement } from "../../../src/document/document.ts";
import { indexDefinition } from "../../../src/editor/definition-index.ts";
import type { EditContext } from "../../../src/editor/edit.ts";
import { idsIn } from "../../../src/editor/structure/carried-layout.ts";
import { group } from "../../../src/editor/structure/group.ts";
import { ungroup } from "../../../src/editor/structure/ungroup.ts";
import { printVerbatim } from "../../../src/language/print.ts";
import { contextOf, holdStructureLaws, refusal } from "../../support/structure-laws.ts";
import { dedent } from "../../support/typed.ts";

const PRESETS = new URL("../../../presets/", import.meta.url);
const presets = readdirSync(PRESETS)
  .filter((name) => name.endsWith(".ncd"))
  .map((name) => [name, readFileSync(new URL(name, PRESETS), "utf8")] as const);

/** Bodies of a text as lists of statement ids, those of loops included. */
function bodiesOf(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const inner = statements.flatMap((line) =>
    line.kind === "block" || line.kind === "repeat" || line.kind === "scan"
      ? bodiesOf(line.body)
      : [],
  );
  return [statements, ...inner];
}

/** Whether a name was taken, so that something got a prime or said its size anew. */
const hasClash = (text: string) => /''|[a-z]'=/.test(text);

/** Lines in no order, without those that say what is learned, which may have been split. */
const linesOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => !/^ *weight/.test(line))
    .toSorted();

/** Whether the new block, the first of the file that is called so, took weights along. */
const hasWeights = (text: string) =>
  /block [A-Z][A-Za-z]*[0-9]?\(.*\n(?: .*\n)*? {2}weight/.test(text);

/**
 * Whether a plate holds some operations of the lines, not all of them, and something else too: it
 * goes around the call, and then around all that comes out of it.
 */
function cutsPlate(
  { document: { layout }, typed }: EditContext,
  body: readonly Statement[],
  nodes: readonly string[],
): boolean {
  const ids = idsIn(body.filter(({ id }) => nodes.includes(id)));
  const drawn = [...typed.definitions.values()].flatMap((definition) =>
    [...indexDefinition(definition).nodes.values()].flatMap(({ id, results }) =>
      ids.has(id) && results.some(({ scalar }) => scalar === undefined) ? [id] : [],
    ),
  );
  return layout.some((line) => {
    if (line.kind !== "plate") return false;
    const held = drawn.filter((id) => line.nodes.includes(id)).length;
    return held > 0 && held < drawn.length && line.nodes.some((node) => !ids.has(node));
  });
}

const withoutPlates = (lines: readonly string[]) => lines.filter((line) => !/^ *plate/.test(line));

/** Groups lines and ungroups the call again, and compares the texts where no name was taken. */
function holdRoundTrip(
  context: EditContext,
  body: readonly Statement[],
  nodes: readonly string[],
): boolean {
  const edit = group(context, { nodes });
  if (!edit.ok) return false;
  const before = printVerbatim(context.document);
  const made = holdStructureLaws(context, edit);
  const [call = ""] = made.select;
  const back = holdStructureLaws(made.context, ungroup(made.context, { node: call }));
  if (hasClash(back.text)) return true;
  if (cutsPlate(context, body, nodes)) {
    expect(withoutPlates(linesOf(back.text))).toEqual(withoutPlates(linesOf(before)));
    return true;
  }
  expect(linesOf(back.text)).toEqual(linesOf(before));
  const [start = 0, end = 0] = [nodes[0], nodes.at(-1)].map((id) =>
    body.findIndex((line) => line.id === id),
  );
  const isRun = end - start < nodes.length;
  if (isRun && !hasWeights(made.text)) expect(back.text).toBe(before);
  return true;
}

describe("grouping and ungrouping", () => {
  it.each(presets)("gives back the text of %s, whatever the lines", (_, text) => {
    const context = contextOf(text);
    let grouped = 0;
    for (const body of bodiesOf(context.document.statements)) {
      const ids = body.filter(({ kind }) => kind === "array").map(({ id }) => id);
      const runs = ids
        .map((_, from) => ids.slice(from, from + 2))
        .filter((_, from) => from % 3 === 0);
      for (const nodes of [ids, ids.slice(0, 1), ...runs]) {
        if (holdRoundTrip(context, body, nodes)) grouped += 1;
      }
    }
    expect(grouped).toBeGreaterThanOrEqual(3);
  });
});

describe("ungrouping", () => {
  it.each(presets)("every call of %s keeps the types", (_, text) => {
    const context = contextOf(text);
    let calls = 0;
    for (const definition of context.typed.definitions.values()) {
      const visit = (nodes: typeof definition.nodes): void => {
        for (const node of nodes) {
          if (node.kind === "loop") visit(node.nodes);
          if (node.kind !== "call") continue;
          holdStructureLaws(context, ungroup(context, { node: node.id }));
          calls += 1;
        }
      };
      visit(definition.nodes);
    }
    expect(calls).toBeGreaterThanOrEqual(0);
  });

  it("substitutes axes and arrays, and gives local names that are taken a prime", () => {
    const context = contextOf(`
      size f = 32

      # twice
      block Twice(X[a f]) -> Y[a f]:
        H[a q] = linear[f -> q=2*f](X)
        Y[a f] = linear[q -> f](H) / sqrt(f)

      input H[b t d=f]
      # here
      Z[b t d] = Twice[a=t f=d](H)  # why
      layout:
        open Z
        label Twice/array H "h"
    `);
    const { text, label, select } = holdStructureLaws(context, ungroup(context, { node: "Z" }));
    expect(text).toBe(
      dedent(`
        size f = 32

        input H[b t d=f]
        # here
        # why
        # twice
        H'[b t q] = linear[d -> q=2*d](H)
        Z[b t d] = linear[q -> d](H') / sqrt(d)
        layout:
          label array H' "h"
      `),
    );
    expect(label).toBe("Ungrouped Twice");
    expect(select).toEqual(["H'", "Z"]);
  });
});

describe("a call in a larger line", () => {
  it("leaves the name of its output there, and arguments get names", () => {
    const context = contextOf(`
      block F(X[a], B[a]) -> Y[a]:
        Y[a] = X * B

      input Z[t]
      C[t] = relu(F(Z + 1, Z)) - F(Z, 2)
    `);
    const { text } = holdStructureLaws(context, ungroup(context, { node: "C.1.1" }));
    expect(text).toBe(
      dedent(`
        block F(X[a], B[a]) -> Y[a]:
          Y[a] = X * B

        input Z[t]
        X[t] = Z + 1
        Y[t] = X * Z
        C[t] = relu(Y) - F(Z, 2)
      `),
    );
  });

  it("reads the start of a carry outside its loop", () => {
    const context = contextOf(`
      block F(X[a]) -> Y[a]:
        Y[a] = relu(X)

      input Z[t]
      repeat 2:
        carry H[t] from F(Z) to H'
        H'[t] = tanh(H)
      P = H + F(Z)
    `);
    const { text } = holdStructureLaws(context, ungroup(context, { node: "H.1" }));
    expect(text).toContain("Y[t] = relu(Z)\nrepeat 2:\n  carry H[t] from Y to H'\n");
  });
});

describe("what a call gives a block", () => {
  it("is written into the lines: sizes, and axes that pass through", () => {
    const context = contextOf(`
      size s = 4, w = 2*s

      block Stage(X[c]) -> Y[w]:
        Y[w] = linear[c -> w](X) * sqrt(s)

      input Z[b c]
      Y[b q=6] = Stage[s=3 w=q](Z)
      O = Stage(Z)
    `);
    const { text } = holdStructureLaws(context, ungroup(context, { node: "Y" }));
    expect(text).toContain("\nY[b q=6] = linear[c -> q](Z) * sqrt(3)\n");
  });

  it("is renamed on the way in where one axis has two roles", () => {
    const context = contextOf(`
      block Attend(E[y m], X[x m]) -> O[y m]:
        A[y x] = softmax[x](dot[m](E, X))
        O[y m] = dot[x](A, X)

      input Z[t m]
      O[t m] = Attend(Z, Z)
    `);
    const { text } = holdStructureLaws(context, ungroup(context, { node: "O" }));
    expect(text).toBe(
      dedent(`
        input Z[t m]
        X[x m] = rename[t -> x](Z)
        A[t x] = softmax[x](dot[m](Z, X))
        O[t m] = dot[x](A, X)
      `),
    );
  });

  it("stays bound in the calls inside", () => {
    const context = contextOf(`
      block Inner(E[y m], X[x m]) -> S[y x]:
        S[y x] = dot[m](E, X)

      block Outer(X[x m], E[y m]) -> S[y x]:
        S[y x] = Inner(E, X)

      input A[b y m], B[x m]
      S[b y x] = Outer[x=y y=x](A, B)
    `);
    const { text } = holdStructureLaws(context, ungroup(context, { node: "S" }));
    expect(text).toContain("\nS[b y x] = Inner[y=x x=y](B, A)\n");
  });
});

describe("what cannot be ungrouped", () => {
  const says = (text: string, node: string) => refusal(ungroup(contextOf(text), { node }));

  it("says so in one sentence", () => {
    expect(says("input X[a]\nY = relu(X)", "X")).toBe(
      "There is no block here; select the call of a block to ungroup it.",
    );
    expect(says("input X[a]\nY = relu(X)", "Y")).toBe(
      "`relu` is an operation, which has no inside.",
    );
    expect(says("input X[a]\nY = nothing(X)", "Y")).toBe(
      "There is no block `nothing` in the file.",
    );
    expect(says("custom w(X[a]) -> Y[a]\ninput X[a]\nY = w(X)", "Y")).toBe(
      "`w` is declared and not expressed, so there is nothing inside to bring out.",
    );
    const block = "block F(X[a]) -> Y[a]:\n  Y = relu(X)\n";
    expect(says(`${block}layer L = F\ninput X[a]\nY = L(X)`, "Y")).toBe(
      "`L` is one set of weights for all its calls; without its block each would have its own.",
    );
    expect(says(`${block}input X[a]\nY = F(X, X)`, "Y")).toBe(
      "The call of `F` has a problem of its own; solve that first.",
    );
    expect(says(`${block}  Z = (\ninput X[a]\nY = F(X)`, "Y")).toBe(
      "`F` has a line that cannot be read; mend it first.",
    );
  });
});
