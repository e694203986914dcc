import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { liftAxes } from "../../src/typing/lift.ts";

/** `E[y m] L[m k h] | m m -> k h` as inputs, what each uses up, and what comes in. */
function lifted(inputs: readonly string[], consumed: readonly string[], made = ""): string {
  const result = liftAxes({
    inputs: inputs.map(words),
    consumed: consumed.map(words),
    made: words(made),
  });
  const axes = result.axes.join(" ");
  return result.kind === "twice" ? `${axes} (twice ${result.axis})` : axes;
}

function words(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}

describe("the order of lifted axes", () => {
  it.each([
    ["a projection", ["y m", "m k h"], ["m", "m"], "", "y k h"],
    ["scores", ["y k h", "x k h"], ["k", "k"], "", "y x h"],
    ["softmax in place", ["y x h"], ["x"], "x", "y x h"],
    ["weighted values", ["y x h", "x k h"], ["x", "x"], "", "y k h"],
    ["the output projection", ["y k h", "k h m"], ["k h", "k h"], "", "y m"],
    ["a projection with a batch axis", ["b y m", "m k h"], ["m", "m"], "", "b y k h"],
    ["scores with a batch axis", ["b y k h", "b x k h"], ["k", "k"], "", "b y x h"],
    ["linear as one operation", ["y m"], ["m"], "k h", "y k h"],
    ["linear of two axes", ["y k h"], ["k h"], "m", "y m"],
    ["convolution", ["b c H W"], ["c H W"], "d y x", "b d y x"],
    ["a bias from the left", ["m", "t m"], ["", ""], "", "t m"],
    ["a bias from the right", ["t m", "m"], ["", ""], "", "t m"],
    ["a matrix product", ["i k", "k j"], ["k", "k"], "", "i j"],
    ["a step of a state", ["f n p", "f p"], ["p", "p"], "", "f n"],
    ["a new input", ["f n", "f"], ["", ""], "", "f n"],
    ["a readout", ["f c n", "f n"], ["n", "n"], "", "f c"],
    ["an outer product", ["y", "x"], ["", ""], "", "y x"],
    ["a source", [], [], "t m", "t m"],
    ["a sum", ["b t m"], ["t"], "", "b m"],
    ["a join along an axis", ["c y x", "c y x b"], ["c", "c"], "d", "d y x b"],
    ["a result that no axis makes room for", ["t m"], [""], "n", "t m n"],
    ["a transposed operand", ["m y", "y m"], ["", ""], "", "m y"],
  ])("puts %s in the drawn order", (_, inputs, consumed, made, order) => {
    expect(lifted(inputs, consumed, made)).toBe(order);
  });

  it("names the axis that a result would have twice", () => {
    expect(lifted(["y k h"], ["k"], "y")).toBe("y h (twice y)");
    expect(lifted(["c"], ["c"], "d d")).toBe("d (twice d)");
  });
});

const shape = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 5 });

describe("lifting", () => {
  it("gives the union of what remains and what is made, each axis once", () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 3 }), shape, shape, (inputs, targets, made) => {
        const consumed = inputs.map((axes) => axes.filter((axis) => targets.includes(axis)));
        const { axes } = liftAxes({ inputs, consumed, made });
        const remaining = inputs.flatMap((input) =>
          input.filter((axis) => !targets.includes(axis)),
        );
        expect([...axes].sort()).toEqual([...new Set([...remaining, ...made])].sort());
      }),
    );
  });

  it("keeps the order of a single input that it does not touch", () => {
    fc.assert(
      fc.property(shape, (axes) => {
        expect(liftAxes({ inputs: [axes], consumed: [[]], made: [] }).axes).toEqual(axes);
      }),
    );
  });
});
