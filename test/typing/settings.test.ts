import { describe, expect, it } from "vitest";
import { typed } from "../support/typed.ts";

const HEADS = `
  size k = 64, h = 8, m = k*h, n
  input X[t m]
  Y[t n] = linear[m -> n](X)
`;

/** The numbers of all sizes and of the axes of the picture, with what is wrong. */
function configured(text: string, settings: Readonly<Record<string, string>>) {
  const sizes = new Map(
    Object.entries(settings).map(([name, value]) => {
      const numbers = value.split(",").map(BigInt);
      return [name, numbers.length === 1 ? (numbers[0] ?? 0n) : numbers] as const;
    }),
  );
  const { diagram, problems } = typed(text, { sizes });
  const numbers = [...diagram.sizes.values()].map(({ name, value, from }) => {
    return `${name}=${value ?? "?"} ${from}`;
  });
  const axes = [...diagram.main.axes.values()].map(({ axis }) => {
    return `${axis.name}=${diagram.evaluate(axis.size) ?? "?"}`;
  });
  return { sizes: numbers.join(", "), axes: axes.join(" "), problems };
}

describe("sizes from outside", () => {
  it("leave the file's values where they say nothing", () => {
    const { sizes, axes, problems } = configured(HEADS, {});
    expect(sizes).toBe("k=64 file, h=8 file, m=512 equation, n=? free");
    expect(axes).toBe("t=? m=512 n=?");
    expect(problems).toEqual([]);
  });

  it("override a default, a free size and an axis of the picture", () => {
    const { sizes, axes } = configured(HEADS, { h: "4", n: "10", t: "7" });
    expect(sizes).toBe("k=64 file, h=4 setting, m=256 equation, n=10 setting");
    expect(axes).toBe("t=7 m=256 n=10");
  });

  it("solve an equation for a free size", () => {
    const { sizes } = configured("size k, h = 8, m = k*h", { m: "512" });
    expect(sizes).toBe("k=64 inferred, h=8 file, m=512 setting");
  });

  it("make the only default give way that can", () => {
    const { sizes, problems } = configured(HEADS, { m: "256", k: "32" });
    expect(sizes).toBe("k=32 setting, h=8 file, m=256 setting, n=? free");
    expect(problems).toEqual([]);
    expect(configured("size k = 64, m = 8*k", { m: "256" }).sizes).toBe(
      "k=32 inferred, m=256 setting",
    );
  });

  it("name the choices where two defaults could give way", () => {
    expect(configured(HEADS, { m: "256" }).problems).toEqual([
      "1:21 N09 `m` is set to 256, but m = k·h gives 512.",
      "  k = 64, h = 8.",
      "  It fits with k = 32.",
      "  It fits with h = 4.",
    ]);
  });

  it("say when nothing fits", () => {
    expect(configured(HEADS, { m: "500", h: "8" }).problems).toEqual([
      "1:21 N09 `m` is set to 500, but m = k·h gives 512.",
      "  k = 64, h = 8.",
    ]);
  });

  it("of an inferred axis say what it was inferred from", () => {
    const text = "size n, k = 4\ninput X[t=k*n]\nY[s] = slice[t -> s; from 2](X)";
    const { sizes, axes, problems } = configured(text, { s: "10" });
    expect(sizes).toBe("n=3 setting, k=4 file");
    expect(axes).toBe("t=12 s=10");
    expect(problems).toEqual([]);
    expect(configured(text, { s: "9" }).problems[0]).toMatch(/N09 `s` is set to 9, but s = /);
    expect(configured(text, { s: "10", n: "5" }).problems[0]).toMatch(/N09 .* is 18[.]$/);
  });

  it("set a table", () => {
    const { axes, problems } = configured("size c = (1, 2, 3)\ninput X[t=c[1]]", { c: "64,128" });
    expect(axes).toBe("t=128");
    expect(problems).toEqual([]);
  });

  it("name what nothing has, with the nearest name", () => {
    expect(configured(HEADS, { hh: "2" }).problems).toEqual([
      "- S12 There is no size or axis named `hh` to set.",
      "  The nearest name is `h`.",
    ]);
    expect(configured("size c = (1, 2)", { c: "3" }).problems).toEqual([
      "1:6 N09 `c` is a table; set it like `c=1,2`.",
    ]);
    expect(configured("size n", { n: "1,2" }).problems).toEqual([
      "1:6 N09 `n` is one size, not a table of 2.",
    ]);
  });

  it("are at least 1", () => {
    expect(configured("size n", { n: "0" }).problems).toEqual([
      "1:6 N09 `n` is 0, but a size is at least 1.",
    ]);
  });

  it("refute requirements", () => {
    const text = "size h = 8, m = 512\nrequire h divides m";
    expect(configured(text, {}).problems).toEqual([]);
    expect(configured(text, { h: "6" }).problems[0]).toBe(
      "2:1 N08 `h` must divide `m`, but m = 512 and h = 6.",
    );
  });
});

describe("the picture", () => {
  const text = `
    block One(X[m]) -> Y[m]:
      Y[m] = relu(X)

    block Two(X[m]) -> Y[m]:
      Y[m] = One(X)
  `;

  it("is the last block, unless there are arrays at the top or a block is chosen", () => {
    expect(typed(text).diagram.main.name).toBe("Two");
    expect(typed(text, { main: "One" }).diagram.main.name).toBe("One");
    expect(typed("main One\nblock One(X[m]) -> Y[m]:\n  Y = X\ninput A[m]").diagram.main.name).toBe(
      "One",
    );
    expect(typed("block One(X[m]) -> Y[m]:\n  Y = X\ninput A[m]").diagram.main.name).toBe("");
    expect(typed("").diagram.main.nodes).toEqual([]);
  });

  it("is named with the nearest block when there is none of the name", () => {
    expect(typed(text, { main: "Tow" }).problems).toEqual([
      "- N02 There is no block named `Tow`.",
      "  The nearest name is `Two`.",
    ]);
  });

  it("leaves by every array at the top that nothing uses, unless `output` says otherwise", () => {
    const top = "input X[m]\nA = relu(X)\nB = tanh(X)\nC = A + 1\n";
    const outputs = (source: string) => typed(source).diagram.main.outputs.map(({ id }) => id);
    expect(outputs(top)).toEqual(["B", "C"]);
    expect(outputs(`${top}output A, B`)).toEqual(["A", "B"]);
  });
});
