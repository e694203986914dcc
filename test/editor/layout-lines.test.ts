import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, setOpen } from "../../src/editor/layout-lines.ts";

const TEXT = "block B(X[a]) -> Y:\n  Y[a] = relu(X)\n";
const NODE = fc.stringMatching(/^[A-Z][a-z]{0,3}\/[A-Z]'{0,2}(\.[12]){0,2}$/);

describe("opening calls in the layout section", () => {
  it("is undone by closing, in any order and with any neighbours", () => {
    fc.assert(
      fc.property(fc.uniqueArray(NODE, { minLength: 1, maxLength: 6 }), (nodes) => {
        const opened = nodes.reduce((text, node) => setOpen(text, node, true), TEXT);
        for (const node of nodes) expect(isOpen(opened, node)).toBe(true);
        const closed = nodes.reduceRight((text, node) => setOpen(text, node, false), opened);
        expect(closed).toBe(TEXT);
      }),
    );
  });

  it("does nothing to a call that is so already", () => {
    const opened = setOpen(TEXT, "B/Y", true);
    expect(setOpen(opened, "B/Y", true)).toBe(opened);
    expect(setOpen(TEXT, "B/Y", false)).toBe(TEXT);
  });

  it("keeps every other line of the section, comments too", () => {
    const text = `${TEXT}\nlayout:\n  # by hand\n  theme dark\n  open B/Y  # first\n`;
    expect(setOpen(text, "B/Z", true)).toBe(`${text.trimEnd()}\n  open B/Z\n`);
    expect(setOpen(text, "B/Y", false)).toBe(`${TEXT}\nlayout:\n  # by hand\n  theme dark\n`);
  });

  it("does not take a name that begins alike for the call", () => {
    const opened = setOpen(TEXT, "B/Y.1", true);
    expect(isOpen(opened, "B/Y")).toBe(false);
  });
});
