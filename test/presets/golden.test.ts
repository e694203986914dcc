import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { emitPseudocode } from "../../src/emit/pseudocode.ts";
import { parse } from "../../src/language/parse.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { drawDiagramWithElk } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectGolden, roundNumbers } from "../support/golden.ts";
import { typesText } from "../support/types-text.ts";

describe.each(PRESETS)("preset $name", ({ name, title, load }) => {
  test("has the types, the figure and the pseudocode of its goldens", async () => {
    const text = await load();
    const { document, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    const typed = inferDiagram(document);
    const scene = await drawDiagramWithElk(typed, document);
    const figure = renderSvg(scene, { theme: "light", title, source: text });
    expect(figure.losses).toEqual([]);
    expectGolden(`${name}/types.txt`, typesText(typed));
    expectGolden(`${name}/diagram.svg`, roundNumbers(figure.text));
    expectGolden(`${name}/pseudocode.txt`, emitPseudocode(document, typed));
  });
});
