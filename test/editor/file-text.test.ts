import { describe, expect, it } from "vitest";
import { exportDiagram } from "../../src/editor/exports.ts";
import { readFileText } from "../../src/editor/file-text.ts";
import { outlineOf } from "../../src/editor/outline.ts";
import { readPreset } from "../support/reading.ts";

const LSTM = readPreset("lstm");

describe("opening files", () => {
  it.each(["svg", "json"] as const)("finds the text in an exported %s again", async (format) => {
    const { text } = await exportDiagram(format, LSTM, "light");
    expect(readFileText(`lstm.${format}`, text)).toEqual({ kind: "text", text: LSTM.text });
  });

  it("opens a text with a few mistakes as it stands", () => {
    const text = `${LSTM.text}\n%%%\n`;
    expect(readFileText("lstm.ncd", text)).toEqual({ kind: "text", text });
  });

  it.each([
    ["prose.txt", "Dear all,\nthis is a letter.\nYours\n"],
    ["other.json", '{"nodes": []}'],
    ["cut.json", '{"format": "axisloom", "te'],
    ["picture.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])("says of %s by line and column why it is not ours", (name, content) => {
    const found = readFileText(name, content);
    expect(found.kind).toBe("foreign");
    expect(found.kind === "foreign" && found.says).toMatch(
      new RegExp(`^\`${name}\`, line \\d+, column \\d+: .+\\.$`),
    );
  });
});

it("outlines blocks, loops and arrays in the order of the text", () => {
  const titles = outlineOf(LSTM.document).map((row) => [
    row.title,
    row.children.map((child) => child.title),
  ]);
  expect(titles).toEqual([
    ["LSTM cell", ["G", "a, f, z, o", "C'", "H'"]],
    ["LSTM", ["Scan over t"]],
  ]);
});
