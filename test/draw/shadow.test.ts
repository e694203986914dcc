import { describe, expect, test } from "vitest";
import { rectangle } from "../../src/draw/curve.ts";
import type { Mark } from "../../src/draw/mark.ts";
import { textured } from "../../src/draw/textured.ts";
import { strokeOf, themeOf } from "../../src/draw/theme.ts";

const plate = (x: number, fill: "note" | "linear"): Mark => ({
  kind: "path",
  path: rectangle({ x, y: 0, width: 10, height: 10 }),
  fill,
});

/** What is painted, in order: colours of areas, and `~` for each line of a shadow. */
function painted(marks: readonly Mark[], theme: "light" | "dark" | "print"): string {
  return textured(marks, themeOf(theme))
    .map((mark) => {
      if (mark.kind !== "path") return "?";
      return mark.stroke?.startsWith("shadow-") === true ? "~" : (mark.fill ?? "|");
    })
    .join(" ");
}

describe("the shadows of plates", () => {
  test("lie below each plate on screen, light ones in the dark, and nowhere in print", () => {
    const marks = [plate(0, "note"), plate(20, "linear")];
    expect(painted(marks, "light")).toBe("~ ~ ~ note ~ ~ ~ linear");
    expect(painted(marks, "dark")).toBe(painted(marks, "light"));
    expect([themeOf("light").shadow, themeOf("dark").shadow]).toEqual(["#000000", "#ffffff"]);
    expect(painted(marks, "print")).not.toContain("~");
  });

  test("of a remark and its wedge lie below both", () => {
    expect(painted([plate(0, "note"), plate(5, "note")], "light")).toBe("~ ~ ~ ~ ~ ~ note note");
  });

  test("fade outwards, and belong to areas without an outline only", () => {
    const lines = textured([plate(0, "note")], themeOf("light")).flatMap((mark) =>
      mark.kind === "path" && mark.stroke !== undefined ? [strokeOf(mark.stroke)] : [],
    );
    const widths = lines.map(({ width }) => width);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    const strengths = lines.map(({ opacity = 1 }) => opacity);
    expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
    expect(painted([{ ...plate(0, "note"), stroke: "outline" } as Mark], "light")).toBe("note");
  });
});
