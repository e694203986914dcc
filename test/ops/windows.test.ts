import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { constant } from "../../shapes/size.ts";
import type { OpCall } from "../../src/ops/op.ts";
import { array, axes, say } from "../support/op-calls.ts";

/** A window along one axis, in numbers. */
interface Case {
  readonly n: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}

const CASES = fc.record({
  n: fc.integer({ min: 1, max: 40 }),
  kernel: fc.integer({ min: 1, max: 7 }),
  stride: fc.integer({ min: 1, max: 5 }),
  dilation: fc.integer({ min: 1, max: 3 }),
  before: fc.nat({ max: 4 }),
  after: fc.nat({ max: 4 }),
});
const RUNS = { numRuns: 800 };

function reachOf({ kernel, dilation }: Case): number {
  return dilation * (kernel - 1) + 1;
}

/** Windows one after the other, as long as all entries of one lie within the padded axis. */
function windowsThatFit(one: Case): number {
  let count = 0;
  const last = (start: number) => start + reachOf(one) - 1;
  for (let start = -one.before; last(start) < one.n + one.after; start += one.stride) count += 1;
  return count;
}

/** The same with a last window that runs over the end, if it begins before the padding there. */
function windowsRoundedUp(one: Case): number {
  let count = 0;
  const end = (start: number) => start + reachOf(one);
  for (let start = -one.before; start < one.n; start += one.stride) {
    count += 1;
    if (end(start) >= one.n + one.after) break;
  }
  return count;
}

/** The places that windows reach when each position spreads over one, without what is cut off. */
function spreadOut(one: Case): number {
  const reached = Array.from({ length: one.n }, (_, i) => i * one.stride + reachOf(one));
  return Math.max(...reached) - one.before - one.after;
}

function optionsOf(one: Case): OpCall["options"] {
  return {
    kernel: [constant(one.kernel)],
    stride: [constant(one.stride)],
    dilation: [constant(one.dilation)],
    pad_before: [constant(one.before)],
    pad_after: [constant(one.after)],
  };
}

/** Whether the claim that gives `r` its size is there with the number; other claims are bounds. */
function sizeOf(claims: readonly string[]): number {
  const [found] = claims.flatMap((claim) => /^r = (-?\d+)$/.exec(claim)?.[1] ?? []);
  return Number(found);
}

function fits(claims: readonly string[]): boolean {
  return claims.every((claim) => {
    const bound = /^(-?\d+) >= (-?\d+)$/.exec(claim);
    return bound === null || Number(bound[1]) >= Number(bound[2]);
  });
}

const convOf = (one: Case, more: Partial<OpCall> = {}): Partial<OpCall> => ({
  operands: [array(`t=${one.n} c`)],
  targets: axes("c"),
  results: axes("d"),
  over: { axes: axes(`t=${one.n}`), results: axes("r") },
  options: optionsOf(one),
  ...more,
});

