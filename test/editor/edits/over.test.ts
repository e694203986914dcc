import { describe, expect, test } from "vitest";
import { renameAxis } from "../../../src/editor/edits/rename-axis.ts";
import { setCall } from "../../../src/editor/edits/set-call.ts";
import { changes, refusal } from "../../support/edit-laws.ts";

const TEXT = `
  size d, same = 3
  input X[c y x]
  Y[d y x] = conv[c -> d; over y x; kernel same; pad same](X)
`;

const option =
  (word: string, text: string | undefined) => (context: Parameters<typeof setCall>[0]) =>
    setCall(context, { node: "Y", setting: { kind: "option", word, text } });

const rename = (axis: string, name: string) => (context: Parameters<typeof setCall>[0]) =>
  renameAxis(context, { definition: "", axis, name });

describe("axes after an option word", () => {
  test("are renamed with their axis, and words in front of sizes are not", () => {
    expect(changes(TEXT, rename("y", "h"))).toEqual([
      "- input X[c y x]",
      "- Y[d y x] = conv[c -> d; over y x; kernel same; pad same](X)",
      "+ input X[c h x]",
      "+ Y[d h x] = conv[c -> d; over h x; kernel same; pad same](X)",
    ]);
  });

  test("are set as they are written, with what becomes of them", () => {
    expect(changes(TEXT, option("over", "x"))).toContain(
      "+ Y[d y x] = conv[c -> d; over x; kernel same; pad same](X)",
    );
    expect(changes(TEXT, option("over", "y x -> h w")).join("\n")).toContain(
      "conv[c -> d; over y x -> h w; kernel same; pad same](X)",
    );
    expect(refusal(TEXT, option("over", "y; x"))).toBe("Only axes can stand behind `over`.");
    expect(refusal(TEXT, option("over", ""))).toBe("`over` takes axes.");
  });

  test("leave sizes to stand alone behind other words", () => {
    expect(refusal(TEXT, option("kernel", "3 -> y"))).toBe("Only sizes can stand behind `kernel`.");
    expect(changes(TEXT, option("pad", "circular 1")).join("\n")).toContain("pad circular 1](X)");
  });
});
