import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appForTests, canvasOf, eventually } from "../support/app.ts";
import { expectLines, openSmall } from "../support/composing.ts";

const app = appForTests();

function cardOf(page: Page) {
  return page.getByRole("region", { name: "What is wrong here" });
}

interface Mistake {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly fix: string;
  readonly repaired: readonly string[];
}

/** One diagram of each kind of mistake, as one makes it, with what its button leaves. */
const MISTAKES: readonly Mistake[] = [
  {
    kind: "a name with a slip",
    lines: ["input X[t d]", "A[t d] = rellu(X)"],
    fix: "Write relu instead of rellu",
    repaired: ["input X[t d]", "A[t d] = relu(X)"],
  },
  {
    kind: "an axis that is not there",
    lines: ["input S[y h]", "A[y h] = softmax[x](S)"],
    fix: "softmax over h instead of x",
    repaired: ["input S[y h]", "A[y h] = softmax[h](S)"],
  },
  {
    kind: "a shape that lacks an axis",
    lines: ["size m, k, h", "input E[y m]", "Q[y k] = linear[m -> k h](E)"],
    fix: "Write Q as [y k h]",
    repaired: ["size m, k, h", "input E[y m]", "Q[y k h] = linear[m -> k h](E)"],
  },
  {
    kind: "something that is not connected",
    lines: ["input A[y x], V[x d]", "Z[y d] = dot[x](A, ?)"],
    fix: "Connect V [x d]",
    repaired: ["input A[y x], V[x d]", "Z[y d] = dot[x](A, V)"],
  },
  {
    kind: "heads that do not divide a width",
    lines: ["size d = 512, h = 6", "input X[t d]", "Y[t h k] = split[d -> h k](X)"],
    fix: "Set h to 8",
    repaired: ["size d = 512, h = 8", "input X[t d]", "Y[t h k] = split[d -> h k](X)"],
  },
  {
    kind: "a loop of arrays",
    lines: ["input X[m]", "A[m] = X + B", "B[m] = relu(A)"],
    fix: "Use X [m] instead of A",
    repaired: ["input X[m]", "A[m] = X + B", "B[m] = relu(X)"],
  },
  {
    kind: "entries of another kind",
    lines: ["size v, m", "input ids[t]", "Y[t m] = embedding[v -> m](ids)"],
    fix: "Say that ids has positions along v",
    repaired: ["size v, m", "input ids[t] of v", "Y[t m] = embedding[v -> m](ids)"],
  },
  {
    kind: "too many arrays",
    lines: ["input X[t d], Y[t d]", "Z[t d] = relu(X, Y)"],
    fix: "Leave out Y",
    repaired: ["input X[t d], Y[t d]", "Z[t d] = relu(X)"],
  },
];

describe("a mistake is repaired with one click", () => {
  it.each(MISTAKES.map((mistake) => [mistake.kind, mistake] as const))(
    "%s, and undo brings it back",
    async (_, { lines, fix, repaired }) => {
      const { page, context, complaints } = await app.open();
      await openSmall(page, lines);
      await page.locator(".problem-row, .cm-lint-marker-error").first().waitFor();
      await canvasOf(page).focus();
      await page.keyboard.press("F8");
      await cardOf(page).waitFor();
      await cardOf(page).getByRole("button", { name: fix, exact: true }).click();
      await expectLines(page, repaired);
      await cardOf(page).waitFor({ state: "detached" });
      await page.keyboard.press("Control+z");
      await expectLines(page, lines);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it("from the list, where the line cannot be read, and from the margin", async () => {
    const { page, context, complaints } = await app.open();
    await openSmall(page, ["input S[y x]", "A[y x] softmax[x](S)", "B[y x] = rellu(S)"]);
    await page.getByRole("tab", { name: /Problems/ }).click();
    const rows = page.getByRole("grid", { name: "Problems" }).getByRole("row");
    await rows.first().getByRole("button", { name: "Insert =" }).click();
    await eventually(() => rows.count()).toBe(1);
    await page.getByRole("tab", { name: "Text" }).click();
    await page.locator(".cm-lint-marker-error").first().hover();
    const action = page.locator(".cm-diagnosticAction", { hasText: "Write relu instead of rellu" });
    await action.click();
    await expectLines(page, ["input S[y x]", "A[y x] = softmax[x](S)", "B[y x] = relu(S)"]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("with all that are safe, as one step", async () => {
    const { page, context, complaints } = await app.open();
    const lines = ["input X[t d]", "A[t d] = relu[d](X)", "B[t d] = tanh[d](A)"];
    await openSmall(page, lines);
    await page.getByRole("tab", { name: /Problems/ }).click();
    await page.getByRole("button", { name: "Apply the safe fixes" }).focus();
    await page.keyboard.press("Enter");
    await eventually(() => page.getByRole("status").textContent()).toBe("Fixed 2 problems.");
    await page.getByRole("tab", { name: "Text" }).click();
    await expectLines(page, ["input X[t d]", "A[t d] = relu(X)", "B[t d] = tanh(A)"]);
    await canvasOf(page).focus();
    await page.keyboard.press("Control+z");
    await expectLines(page, lines);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("by keyboard alone, with what it would be drawn while the button has the focus", async () => {
    const { page, context, complaints } = await app.open();
    await openSmall(page, ["input X[t d]", "A[t d] = rellu(X)"]);
    await canvasOf(page).focus();
    await page.keyboard.press("F8");
    await cardOf(page).waitFor();
    await page.keyboard.press("Control+.");
    const first = cardOf(page).locator(".fixes button").first();
    await eventually(() => first.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.locator("svg.preview").waitFor();
    await page.keyboard.press("Enter");
    await expectLines(page, ["input X[t d]", "A[t d] = relu(X)"]);
    await page.locator("svg.preview").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
