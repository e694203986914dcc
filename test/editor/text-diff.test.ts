import fc from "fast-check";
import { expect, it } from "vitest";
import { replacement } from "../../src/editor/text-diff.ts";

it("turns the one text into the other by one replacement", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n") });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = replacement(before, after);
      if (change === undefined) {
        expect(before).toBe(after);
        return;
      }
      const made = before.slice(0, change.from) + change.insert + before.slice(change.to);
      expect(made).toBe(after);
    }),
  );
});

it("replaces no more than what differs", () => {
  expect(replacement("a long line", "a short line")).toEqual({ from: 2, to: 6, insert: "short" });
});
