import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { type LabelTarget, setLabel } from "../../../src/editor/edits/set-label.ts";
import { changes, refusal, textAfter } from "../../support/edit-laws.ts";

const label = (name: string, tex: string, rest: Partial<LabelTarget> = {}) => {
  return (context: EditContext) =>
    setLabel(context, { target: { definition: "", of: "axis", name, ...rest }, tex });
};

const TEXT = "input X[t d]\nA[t d] = relu(X)\nB[t d] = tanh(X)\n";

describe("a label", () => {
  it("comes, changes and goes", () => {
    expect(textAfter(TEXT, label("t", "\\bar{t}"))).toBe(
      `${TEXT}\nlayout:\n  label axis t "\\bar{t}"\n`,
    );
    const labelled = `${TEXT}\nlayout:\n  label axis t "\\bar{t}"  # time\n`;
    expect(changes(labelled, label("t", "\\tau"))).toEqual([
      '- label axis t "\\bar{t}"  # time',
      '+ label axis t "\\tau"  # time',
    ]);
    expect(textAfter(labelled, label("t", " "))).toBe(TEXT);
    expect(changes(TEXT, label("A", 'a "b"', { of: "array" }))).toContain(
      '+ label array A "a \\"b\\""',
    );
  });

  it("is refused for what is not there, and over several lines", () => {
    expect(refusal(TEXT, label("z", "\\zeta"))).toBe("There is no axis named `z` here.");
    expect(refusal(TEXT, label("t", "a\nb"))).toBe("A label stands on one line.");
    expect(refusal(TEXT, label("t", "\\bar{t"))).toBe(
      "This is not LaTeX that can be set: Missing close brace.",
    );
    expect(refusal(TEXT, label("t", "\\nonsense"))).toBe(
      "This is not LaTeX that can be set: There is no command \\nonsense.",
    );
    expect(refusal(TEXT, label("t", ""))).toBe("`t` has no label of its own.");
  });
});
