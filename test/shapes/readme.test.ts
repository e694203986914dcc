import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseSize } from "../../shapes/parse.ts";
import { parseShape } from "../../shapes/parse-shape.ts";
import { printExpressionForPeople, printSize } from "../../shapes/print.ts";
import { printShape } from "../../shapes/print-shape.ts";
import { size } from "../support/sizes.ts";

/** The cells of the table under a heading of the README, with what stands between backticks. */
function rowsUnder(heading: string): readonly (readonly (readonly string[])[])[] {
  const text = readFileSync(new URL("../../shapes/README.md", import.meta.url), "utf8");
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .map((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), (match) => match[1] ?? "")),
    );
}

const NOTATION = rowsUnder("Notation").map(([, written = [], printed = []]) => ({
  written,
  printed,
}));
const SIZES = NOTATION.filter(({ written }) => !written[0]?.startsWith("["));
const SHAPES = NOTATION.filter(({ written }) => written[0]?.startsWith("["));
const NORMAL_FORMS = rowsUnder("Normal form").map(([, given = [], becomes = []]) => [
  given[0] ?? "",
  becomes[0] ?? "",
]);

describe("the README", () => {
  it("has rows to hold it to", () => {
    expect([SIZES.length, SHAPES.length, NORMAL_FORMS.length]).toEqual([13, 3, 8]);
  });

  it.each(SIZES)("prints $written as $printed", ({ written, printed }) => {
    const forms = written.map((text) => {
      const parsed = parseSize(text);
      return parsed.ok ? printExpressionForPeople(parsed.value) : parsed.complaint.says;
    });
    expect([...new Set(forms)]).toEqual(printed);
  });

  it.each(SHAPES)("writes shapes as they are read: $written", ({ written }) => {
    const [text = ""] = written;
    const parsed = parseShape(text);
    expect(parsed.ok && printShape(parsed.value)).toBe(text);
  });

  it.each(NORMAL_FORMS)("brings %s into the form %s", (given, becomes) => {
    expect(printSize(size(given))).toBe(becomes);
  });
});
