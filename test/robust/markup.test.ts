import { describe, expect, test } from "vitest";
import { openFile } from "../../src/language/file.ts";
import { parse } from "../../src/language/parse.ts";
import { readXml, type XmlElement } from "../support/xml.ts";
import { makeAll, pictureOf } from "./whole-pipeline.ts";

const MARKUP = `</metadata></svg><script>alert(1)</script><svg onload=alert(1)>&amp;&<>']]><!--`;

/** A diagram with this in every place that takes free text. */
function everywhere(text: string): string {
  const quoted = `"${text.replace(/[\\"]/g, "\\$&")}"`;
  return [
    `diagram ${quoted}`,
    `source ${quoted}`,
    `note ${quoted}`,
    "main F",
    `# ${text}`,
    `block F(X[t]) -> Y[t]: # ${text}`,
    `  Y[t] = relu(X) # ${text}`,
    `  ${text}`,
    "layout:",
    `  label F/axis t ${quoted}`,
    `  label F/array X ${quoted}`,
    `  ${text}`,
    "",
  ].join("\n");
}

const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ["markup", MARKUP],
  ["an event attribute", `" onload="alert(1)" x="`],
  ["LaTeX that would make links and styles", String.raw`\href{javascript:alert(1)}{x}`],
  ["LaTeX that would define itself", String.raw`\def\a{\a\a}\a`],
  ["LaTeX that would be a file", String.raw`\input{/etc/passwd}`],
  ["LaTeX that does not end", String.raw`\frac{1}{`],
  ["Chinese and Japanese", "注意力 変換器"],
  ["text from right to left", "انتباه \u202etxet\u202c"],
  ["emoji", "👩‍👩‍👧‍👦 🎉"],
  ["a lone surrogate", "a\ud800b\udc00c"],
  ["a text of 20,000 letters", "wide".repeat(5000)],
];

/** Everything that a figure is made of, and the element that holds its source. */
const ELEMENTS = "svg title desc metadata axisloom:source defs use path g rect text".split(" ");

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

describe("every text field with", () => {
  test.each(TEXTS)("%s comes out as text", (_, text) => {
    const { svg, json, diagnostics } = makeAll(everywhere(text));
    for (const { name, attributes } of elementsOf(readXml(svg))) {
      expect(ELEMENTS).toContain(name);
      for (const attribute of Object.keys(attributes)) {
        expect(attribute).not.toMatch(/^on|^style$/);
        if (/href$/.test(attribute)) expect(attributes[attribute]).toMatch(/^#/);
      }
    }
    expect(pictureOf(svg)).not.toContain("urn:axisloom:source");
    expect(JSON.parse(json)).toMatchObject({ format: "axisloom", version: 1 });
    expect(diagnostics.length).toBeLessThanOrEqual(3);
  });

  test.each(TEXTS.filter(([what]) => what !== "a lone surrogate"))(
    "%s is read back from SVG and JSON",
    (_, text) => {
      const written = everywhere(text);
      const { svg, json } = makeAll(written);
      expect(openFile(svg)).toMatchObject({ ok: true, kind: "svg", text: written });
      expect(openFile(json)).toMatchObject({ ok: true, kind: "json", text: written });
      expect(parse(written).document.header).toMatchObject([{ text }, { text }, { text }, {}]);
    },
  );
});