describe("sizes of windows", () => {
  test("a convolution has as many as fit, and says when none does", () => {
    fc.assert(
      fc.property(CASES, (one) => {
        const { claims } = say("conv", convOf(one));
        const count = windowsThatFit(one);
        expect(fits(claims)).toBe(count > 0);
        if (count > 0) expect(sizeOf(claims)).toBe(count);
      }),
      RUNS,
    );
  });

  test("cutting an axis into windows gives as many as fit", () => {
    fc.assert(
      fc.property(CASES, (one) => {
        const [t, results] = [axes(`t=${one.n}`), axes("r j")];
        const call = { operands: [array(`t=${one.n}`)], targets: t, results };
        const { claims } = say("windows", { ...call, options: optionsOf(one) });
        const count = windowsThatFit(one);
        expect(fits(claims)).toBe(count > 0);
        if (count > 0) expect(sizeOf(claims)).toBe(count);
        expect(claims).toContain(`j = ${one.kernel}`);
      }),
      RUNS,
    );
  });

  test.each(["max_pool", "avg_pool"])("%s rounds down, or up when told", (name) => {
    fc.assert(
      fc.property(CASES, fc.boolean(), (one, ceil) => {
        const [border, dilation] = [Math.min(one.before, Math.floor(one.kernel / 2)), 1];
        const pool: Case = { ...one, before: border, after: border, dilation };
        const call = {
          operands: [array(`t=${pool.n}`)],
          targets: axes(`t=${pool.n}`),
          results: axes("r"),
          options: { ...optionsOf(pool), ...(ceil && { ceil: [] }) },
        };
        const { claims } = say(name, call);
        const any = windowsThatFit(pool) > 0;
        expect(fits(claims)).toBe(any);
        if (any) expect(sizeOf(claims)).toBe(ceil ? windowsRoundedUp(pool) : windowsThatFit(pool));
      }),
      RUNS,
    );
  });

  test("a transposed convolution reaches as far as its windows do", () => {
    fc.assert(
      fc.property(CASES, fc.nat({ max: 2 }), (one, extra) => {
        const options = { ...optionsOf(one), output_pad: [constant(extra)] };
        const { claims } = say("conv_transpose", convOf(one, { options }));
        const size = spreadOut(one) + extra;
        expect(fits(claims)).toBe(size >= 1 && extra < Math.max(one.stride, one.dilation));
        if (fits(claims)) expect(sizeOf(claims)).toBe(size);
      }),
      RUNS,
    );
  });

  test("windows that are put back reach as far as they did", () => {
    fc.assert(
      fc.property(CASES, (one) => {
        const targets = axes(`s=${one.n} j=${one.kernel}`);
        const { kernel: _, ...options } = optionsOf(one);
        const call = { operands: [array(`s=${one.n} j=${one.kernel}`)], targets };
        const { claims } = say("overlap_add", { ...call, results: axes("r"), options });
        expect(fits(claims)).toBe(spreadOut(one) >= 1);
        if (fits(claims)) expect(sizeOf(claims)).toBe(spreadOut(one));
      }),
      RUNS,
    );
  });

  test.each(["same", "causal"])("with %s padding a window starts at every stride", (pad) => {
    fc.assert(
      fc.property(CASES, (one) => {
        const { kernel = [], stride = [], dilation = [] } = optionsOf(one);
        const options = { kernel, stride, dilation, pad: [] };
        const { claims } = say("conv", convOf(one, { options, words: { pad } }));
        let starts = 0;
        for (let at = 0; at < one.n; at += one.stride) starts += 1;
        expect(fits(claims)).toBe(true);
        expect(sizeOf(claims)).toBe(starts);
      }),
      RUNS,
    );
  });

  test("padding from the array itself does not go further than it", () => {
    const around = (word: string, pad: number) => {
      const one = { n: 4, kernel: 3, stride: 1, dilation: 1, before: 0, after: 0 };
      const options = { kernel: [constant(3)], pad: [constant(pad)] };
      return fits(say("conv", convOf(one, { options, words: { pad: word } })).claims);
    };
    expect([3, 4, 5].map((pad) => around("reflect", pad))).toEqual([true, false, false]);
    expect([3, 4, 5].map((pad) => around("circular", pad))).toEqual([true, true, false]);
  });
});

describe("what a convolution says", () => {
  const good = { n: 8, kernel: 3, stride: 1, dilation: 1, before: 0, after: 0 };
  const failures = (more: Partial<OpCall>) => say("conv", { ...convOf(good), ...more }).failures;

  test("when its axes or its kernel are missing", () => {
    const { over: _, ...bare } = convOf(good);
    expect(say("conv", bare).failures).toEqual([
      "S05: `conv` needs the axes that its windows move along, as in `over y x`.",
    ]);
    expect(failures({ options: {} })).toEqual([
      "S05: `conv` needs the size of its windows, as in `kernel 3`.",
    ]);
  });

  test("when sizes do not match the axes, or cannot be", () => {
    const two = [constant(3), constant(5)];
    expect(failures({ options: { kernel: two } })).toEqual([
      "N11: `kernel` of `conv` has 2 sizes for 1 axis.",
    ]);
    expect(failures({ options: { kernel: [constant(3)], stride: [constant(0)] } })).toEqual([
      "N08: The stride of `conv` must be at least 1, but is 0.",
    ]);
    expect(
      failures({ words: { pad: "causal" }, options: { ...optionsOf(good), pad: [] } }),
    ).toEqual(["N11: `conv` has `pad causal` and takes no other padding."]);
  });

  test("about its weights: channels and kernel by name, one axis left", () => {
    const named = { sizeNames: { kernel: ["k"] } };
    const weights = (shape: string) => ({ ...named, keywords: { weight: array(shape) } });
    expect(failures(weights("d e k=3"))).toEqual([]);
    expect(say("conv", { ...convOf(good), ...weights("d e k=3") }).inferred.consumed).toEqual([
      ["c", "t"],
      ["d", "k", "e"],
    ]);
    expect(failures(weights("d e f k=3"))).toEqual([
      "S01: The weight of `conv` leaves open which of `e` and `f` meets `c`.",
    ]);
    expect(failures(weights("e k=3"))).toEqual([
      "S13: The weight of `conv` should have `d` and `k`, but [e k] lacks `d`.",
    ]);
    expect(failures({ keywords: { weight: array("d c k=3") } })).toEqual([
      "S05: The weight of `conv` needs its kernel axes by name, as in `kernel i=3`.",
    ]);
  });
});
