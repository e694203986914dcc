import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { printSize } from "../../shapes/print.ts";
import { constant, evaluate, type Size, symbol } from "../../shapes/size.ts";
import {
  paddedSize,
  sameWindowCount,
  sliceCount,
  transposedSize,
  type Window,
  windowCount,
  windowCountRoundedUp,
  windowReach,
} from "../../shapes/window.ts";
import { size } from "../support/sizes.ts";

interface ShapeVector {
  readonly id: string;
  readonly what: string;
  readonly out: string;
  readonly n32?: number;
  readonly n33?: number;
  readonly n224?: number;
}

const VECTORS: readonly ShapeVector[] = JSON.parse(
  readFileSync(new URL("../data/shape-vectors.json", import.meta.url), "utf8"),
);

/** What `conv k3 s2 p1 twice` and its like make of a size. */
function run(what: string, input: Size): Size {
  const [kind = "", ...words] = what.split(" ");
  const number = (letter: string) => {
    const word = words.find((each) => each.startsWith(letter) && /\d$/.test(each));
    return word === undefined ? undefined : constant(Number(word.slice(1)));
  };
  const pad = number("p") ?? constant(0);
  const window: Window = {
    kernel: number("k") ?? constant(1),
    stride: number("s") ?? constant(1),
    before: pad,
    after: pad,
    dilation: number("d") ?? constant(1),
  };
  const extra = words.includes("out_pad") ? constant(Number(words.at(-1))) : constant(0);
  const count = words.includes("ceil_mode") ? windowCountRoundedUp : windowCount;
  const step = (of: Size) =>
    kind === "transposed" ? transposedSize(of, window, extra) : count(of, window);
  return words.includes("twice") ? step(step(input)) : step(input);
}

describe("window sizes of the test vectors", () => {
  it.each(VECTORS)("$id: $what gives $out", (vector) => {
    const out = run(vector.what, symbol("n"));
    expect(printSize(out)).toBe(vector.out);
    for (const [n, expected] of [
      [32n, vector.n32],
      [33n, vector.n33],
      [224n, vector.n224],
    ] as const) {
      if (expected !== undefined) expect(evaluate(out, () => n)).toBe(BigInt(expected));
    }
  });
});

describe("windows", () => {
  it("follow a valid U-Net of four levels down and up to the published sizes", () => {
    const twice = (of: Size) => {
      const once = windowCount(of, { kernel: constant(3) });
      return windowCount(once, { kernel: constant(3) });
    };
    const halved = { kernel: constant(2), stride: constant(2) };
    let level = symbol("n");
    const pooled: string[] = [];
    for (let depth = 0; depth < 4; depth++) {
      level = windowCount(twice(level), halved);
      pooled.push(printSize(level));
    }
    expect(pooled).toEqual(["⌊n/2⌋ - 2", "⌊n/4⌋ - 3", "⌊(n + 4)/8⌋ - 4", "⌊(n + 4)/16⌋ - 4"]);
    level = twice(level);
    for (let depth = 0; depth < 4; depth++) level = twice(transposedSize(level, halved));
    expect(level).toBe(size("16*((n+4)//16) - 188"));
    expect(evaluate(level, () => 572n)).toBe(388n);
  });

  it("have a reach and need a padded size of at least that", () => {
    const window = { kernel: symbol("k"), dilation: symbol("d"), before: symbol("p") };
    expect(windowReach(window)).toBe(size("d*(k-1) + 1"));
    expect(paddedSize(symbol("n"), window)).toBe(size("n + p"));
  });

  it("lose nothing with same padding", () => {
    expect(printSize(sameWindowCount(symbol("n"), { kernel: constant(5) }))).toBe("n");
    const strided = { kernel: constant(5), stride: symbol("s") };
    expect(printSize(sameWindowCount(symbol("n"), strided))).toBe("⌈n/s⌉");
  });

  it("count the positions of a slice", () => {
    expect(sliceCount(symbol("n"), {})).toBe(symbol("n"));
    expect(sliceCount(symbol("n"), { from: constant(1) })).toBe(size("n - 1"));
    expect(printSize(sliceCount(symbol("n"), { step: constant(2) }))).toBe("⌈n/2⌉");
    expect(printSize(sliceCount(symbol("n"), { to: constant(8) }))).toBe("min(n, 8)");
    expect(sliceCount(symbol("n"), { to: size("n - 1"), from: constant(1) })).toBe(size("n - 2"));
  });
});
