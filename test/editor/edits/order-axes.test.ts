import { expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { moveAxis } from "../../../src/editor/edits/order-axes.ts";
import { changes, edited, refusal } from "../../support/edit-laws.ts";

const move =
  (array: string, axis: string, way: "up" | "down" | number, definition = "") =>
  (context: EditContext) => {
    const by = way === "up" ? -1 : way === "down" ? 1 : way;
    return moveAxis(context, { array: { definition, array }, axis, by });
  };

const TEXT = `block F(X[t m], W[m t]) -> Y[t m]:
  Y[t m] = X + W

input E[y m=8 b]
Q[y b h k] = linear[m -> h k](E)
S = softmax[k](Q)
`;

it("changes the written order of the axes, with their sizes", () => {
  expect(changes(TEXT, move("Q", "k", "up"))).toEqual([
    "- Q[y b h k] = linear[m -> h k](E)",
    "+ Q[y b k h] = linear[m -> h k](E)",
  ]);
  expect(changes(TEXT, move("E", "m", "down"))).toEqual([
    "- input E[y m=8 b]",
    "+ input E[y b m=8]",
  ]);
  expect(changes(TEXT, move("Q", "k", -3))).toContain("+ Q[k y b h] = linear[m -> h k](E)");
  expect(changes(TEXT, move("Q", "y", 2))).toContain("+ Q[b h y k] = linear[m -> h k](E)");
  expect(edited(TEXT, move("Q", "y", "down")).label).toBe("Moved y below b in Q");
});

it("writes an order that was left open, and changes it wherever it is written", () => {
  expect(changes(TEXT, move("S", "k", "up"))).toEqual([
    "- S = softmax[k](Q)",
    "+ S[y b k h] = softmax[k](Q)",
  ]);
  expect(changes(TEXT, move("Y", "m", "up", "F"))).toEqual(
    [
      "- block F(X[t m], W[m t]) -> Y[t m]:",
      "-   Y[t m] = X + W",
      "+ block F(X[t m], W[m t]) -> Y[m t]:",
      "+   Y[m t] = X + W",
    ].map((line) => line.replace(/^([-+]) {3}/, "$1 ")),
  );
});

it("keeps an axis in its array, and says so", () => {
  expect(refusal(TEXT, move("Q", "y", "up"))).toBe(
    "`y` is the first axis of `Q`; an axis stays in its array.",
  );
  expect(refusal(TEXT, move("Q", "m", "up"))).toBe("`Q` has no axis `m`.");
  expect(refusal(TEXT, move("Z", "m", "up"))).toBe("There is no array named `Z` here.");
});
