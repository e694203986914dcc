import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type History, record, startHistory, travel } from "../../src/editor/history.ts";
import { keptHistory, readHistory } from "../../src/editor/kept-history.ts";
import { DIAGRAM, type Selection } from "../../src/editor/selection.ts";

const SELECTIONS: readonly Selection[] = [
  DIAGRAM,
  { kind: "operation", id: "Z>F/Y", definition: "F", node: "F/Y" },
  { kind: "array", path: "", definition: "", array: "A" },
  { kind: "strand", path: "Z", definition: "F", array: "A", axis: "k'" },
  { kind: "strand", path: "", definition: "", array: "A", axis: "t", at: "B.1" },
];

const NOWHERE = { caret: 0, anchor: 0, selection: DIAGRAM, more: [], trail: [] };

/** A history of any texts, looked at from any of its steps. */
const arbitraryHistory = fc
  .tuple(
    fc.array(
      fc.record({
        text: fc.string({ unit: "grapheme", maxLength: 60 }),
        selection: fc.constantFrom(...SELECTIONS),
        trail: fc.constantFrom([], ["F"], ["F", "G"]),
        more: fc.constantFrom([], ["B"], ["B", "Z>F/Y"]),
        caret: fc.nat(10),
        anchor: fc.nat(10),
      }),
      { maxLength: 12 },
    ),
    fc.nat(12),
  )
  .map(([moments, back]) => {
    const start = startHistory("first\n");
    const end = moments.reduce(
      (history, moment, at) => record(history, moment, `Step ${at}`),
      start,
    );
    return travel(end, -back);
  });

/** The history as it is after a reload. */
function reloaded(history: History): History | undefined {
  const stored: unknown = JSON.parse(JSON.stringify(keptHistory(history)));
  return readHistory(stored, history.present.text);
}

describe("a history that is kept", () => {
  it("comes back with every step, its label, selection and place", () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        expect(reloaded(history)).toEqual(history);
      }),
    );
  });

  it("keeps the nearest 200 steps on both sides", () => {
    let history = startHistory("0");
    for (let at = 1; at <= 450; at++) {
      const text = String(at);
      history = record(history, { text, ...NOWHERE }, `To ${at}`);
    }
    const kept = reloaded(travel(history, -225));
    expect([kept?.past.length, kept?.future.length]).toEqual([200, 200]);
    expect(kept?.past[0]?.text).toBe("25");
    expect(kept?.future.at(-1)?.text).toBe("425");
  });

  it("takes less than a megabyte, whatever the texts", () => {
    let history = startHistory("");
    for (let at = 1; at <= 40; at++) {
      const text = String(at % 10).repeat(60_000 + at);
      history = record(history, { text, ...NOWHERE }, `To ${at}`);
    }
    expect(JSON.stringify(keptHistory(history)).length).toBeLessThan(1_000_000);
    const kept = reloaded(history);
    expect(kept?.past.length).toBeGreaterThan(3);
    expect(kept?.past.at(-1)).toEqual(history.past.at(-1));
  });

  it("that was kept before several things could be selected is read all the same", () => {
    const stored = keptHistory(record(startHistory("a"), { ...NOWHERE, text: "ab" }, "Wrote b"));
    const { more: _, anchor: __, ...present } = stored.present;
    const past = stored.past.map(({ more: ___, anchor: ____, ...step }) => step);
    expect(readHistory({ ...stored, present, past }, "ab")).toEqual(
      record(startHistory("a"), { ...NOWHERE, text: "ab" }, "Wrote b"),
    );
  });

  it("is taken from storage only as far as it is one", () => {
    const stored = {
      ...keptHistory(record(startHistory("a"), { text: "ab", ...NOWHERE }, "Wrote b")),
    };
    const [step] = stored.past;
    const broken = { ...step, from: 7 };
    expect(readHistory({ ...stored, past: [step, broken, step] }, "ab")?.past).toHaveLength(1);
    expect(readHistory({ ...stored, past: "all of it" }, "ab")?.past).toEqual([]);
    expect(readHistory({ ...stored, present: { label: 3 } }, "ab")).toBeUndefined();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readHistory(value, "ab")).toBeUndefined();
      }),
    );
  });
});
