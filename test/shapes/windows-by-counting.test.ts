import { describe, expect, it } from "vitest";
import { constant, evaluate, type Size, symbol } from "../../shapes/size.ts";
import {
  sliceCount,
  transposedSize,
  type Window,
  windowCount,
  windowCountRoundedUp,
} from "../../shapes/window.ts";
import {
  countSlice,
  countWindows,
  countWindowsRoundedUp,
  type Moving,
  spreadOf,
} from "../support/windows.ts";

/** Every window with these hyper-parameters whose padding is at most half its kernel. */
const WINDOWS: readonly Moving[] = [1, 2, 3, 4, 5, 7].flatMap((kernel) =>
  [1, 2, 3, 4].flatMap((stride) =>
    [0, 1, 2, 3].flatMap((before) =>
      [1, 2, 3].flatMap((dilation) =>
        2 * before > kernel ? [] : [{ kernel, stride, before, after: before, dilation }],
      ),
    ),
  ),
);
const LENGTHS = Array.from({ length: 24 }, (_, at) => at + 1);

function symbolic(window: Moving): Required<Window> {
  const { kernel, stride, before, after, dilation } = window;
  return {
    kernel: constant(kernel),
    stride: constant(stride),
    before: constant(before),
    after: constant(after),
    dilation: constant(dilation),
  };
}

/** The cases in which a closed form and counting differ, and how many cases there were. */
function compare(
  form: (n: Size, window: Required<Window>) => Size,
  counted: (length: number, window: Moving) => number,
): { readonly cases: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let cases = 0;
  for (const window of WINDOWS) {
    const size = form(symbol("n"), symbolic(window));
    for (const length of LENGTHS) {
      const reach = window.dilation * (window.kernel - 1) + 1;
      if (length + window.before + window.after < reach) continue;
      cases += 1;
      const value = evaluate(size, () => BigInt(length));
      const count = counted(length, window);
      if (value !== BigInt(count)) {
        wrong.push(`${JSON.stringify(window)} on ${length}: ${value} instead of ${count}`);
      }
    }
  }
  return { cases, wrong };
}

describe("closed forms agree with counting", () => {
  it("for convolutions and pools that round down", () => {
    const { cases, wrong } = compare(windowCount, countWindows);
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(3000);
  });

  it("for pools that round up", () => {
    const { cases, wrong } = compare(windowCountRoundedUp, countWindowsRoundedUp);
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(3000);
  });

  it.each([0, 1])("for transposed convolutions with an output padding of %i", (extra) => {
    const { cases, wrong } = compare(
      (n, window) => transposedSize(n, window, constant(extra)),
      (length, window) => spreadOf(length, window, extra),
    );
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(3000);
  });

  it("for slices", () => {
    const wrong: string[] = [];
    for (const from of [0, 1, 2, 5]) {
      for (const to of [6, 9, 30]) {
        for (const step of [1, 2, 3, 4]) {
          const bounds = { from: constant(from), to: constant(to), step: constant(step) };
          const size = sliceCount(symbol("n"), bounds);
          for (const length of LENGTHS.filter((each) => each >= from)) {
            const value = evaluate(size, () => BigInt(length));
            const count = countSlice(length, from, to, step);
            if (value !== BigInt(count)) wrong.push(`${from} ${to} ${step} ${length}: ${value}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
