import { describe, expect, test } from "vitest";
import { nameTex } from "../../shapes/name-tex.ts";
import { measureText } from "../../src/draw/label.ts";
import { typeset } from "../../src/draw/typeset.ts";

describe("nameTex", () => {
  test.each([
    ["x", "x"],
    ["lambda", "\\lambda"],
    ["Delta", "\\Delta"],
    ["epsilon", "\\varepsilon"],
    ["x_bar", "\\overline{x}"],
    ["Y_hat", "\\hat{Y}"],
    ["theta_tilde", "\\tilde{\\theta}"],
    ["d_model", "d_{\\mathrm{model}}"],
    ["d_ff", "d_{\\mathit{ff}}"],
    ["x_bar_t", "\\overline{x}_{t}"],
    ["log_dt", "\\log \\mathit{dt}"],
    ["log_dt'", "\\log \\mathit{dt}'"],
    ["h0", "h_{0}"],
    ["W_1_2", "W_{1,2}"],
    ["c_in'", "c'_{\\mathit{in}}"],
    ["t''", "t''"],
    ["dt", "\\mathit{dt}"],
    ["logits", "\\mathrm{logits}"],
    ["alpha_1", "\\alpha_{1}"],
    ["v#3", "v"],
  ])("sets %s as %s", (name, tex) => {
    expect(nameTex(name)).toBe(tex);
    expect(typeset(tex).lossy).toBe(false);
  });

  test.each(["", "_", "'", "__proto__", "a b", "\\frac{", "é", "_bar", "9lives"])(
    "gives something for %s, which is no name",
    (name) => {
      expect(Number.isFinite(measureText(nameTex(name), "axis").width)).toBe(true);
    },
  );
});

describe("measureText", () => {
  test("measures a longer text as wider", () => {
    const short = measureText("k", "axis").width;
    expect(measureText("kk", "axis").width).toBeCloseTo(2 * short, 6);
  });

  test("takes LaTeX in a title as plain text", () => {
    const title = measureText("\\bar{x}", "title").width;
    expect(title).toBeGreaterThan(measureText("x", "title").width * 4);
  });
});
