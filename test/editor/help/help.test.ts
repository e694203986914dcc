import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { MESSAGE_ENTRIES } from "../../../src/editor/help/message-entries.ts";
import { signatureText } from "../../../src/editor/help/signature.ts";
import { findOp, OPS } from "../../../src/ops/index.ts";

const BROKEN = fileURLToPath(new URL("../../data/broken/", import.meta.url));

describe("the help on messages", () => {
  it("shows the example of each that the command line explains, fixes and all", () => {
    const files = readdirSync(BROKEN).map((name) => [
      name.slice(0, 3),
      readFileSync(`${BROKEN}${name}`, "utf8"),
    ]);
    const shown = MESSAGE_ENTRIES.map(({ code, broken }) => [code, broken]);
    expect(shown.toSorted()).toEqual(files.toSorted());
  });

  it.each(MESSAGE_ENTRIES.map((entry) => [entry.code, entry] as const))(
    "has an example with %s alone, and says why in a sentence",
    (code, { broken, cause, title }) => {
      expect(fixContext(broken).diagnostics.map((each) => each.code)).toEqual([code]);
      expect(cause).toMatch(/^[A-Z].*\.$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
    },
  );
});

describe("the signature of an operation", () => {
  it.each([
    ["softmax", "softmax[x …](S)"],
    ["add", "A + B"],
    ["linear", "linear[… -> …; bias](X, weight=, bias=)"],
    ["split", "split[x -> y …](X)"],
    ["dot", "dot[…](A, …)"],
    ["relu", "relu(X)"],
  ])("of %s is written as %s", (name, text) => {
    const op = findOp(name) ?? OPS.find((each) => each.name === name);
    expect(op && signatureText(op)).toBe(text);
  });

  it("begins with the name of the operation, or has its sign", () => {
    for (const op of OPS) {
      expect(signatureText(op)).toContain(op.operator ?? op.name);
    }
  });
});
