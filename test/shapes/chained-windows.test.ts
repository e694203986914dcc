import { describe, expect, it } from "vitest";
import { compareSizes } from "../../shapes/equal.ts";
import { printSize } from "../../shapes/print.ts";
import { constant, evaluate, floorDivide, type Size, subtract, symbol } from "../../shapes/size.ts";
import { transposedSize, type Window, windowCount } from "../../shapes/window.ts";
import { size } from "../support/sizes.ts";

/** A convolution that halves: kernel 3, stride 2, one position of padding on each side. */
const HALVING: Window = {
  kernel: constant(3),
  stride: constant(2),
  before: constant(1),
  after: constant(1),
};

/** A transposed convolution that doubles exactly. */
const DOUBLING: Window = { kernel: constant(2), stride: constant(2) };

function at(of: Size, n: bigint): bigint | undefined {
  return evaluate(of, () => n);
}

function halvedTwice(of: Size): Size {
  return windowCount(windowCount(of, HALVING), HALVING);
}

/** There and back: halved, then doubled. */
function restored(of: Size): Size {
  return transposedSize(windowCount(of, HALVING), DOUBLING);
}

/** A kernel of any size with half of what it reaches over as padding on each side. */
function padded(of: Size, kernel: Size): Size {
  const half = floorDivide(subtract(kernel, constant(1)), constant(2));
  return windowCount(of, { kernel, before: half, after: half });
}

describe("windows one after the other", () => {
  it.each([
    [32n, 8n],
    [33n, 9n],
    [224n, 56n],
  ])("halve %d twice to %d", (n, quarter) => {
    expect(printSize(halvedTwice(symbol("n")))).toBe("⌈n/4⌉");
    expect(at(halvedTwice(symbol("n")), n)).toBe(quarter);
  });

  it("restore a size that is even", () => {
    expect(printSize(restored(symbol("n")))).toBe("2·⌈n/2⌉");
    expect(restored(size("2*q"))).toBe(size("2*q"));
  });

  it("do not restore an odd one, which the smallest shows", () => {
    expect(compareSizes(restored(symbol("n")), symbol("n"))).toEqual({
      kind: "refuted",
      values: new Map([["n", 1n]]),
      left: 2n,
      right: 1n,
    });
    expect(at(restored(symbol("n")), 33n)).toBe(34n);
  });
});

describe("half of the kernel as padding", () => {
  it("keeps the size where the kernel is odd", () => {
    expect(padded(symbol("n"), size("2*r + 1"))).toBe(symbol("n"));
  });

  it("does not where it is even, which a kernel of 2 shows", () => {
    const verdict = compareSizes(padded(symbol("n"), symbol("k")), symbol("n"));
    expect(verdict).toMatchObject({
      kind: "refuted",
      values: new Map([
        ["k", 2n],
        ["n", 1n],
      ]),
    });
    expect(printSize(padded(symbol("n"), constant(2)))).toBe("n - 1");
  });
});
