import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/document/diagnostic.ts";
import { parse } from "../../src/language/parse.ts";
import { typesText } from "../../src/typing/describe.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { arbitraryDocument } from "../support/arbitrary-document.ts";

const NAMES = ["hypernetwork", "lssl", "lstm", "multi-head-attention", "transformer"];
const PRESETS = NAMES.map((name) =>
  readFileSync(new URL(`../../presets/${name}.ncd`, import.meta.url), "utf8"),
);

/** A good file with a few of its words or lines changed places, doubled or left out. */
const mutated = fc
  .tuple(
    fc.constantFrom(...PRESETS),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("drop", "double", "swap", "line")), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, edits]) => edits.reduce(edit, text));

function edit(text: string, [from, to, kind]: readonly [number, number, string]): string {
  if (kind === "line") {
    const lines = text.split("\n");
    const at = from % lines.length;
    lines.splice(to % lines.length, 0, ...lines.splice(at, 1));
    return lines.join("\n");
  }
  const words = text.split(/\b/);
  const [a, b] = [from % words.length, to % words.length];
  if (kind === "drop") words.splice(a, 1);
  if (kind === "double") words.splice(a, 0, words[b] ?? "");
  if (kind === "swap") [words[a], words[b]] = [words[b] ?? "", words[a] ?? ""];
  return words.join("");
}

function infer(text: string) {
  return inferDiagram(parse(text).document, { sizes: new Map() });
}

function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ code, place, title }) => `${place.node} ${place.part} ${code} ${title}`,
  );
}

describe("typing", () => {
  it("takes every document", () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const diagram = inferDiagram(document, { sizes: new Map() });
        expect(typesText(diagram)).toBe(typesText(inferDiagram(document, { sizes: new Map() })));
      }),
      { numRuns: 150 },
    );
  });

  it("takes presets with anything changed, and says the same twice", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const [first, second] = [infer(text), infer(`${text}\n# again`)];
        expect(told(second.diagnostics)).toEqual(told(first.diagnostics));
        expect(typesText(second)).toBe(typesText(first));
      }),
      { numRuns: 150 },
    );
  });

  it("says at most one error a line", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { document, source } = parse(text);
        const { diagnostics } = inferDiagram(document, { sizes: new Map() });
        const lines = diagnostics.flatMap(({ severity, place: { node, part } }) => {
          const span = source.get(`${node}#${part}`) ?? source.get(node ?? "");
          return severity === "error" && span ? [span.line] : [];
        });
        expect(lines).toEqual([...new Set(lines)]);
      }),
      { numRuns: 100 },
    );
  });

  it("does not depend on the order of lines", () => {
    const [, , , , text = ""] = PRESETS;
    const turned = text.replace(/^(?: {2}[A-Za-z].*\n)+/gm, (body) =>
      body.includes("repeat") ? body : `${body.trimEnd().split("\n").reverse().join("\n")}\n`,
    );
    expect(turned).not.toBe(text);
    expect(infer(turned).diagnostics).toEqual([]);
  });

  it("gives a definition the same hash for the same content, and another for other sizes", () => {
    const [text = ""] = PRESETS;
    const hashOf = (source: string) => infer(source).definitions.get("Target")?.hash;
    expect(hashOf(`# a remark\n${text}`)).toBe(hashOf(text));
    expect(hashOf(text.replace("a = 400", "a = 300"))).not.toBe(hashOf(text));
    const edited = text.replace("relu(linear[p -> a]", "gelu(linear[p -> a]");
    expect(hashOf(edited)).not.toBe(hashOf(text));
    expect(infer(edited).main.hash).not.toBe(infer(text).main.hash);
  });

  it("keeps what it found for a definition that an edit leaves alone", () => {
    const [text = ""] = PRESETS;
    const before = infer(text);
    const after = infer(text.replace("task[] of j) -> logits", "id[] of j) -> logits"));
    expect(after.definitions.get("Target")).toBe(before.definitions.get("Target"));
  });
});

describe("a large file", () => {
  it("of long chains and deep nesting is typed", () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `A${i}[t] = relu(A${i + 1})`);
    const diagram = infer(`input A3000[t]\n${chain.join("\n")}\n`);
    expect(diagram.diagnostics).toEqual([]);
    expect(diagram.main.nodes).toHaveLength(3001);
    const blocks = Array.from(
      { length: 800 },
      (_, i) => `block B${i}(X[t]) -> Y[t]:\n  Y = ${i === 799 ? "relu" : `B${i + 1}`}(X)\n`,
    );
    expect(infer(blocks.join("")).diagnostics).toEqual([]);
  });
});
