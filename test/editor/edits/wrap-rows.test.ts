import { expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { wrapRows } from "../../../src/editor/edits/wrap-rows.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const wrap = (width: string) => (context: EditContext) => wrapRows(context, { width });

const TEXT = "input X[t d]\nY[t d] = relu(X)\n";
const ROWS = `${TEXT}\nlayout:\n  wrap 800\n`;

it("cuts the figure into rows, and puts it into one row again", () => {
  expect(textAfter(TEXT, wrap(" 800 "))).toBe(ROWS);
  expect(edited(TEXT, wrap("800")).label).toBe("Cut the figure into rows of 800");
  expect(changes(ROWS, wrap("900"))).toEqual(["- wrap 800", "+ wrap 900"]);
  expect(textAfter(ROWS, wrap(""))).toBe(TEXT);
});

it("says what is no width of rows", () => {
  const says =
    "The width of rows is a whole number from 100 to 100000; neighbouring strands are 20 apart.";
  for (const width of ["wide", "-3", "1e9", "99", "12.5", "100001"]) {
    expect(refusal(TEXT, wrap(width))).toBe(says);
  }
  expect(refusal(TEXT, wrap(""))).toBe("The figure is in one row already.");
  expect(refusal(ROWS, wrap("800"))).toBe("Rows are 800 wide already.");
});
