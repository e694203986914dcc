import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Statement } from "../../../src/document/document.ts";
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

describe("grouping and ungrouping", () => {
  it.each(presets)("gives back the text of %s, whatever the lines", (_, text) => {
    const context = contextOf(text);
    const before = printVerbatim(context.document);
    let grouped = 0;
    for (const body of bodiesOf(context.document.statements)) {
      const lines = body.filter(({ kind }) => kind === "array");
      for (let from = 0; from < lines.length; from += 1) {
        for (const to of new Set([from + 1, from + 2, lines.length])) {
          const nodes = lines.slice(from, to).map(({ id }) => id);
          const edit = group(context, { nodes });
          if (!edit.ok) continue;
          grouped += 1;
          const made = holdStructureLaws(context, edit);
          const [call = ""] = made.select;
          const back = holdStructureLaws(made.context, ungroup(made.context, { node: call }));
          const [start, end] = [nodes[0], nodes.at(-1)].map((id) =>
            body.findIndex((line) => line.id === id),
          );
          const isRun = (end ?? 0) - (start ?? 0) < nodes.length;
          if (hasClash(back.text)) continue;
          expect(linesOf(back.text)).toEqual(linesOf(before));
          if (isRun && !hasWeights(made.text)) expect(back.text).toBe(before);
        }
      }
    }
    expect(grouped).toBeGreaterThan(3);
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

describe("what cannot be ungrouped", () => {
  it("says so in one sentence", () => {
    expect(refusal(ungroup(contextOf("input X[a]\nY = relu(X)"), { node: "Y" }))).toBe(
      "`relu` is an operation, which has no inside.",
    );
  });
});
