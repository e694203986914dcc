import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFile } from "../../src/language/file.ts";
import { escapeXml } from "../../src/render/xml.ts";

function svgOf(source: string): string {
  return (
    '<?xml version="1.0"?>\n<!-- <axisloom:source>no</axisloom:source> -->\n' +
    '<svg xmlns="http://www.w3.org/2000/svg" aria-label="a > b"><title>t</title>' +
    `<metadata><axisloom:source xmlns:axisloom="urn:axisloom:source">${escapeXml(source)}` +
    "</axisloom:source></metadata><path d='M0 0'/></svg>\n"
  );
}

function jsonOf(fields: object): string {
  return JSON.stringify({ format: "axisloom", version: 1, ...fields }, null, 2);
}

/** What is said about a file that is refused, with its line and column. */
function refusal(content: string): string {
  const opened = openFile(content);
  if (opened.ok) return `opened as ${opened.kind}`;
  const { place, title } = opened.diagnostic;
  return `${place.span?.line}:${place.span?.column} ${title}`;
}

describe("opening a file", () => {
  it("gives back any text that stands in JSON or in an exported SVG", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(text, (source) => {
        expect(openFile(jsonOf({ text: source, types: {} }))).toEqual({
          ok: true,
          kind: "json",
          text: source,
        });
        const expected = source.replaceAll("\0", "\ufffd");
        const opened = openFile(svgOf(expected));
        expect(opened.ok && opened.text).toBe(
          // XML cannot hold some characters; escaping puts U+FFFD for them.
          expected.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd"),
        );
      }),
    );
  });

  it("takes any other text for the language", () => {
    expect(openFile("size k = 1\n")).toEqual({ ok: true, kind: "ncd", text: "size k = 1\n" });
    expect(openFile("")).toEqual({ ok: true, kind: "ncd", text: "" });
  });

  it("reads entities and character data", () => {
    const svg =
      "<svg><metadata><axisloom:source>&#65;&#x42;<![CDATA[<C>]]>&nbsp;&amp;lt;</axisloom:source></metadata></svg>";
    expect(openFile(svg)).toEqual({ ok: true, kind: "svg", text: "AB<C>&nbsp;&lt;" });
  });

  it.each([
    ["{}", "1:1 This is JSON, but its `format` is not `axisloom`."],
    ["\n  [1, 2]", "2:3 This is JSON, but its `format` is not `axisloom`."],
    [
      '{"__proto__": {"format": "axisloom"}}',
      "1:1 This is JSON, but its `format` is not `axisloom`.",
    ],
    [jsonOf({ version: 2 }), "1:1 This JSON file is version 2; version 1 is known here."],
    ['{"format":"axisloom"}', "1:1 This JSON file names no version; version 1 is known here."],
    [jsonOf({ text: 3 }), "1:1 This JSON file has no `text` that holds the diagram."],
    [jsonOf({ text: "size k" }).slice(0, -8), "4:13 This JSON file is cut off."],
    ['{\n  "format" "axisloom"}', "2:12 This file starts as JSON, but breaks off here."],
    [
      "<html><p>hello</p></html>",
      "1:1 This is a file of markup (`<html>`), not a diagram of Axisloom.",
    ],
    ["<svg><path/></svg>", "1:1 This SVG file holds no source text; Axisloom did not export it."],
    [svgOf("size k = 1").slice(0, 215), "3:147 This SVG file is cut off."],
    ["%PDF-1.7", "1:1 This is a PDF file, not a diagram of Axisloom."],
  ])("refuses %j", (content, says) => {
    expect(refusal(content)).toBe(says);
  });

  it("looks for the source text inside the metadata of an SVG only", () => {
    const source = "<axisloom:source>size k</axisloom:source>";
    expect(openFile(`<svg>${source}</svg>`).ok).toBe(false);
    expect(openFile(`<html><metadata>${source}</metadata></html>`).ok).toBe(false);
    expect(openFile(`<svg><!--<metadata>${source}</metadata>--></svg>`).ok).toBe(false);
  });

  it("ends on markup that never closes", () => {
    expect(openFile('<a "'.repeat(100_000)).ok).toBe(false);
    expect(openFile("<".repeat(1_000_000)).ok).toBe(false);
    expect(openFile(`<svg ${"a='b' ".repeat(100_000)}`).ok).toBe(false);
  });
});
