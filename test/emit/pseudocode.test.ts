import { describe, expect, test } from "vitest";
import { emitJson } from "../../src/emit/json.ts";
import { emitPseudocode } from "../../src/emit/pseudocode.ts";
import { parse } from "../../src/language/parse.ts";
import { inferDiagram } from "../../src/typing/infer.ts";

function read(text: string) {
  const { document, diagnostics } = parse(text);
  const typed = inferDiagram(document);
  return { document, typed, diagnostics: [...diagnostics, ...typed.diagnostics] };
}

function pseudocode(text: string): string {
  const { document, typed } = read(text);
  return emitPseudocode(document, typed);
}

describe("pseudocode", () => {
  test.each([
    [
      "what is computed at the top",
      "size d = 64\ninput Q[y d], K[x d]\nS = dot[d](Q, K)\nA = softmax[x](S)\n",
      "size d = 64\ninput Q[y d], K[x d]\nS[y x] = dot[d](Q, K)\nA[y x] = softmax[x](S)\n",
    ],
    [
      "several results",
      "input G[g=2 n]\na, b = unstack[g](G)\n",
      "input G[g=2 n]\na[n], b[n] = unstack[g](G)\n",
    ],
    [
      "outputs of blocks and arrays inside",
      "block F(X[t m]) -> Y:\n  Y = relu(X)\n",
      "block F(X[t m]) -> Y[t m]:\n  Y[t m] = relu(X)\n",
    ],
    [
      "what crosses the walls of a scan",
      [
        "block F(X[t n]) -> Y[t n]:",
        "  scan t:",
        "    each x in X",
        "    carry h[n] from zeros() to h'",
        "    collect Y from h'",
        "    h' = tanh(x + h)",
        "",
      ].join("\n"),
      [
        "block F(X[t n]) -> Y[t n]:",
        "  scan t:",
        "    each x[n] in X",
        "    carry h[n] from zeros() to h'",
        "    collect Y[t n] from h'",
        "    h'[n] = tanh(x + h)",
        "",
      ].join("\n"),
    ],
    [
      "a size where its axis appears first",
      "size d = 8\ninput X[t d], Y[t e=d]\nC = concat[d e -> c](X, Y)\nD = relu(C)\n",
      "size d = 8\ninput X[t d], Y[t e=d]\nC[t c=2*d] = concat[d e -> c](X, Y)\nD[t c] = relu(C)\n",
    ],
  ])("has shapes on %s", (_what, text, printed) => {
    expect(read(text).diagnostics).toEqual([]);
    expect(pseudocode(text)).toBe(printed);
    expect(read(printed).diagnostics).toEqual([]);
    expect(pseudocode(printed)).toBe(printed);
  });

  test("leaves out what was arranged by hand, and keeps comments", () => {
    const text =
      '# first\ninput X[t]  # the input\nA = relu(X)\n\nlayout:\n  label /axis t "\\tau"\n';
    expect(pseudocode(text)).toBe("# first\ninput X[t]  # the input\nA[t] = relu(X)\n");
  });

  test("keeps lines with errors as they stand, and guesses no shapes after them", () => {
    expect(pseudocode("input X[t]\nA = nothing(X)\nB = relu(\n")).toBe(
      "input X[t]\nA = nothing(X)\nB = relu(\n",
    );
  });
});

describe("JSON", () => {
  test("holds the text and the type of every array", () => {
    const text = "size d = 64\ninput X[t d], I[t] of d\nA = relu(X)\n";
    expect(JSON.parse(emitJson(text, read(text).typed))).toEqual({
      format: "axisloom",
      version: 1,
      text,
      types: {
        "": {
          X: {
            axes: [
              { name: "t", size: "t" },
              { name: "d", size: "d", value: 64 },
            ],
            entries: "real",
          },
          I: { axes: [{ name: "t", size: "t" }], entries: "of d" },
          A: {
            axes: [
              { name: "t", size: "t" },
              { name: "d", size: "d", value: 64 },
            ],
            entries: "real",
          },
        },
      },
    });
  });

  test("writes values beyond 2⁵³ as strings", () => {
    const text = `size d = ${2n ** 60n}\ninput X[d]\n`;
    expect(emitJson(text, read(text).typed)).toContain(`"value": "${2n ** 60n}"`);
  });
});
