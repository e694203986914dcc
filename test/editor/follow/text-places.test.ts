import { describe, expect, it } from "vitest";
import { axisAt, followAxis } from "../../../src/editor/follow/same-axis.ts";
import { textPlaces } from "../../../src/editor/follow/text-places.ts";
import type { Reading } from "../../../src/editor/reading.ts";
import { readLines, readPreset } from "../../support/reading.ts";

/** The lines of the text that have marked words, each between `«` and `»`. */
function marked(reading: Reading, axis: string): readonly string[] {
  const definition = reading.typed.main.name;
  const followed = followAxis(reading, axisAt(reading, { path: "", definition, axis }));
  if (followed === undefined) throw new RangeError(`There is no axis ${axis}.`);
  const places = textPlaces(reading, [followed]);
  return reading.text.split("\n").flatMap((text, at) => {
    const here = places(at + 1, text).toReversed();
    const shown = here.reduce(
      (line, { from, to }) => `${line.slice(0, from)}«${line.slice(from, to)}»${line.slice(to)}`,
      text,
    );
    return here.length === 0 ? [] : [shown];
  });
}

describe("the words of the text that name a followed axis", () => {
  it("stand in the block of the axis, and in the blocks that it goes into by its name there", () => {
    const lines = readLines(
      "main Main",
      "size a = 3, t = 4",
      "block F(X[a m]) -> Y[a m e]:",
      "  Y[a m e] = softmax[a](X) + zeros[e=2]()",
      "block Main(P[t m], Q[a m]) -> A[t m u], B[a]:",
      "  A[t m u] = F[a=t e=u](P)",
      "  B[a] = sum[m](Q)",
    );
    expect(marked(lines, "t")).toEqual([
      "block F(X[«a» m]) -> Y[«a» m e]:",
      "  Y[«a» m e] = softmax[«a»](X) + zeros[e=2]()",
      "block Main(P[«t» m], Q[a m]) -> A[«t» m u], B[a]:",
      "  A[«t» m u] = F[«a»=«t» e=u](P)",
    ]);
  });

  it("are no sizes of the same name", () => {
    const lines = readLines("size n = 4", "input A[n p=n]", "B[p] = sum[n](A)", "require n == n");
    expect(marked(lines, "n")).toEqual(["input A[«n» p=n]", "B[p] = sum[«n»](A)"]);
  });

  it("are every axis of that name in multi-head attention", () => {
    expect(marked(readPreset("multi-head-attention"), "x").length).toBe(6);
  });
});
