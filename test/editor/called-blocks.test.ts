import { describe, expect, it } from "vitest";
import { calledBlocks, outermostBlocks } from "../../src/editor/called-blocks.ts";
import { mainBlock } from "../../src/editor/header.ts";
import { parse } from "../../src/language/parse.ts";
import { inferDiagram } from "../../src/typing/infer.ts";

const { document } = parse(`
block Head(X[t m]) -> Y[t m]:
  Y[t m] = relu(X)

block Layer(X[t m]) -> Y[t m]:
  layer H = Head
  Y[t m] = H(X) + relu(X)

block Stack(X[t m]) -> Y[t m]:
  A[t m] = Head(X)
  repeat 3:
    carry Y[t m] from A to Y'
    Y'[t m] = Layer(Y)

block Other(X[t m]) -> Y[t m]:
  Y[t m] = tanh(X)
`);

describe("the blocks that a block calls", () => {
  it("are those of its lines, its loops and its shared layers, each once", () => {
    expect(calledBlocks(document, "Stack")).toEqual(["Head", "Layer"]);
    expect(calledBlocks(document, "Layer")).toEqual(["Head"]);
    expect(calledBlocks(document, "Head")).toEqual([]);
    expect(calledBlocks(document, "Nothing")).toEqual([]);
  });

  it("leave those that stand by themselves, and the picture", () => {
    expect(outermostBlocks(document, "Other")).toEqual(["Stack", "Other"]);
    expect(outermostBlocks(document, "Head")).toEqual(["Head", "Stack", "Other"]);
  });
});

describe("the block that a file makes its picture", () => {
  it.each([
    "main A\nblock A(X[t]) -> Y[t]:\n  Y = relu(X)\nblock B(X[t]) -> Y[t]:\n  Y = tanh(X)\n",
    "block A(X[t]) -> Y[t]:\n  Y = relu(X)\nblock B(X[t]) -> Y[t]:\n  Y = tanh(X)\n",
    "block A(X[t]) -> Y[t]:\n  Y = relu(X)\ninput X[t]\nY = A(X)\n",
    "main Gone\nblock A(X[t]) -> Y[t]:\n  Y = relu(X)\n",
    "size n = 3\n",
  ])("is the one that typing takes", (text) => {
    const file = parse(text).document;
    expect(mainBlock(file)).toBe(inferDiagram(file).main.name);
  });
});
