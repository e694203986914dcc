import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { safeFix } from "../../../src/editor/fixes/fixes.ts";
import { withSafeFixes } from "../../../src/editor/fixes/safe-fixes.ts";

const BROKEN = new URL("../../data/broken/", import.meta.url);
const files = readdirSync(BROKEN)
  .filter((name) => name.endsWith(".ncd"))
  .map((name) => [name, readFileSync(new URL(name, BROKEN), "utf8")] as const);

describe("all safe fixes at once", () => {
  it("repair several slips, each of which is safe alone", () => {
    const text = "input X[t d]\nA[t d] = relu[d](X)\nB[t d] = tanh[d](A)\n";
    expect(withSafeFixes(text)).toEqual({ text: text.replaceAll(/\[d\]\(/g, "("), count: 2 });
  });

  it("leave alone what is right, and what is not safe", () => {
    const right = "input X[t d]\nA[t d] = relu(X)\noutput A\n";
    expect(withSafeFixes(right)).toEqual({ text: right, count: 0 });
    const asks = "input S[y h]\nA[y h] = softmax[x](S)\noutput A\n";
    expect(withSafeFixes(asks).text).toBe(asks);
  });

  it.each(files)("of %s leave none, and no more mistakes than before", (_, text) => {
    const after = fixContext(withSafeFixes(text).text);
    expect(after.diagnostics.map((each) => safeFix(after, each))).toEqual(
      after.diagnostics.map(() => undefined),
    );
    expect(after.diagnostics.length).toBeLessThanOrEqual(fixContext(text).diagnostics.length);
  });
});
