import { describe, expect, it } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { labelOutside } from "../../src/scene/index-outside.ts";
import { inferDiagram } from "../../src/typing/infer.ts";

const FOUR = [{ index: "\\lambda", last: "3" }];

describe("a label outside of the loop that it counts by", () => {
  it.each([
    ["\\bar{x}_{\\lambda+1}", "\\bar{x}_{4}"],
    ["\\bar{x}_\\lambda", "\\bar{x}_{3}"],
    ["c_{5 - \\lambda}", "c_{2}"],
    ["c_{\\lambda-3}", "c_{0}"],
    ["2c^{\\lambda}_{n}", "2c^{3}_{n}"],
  ])("counts %s in the last copy", (tex, outside) => {
    expect(labelOutside(tex, FOUR)).toBe(outside);
  });

  it("keeps names of sizes in the sum", () => {
    const many = [{ index: "i", last: "N-1" }];
    expect(labelOutside("w_{i+1}", many)).toBe("w_{N}");
    expect(labelOutside("w_{4-i}", many)).toBe("w_{5-N}");
    expect(labelOutside("w_i", many)).toBe("w_{N-1}");
  });

  it("stays where it does not count by the index, or not in a sum", () => {
    for (const tex of [
      "\\lambda",
      "x_{\\lambda_1}",
      "x_{2\\lambda}",
      "\\mathit{i}",
      "x_{\\lambdabar}",
    ])
      expect(labelOutside(tex, FOUR)).toBe(tex);
  });
});

it("U-Net has x̄₄ between its loops, and x̄ of λ in them", async () => {
  const preset = PRESETS.find(({ name }) => name === "unet");
  const { document } = parse((await preset?.load()) ?? "");
  const scene = drawDiagram(inferDiagram(document), document);
  const texts = (marks: readonly { readonly kind: string }[]) =>
    marks.flatMap((mark) => (mark.kind === "text" && "text" in mark ? [String(mark.text)] : []));
  const between = scene.bundles.flatMap(({ strands }) =>
    strands.flatMap(({ points }) => texts(points)),
  );
  expect(between).toEqual(expect.arrayContaining(["\\mathbf{\\bar{x}}_{4}", "c_{4}"]));
  expect(between.some((text) => text.includes("\\lambda"))).toBe(false);
  const inside = texts(scene.nodes.flatMap(({ marks }) => marks));
  expect(inside).toContain("\\mathbf{\\bar{x}}_{\\lambda+1}");
});
