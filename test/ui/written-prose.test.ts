import { expect, test } from "vitest";
import { proseFromField, proseInField } from "../../src/ui/inspector/written-prose.ts";

test("a field of one line holds line breaks and maths, and gives them back", () => {
  expect(proseFromField("two\\nlines with $x_\\nu$")).toBe("two\nlines with $x_\\nu$");
  expect(proseInField("two\nlines with $x_\\nu$")).toBe("two\\nlines with $x_\\nu$");
  for (const text of ["a\\b", "a\\nb", "a \\", "$\\nabla$\n$5", "\\$5\nand $y$"]) {
    expect(proseFromField(proseInField(text))).toBe(text);
  }
});
