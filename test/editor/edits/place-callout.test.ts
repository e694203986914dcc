import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { type CalloutPlace, placeCallout } from "../../../src/editor/edits/place-callout.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const place = (at: number, where: CalloutPlace) => (context: EditContext) =>
  placeCallout(context, { at, ...where });
const AUTOMATIC = { automatic: true } as const;

const HEAD = "input X[t d]\nA[t d] = relu(X)\n\nlayout:\n";
const FREE = `${HEAD}  plate attention "Region" A\n  callout A "Remark"  # why\n`;

describe("the place of a callout", () => {
  it("is set in half spacings, set anew, and given back in the bytes that were there", () => {
    const once = textAfter(FREE, place(1, { dx: 2, dy: -6 }));
    expect(once).toContain('  callout A dx=2 dy=-6 "Remark"  # why\n');
    expect(changes(once, place(1, { dx: 0, dy: 12 }))).toEqual([
      '- callout A dx=2 dy=-6 "Remark"  # why',
      '+ callout A dx=0 dy=12 "Remark"  # why',
    ]);
    expect(textAfter(once, place(1, AUTOMATIC))).toBe(FREE);
  });

  it("is called after what the callout points at", () => {
    expect(edited(FREE, place(1, { dx: 1, dy: 1 })).label).toBe("Moved the callout at A");
    const copied = `${HEAD}  callout copy:X dx=1 dy=1 "Copied"\n`.replace(
      "relu(X)",
      "relu(X)\nB[t d] = tanh(X)",
    );
    expect(edited(copied, place(0, AUTOMATIC)).label).toBe("Let the callout at X look for room");
  });

  it("changes nothing that stands already, and nothing that the language cannot write", () => {
    const placed = textAfter(FREE, place(1, { dx: 2, dy: -6 }));
    expect(refusal(placed, place(1, { dx: 2, dy: -6 }))).toBe("This callout stands there already.");
    expect(refusal(FREE, place(1, AUTOMATIC))).toBe("This callout looks for room itself already.");
    const unwritable = "A callout stands a whole number of half spacings from what it points at.";
    for (const dx of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000]) {
      expect(refusal(FREE, place(1, { dx, dy: 0 }))).toBe(unwritable);
      expect(refusal(FREE, place(1, { dx: 0, dy: dx }))).toBe(unwritable);
    }
    expect(edited(FREE, place(1, { dx: -0, dy: -999_999 })).text).toContain("dx=0 dy=-999999");
  });

  it("belongs to callouts alone", () => {
    expect(refusal(FREE, place(0, { dx: 1, dy: 1 }))).toBe("This is no longer in the file.");
    expect(refusal(FREE, place(7, AUTOMATIC))).toBe("This is no longer in the file.");
  });
});
