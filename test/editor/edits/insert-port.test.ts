import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { insertPort, type PortInsertion } from "../../../src/editor/edits/insert-port.ts";
import { changes, textAfter } from "../../support/edit-laws.ts";

const TOP = { definition: "" };

function port(kind: PortInsertion["kind"], rest: Partial<PortInsertion> = {}) {
  return (context: EditContext) => insertPort(context, { kind, into: TOP, ...rest });
}

describe("an input, a weight and an output", () => {
  it("have axes that are not given yet", () => {
    expect(textAfter("", port("input"))).toBe("input X[?]\n");
    expect(textAfter("", port("weight"))).toBe("weight W[?]\n");
    expect(textAfter("", port("output"))).toBe("Y = ?\noutput Y\n");
    expect(textAfter("input X[t d]\nZ = relu(X)\n", port("output", { name: "Z" }))).toBe(
      "input X[t d]\nZ = relu(X)\noutput Z\n",
    );
  });

  it("stand with those before them", () => {
    expect(textAfter("size k = 2\ninput X[k]\nY = relu(X)\n", port("input"))).toBe(
      "size k = 2\ninput X[k]\ninput X2[?]\nY = relu(X)\n",
    );
  });

  it("of a block stand in its first line, and its calls wait for them", () => {
    const text = `
      block F(X[m]) -> Y[m]:
        Y[m] = relu(X)

      input A[t m]
      B[t m] = F(A)
    `;
    expect(changes(text, port("input", { into: { definition: "F" } }))).toEqual([
      "- block F(X[m]) -> Y[m]:",
      "+ block F(X[m], X2[?]) -> Y[m]:",
      "- B[t m] = F(A)",
      "+ B[t m] = F(A, ?)",
    ]);
    expect(changes(text, port("output", { into: { definition: "F" } }))).toEqual([
      "- block F(X[m]) -> Y[m]:",
      "+ block F(X[m]) -> Y[m], Y2[?]:",
      "+ Y2 = ?",
      "- B[t m] = F(A)",
      "+ B[t m], Y2 = F(A)",
    ]);
    expect(changes(text, port("weight", { into: { definition: "F" } }))).toEqual(["+ weight W[?]"]);
  });
});
