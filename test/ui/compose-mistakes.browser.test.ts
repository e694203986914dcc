import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { meets } from "../../src/draw/bounds.ts";
import type { Rect } from "../../src/draw/path.ts";
import { REACH } from "../../src/ui/problems/callout-places.ts";
import { nearestPoints } from "../../src/ui/problems/nearest-points.ts";
import { expectAccessible } from "../support/accessible.ts";
import {
  appForTests,
  canvasOf,
  clickNode,
  eventually,
  inspectorHeading,
  nodeOf,
} from "../support/app.ts";
import { choose, emptyPaper, expectLines, handleAt } from "../support/composing.ts";
import { lineOfCaret } from "../support/selecting.ts";
import { entry, openLines, rightClick } from "../support/structuring.ts";

const app = appForTests();

const GOOD: readonly string[] = [
  "size d = 8, h = 2",
  "input X[t m], L[m d]",
  "N[t m] = layer_norm[m](X)",
  "P[t d] = dot[m](N, L)",
  "Q[t h k] = split[d -> h k](P)",
  "A[t h k] = softmax[k](Q)",
];

/** The lines with another one at a place, counted from 1 as in the text, where the title is line 1. */
function withLine(line: number, text: string): readonly string[] {
  return GOOD.with(line - 2, text);
}

interface Mistake {
  readonly kind: string;
  make(page: Page): Promise<void>;
  /** The text with the mistake in it. */
  readonly wrong: readonly string[];
  readonly title: string;
  /** The line that it stands at, and where else it shows. */
  readonly line: number;
  readonly shows?: number;
  /** How many operations are framed in the picture. */
  readonly framed: number;
  /** What F8 goes to in the picture. */
  readonly at: string;
  readonly fix: string;
  /** The text after its first fix, where that is not what it was before. */
  readonly repaired?: readonly string[];
}

const REPLACED: Mistake = {
  kind: "another operation in the place of one",
  async make(page) {
    await rightClick(page, "N");
    await entry(page, "Replace with…").click();
    await choose(page, "sum", /^Sum/);
  },
  wrong: withLine(4, "N[t] = sum[m](X)"),
  title: "dot over m needs it in two operands; use sum[m] for one.",
  line: 4,
  shows: 5,
  framed: 2,
  at: "Sum",
  fix: "Use softmax instead of sum in N",
  repaired: withLine(4, "N[t m] = softmax[m](X)"),
};

const MISTAKES: readonly Mistake[] = [
  {
    kind: "a wire that is dropped on paper",
    async make(page) {
      const from = await handleAt(page, "P", "in", 1);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      const paper = await emptyPaper(page);
      await page.mouse.move(paper.x, paper.y, { steps: 4 });
      await page.mouse.up();
    },
    wrong: withLine(5, "P[t d] = dot[m](N, ?)"),
    title: "Nothing is connected to the second operand of dot.",
    line: 5,
    framed: 1,
    at: "Empty port",
    fix: "Connect L [m d]",
  },
  {
    kind: "an axis with another name in the text",
    async make(page) {
      const axis = page.locator(".cm-line").nth(5).getByText("k", { exact: true }).first();
      await axis.dblclick();
      await page.keyboard.type("q");
    },
    wrong: withLine(6, "Q[t h q] = split[d -> h k](P)"),
    title: "Q is written as [t h q], but it comes out as [t h k].",
    line: 6,
    framed: 1,
    at: "Split an axis",
    fix: "Write Q as [t h k]",
  },
  {
    kind: "a size with another number in the table",
    async make(page) {
      await page.getByRole("tab", { name: "Sizes" }).click();
      await page.getByRole("textbox", { name: "h is defined as" }).fill("3");
      await page.keyboard.press("Enter");
      await page.getByRole("tab", { name: "Text" }).click();
    },
    wrong: withLine(2, "size d = 8, h = 3"),
    title: "d (8) does not split into h (3) equal parts.",
    line: 2,
    shows: 6,
    framed: 1,
    at: "Split an axis",
    fix: "Set h to 4",
    repaired: withLine(2, "size d = 8, h = 4"),
  },
  REPLACED,
  {
    kind: "a line that stands twice",
    async make(page) {
      await page.locator(".cm-line").nth(4).click();
      await page.keyboard.press("Shift+Alt+ArrowDown");
    },
    wrong: GOOD.flatMap((line, at) => (at === 3 ? [line, line] : [line])),
    title: "P is defined twice.",
    line: 6,
    framed: 1,
    at: "Dot product",
    fix: "Remove the second of the two equal lines",
  },
];

const RESTING: Mistake = {
  kind: "an operation over an axis that is not there",
  async make(page) {
    const axis = page.locator(".cm-line").nth(4).getByText("m", { exact: true }).first();
    await axis.dblclick();
    await page.keyboard.type("q");
  },
  wrong: withLine(5, "P[t d] = dot[q](N, L)"),
  title: "dot over q finds q in no operand.",
  line: 5,
  framed: 1,
  at: "Dot",
  fix: "dot over m instead of q",
};

function cardOf(page: Page): Locator {
  return page.getByRole("region", { name: "What is wrong here" });
}

/** The callouts that are placed. */
function calloutsOf(page: Page): Locator {
  return page.locator(".resting-callout:not([data-unplaced])");
}

async function boxOf(part: Locator): Promise<Rect> {
  const box = await part.boundingBox();
  if (box === null) throw new RangeError("It is not seen.");
  return box;
}

function rightSideOf({ x, y, width, height }: Rect): Rect {
  return { x: x + width, y, width: 0, height };
}

function distanceTo(from: Rect, to: Rect): number {
  const [start, end] = nearestPoints(from, to);
  return Math.hypot(end.x - start.x, end.y - start.y);
}

/** Expects the callouts in their order near the right sides of these nodes. */
async function expectBeside(page: Page, nodes: readonly string[]): Promise<void> {
  await eventually(async () => {
    const places = await Promise.all(nodes.map((id) => boxOf(nodeOf(page, id))));
    const boxes = await Promise.all((await calloutsOf(page).all()).map(boxOf));
    return places.map((place, i) => {
      const box = boxes[i];
      return box !== undefined && distanceTo(box, rightSideOf(place)) <= REACH;
    });
  }).toEqual(nodes.map(() => true));
}

/** Opens the good diagram, makes a mistake in it and waits until it is noticed. */
async function blunder(page: Page, { make, wrong }: Mistake): Promise<void> {
  await openLines(page, GOOD);
  await make(page);
  await expectLines(page, wrong);
  await page.locator(".cm-lint-marker-error").first().waitFor();
}

async function expectSeen(page: Page, part: Locator): Promise<void> {
  const inside = async (): Promise<boolean> => {
    const [canvas, box] = await Promise.all([canvasOf(page).boundingBox(), part.boundingBox()]);
    if (canvas === null || box === null) return false;
    return box.y >= canvas.y && box.y + box.height <= canvas.y + canvas.height;
  };
  await eventually(inside).toBe(true);
}

describe("a mistake made by hand", () => {
  it.each(MISTAKES.map((mistake) => [mistake.kind, mistake] as const))(
    "%s is shown in picture, list and margin, and gone with its first fix",
    async (_, mistake) => {
      const { title, line, shows, framed, at, fix, repaired = GOOD } = mistake;
      const { page, context, complaints } = await app.open();
      await blunder(page, mistake);
      await eventually(() => page.locator(".frame-problem").count()).toBe(framed);
      await page.locator(".cm-lint-marker-error").hover();
      const tip = page.locator(".cm-diagnostic-error");
      await eventually(() => tip.locator("p").first().textContent()).toBe(title);
      const elsewhere = shows === undefined ? 0 : 1;
      expect(await tip.getByText(`It shows in line ${shows}.`).count()).toBe(elsewhere);
      await page.mouse.move(0, 0);
      await tip.waitFor({ state: "hidden" });
      await page.getByRole("tab", { name: /Problems/ }).click();
      const row = page.getByRole("grid", { name: "Problems" }).getByRole("row");
      await row.getByText(new RegExp(`Line ${line}$`)).waitFor();
      expect(await row.locator(".problem-title").allTextContents()).toEqual([title]);
      await page.keyboard.press("F8");
      await cardOf(page).waitFor();
      expect(await cardOf(page).getByRole("heading").textContent()).toBe(title);
      expect(await inspectorHeading(page).textContent()).toBe(at);
      await expectSeen(page, cardOf(page));
      const [first] = await cardOf(page).locator(".fixes button").all();
      expect(await first?.textContent()).toBe(fix);
      await first?.click();
      await page.getByRole("tab", { name: "Text" }).click();
      await expectLines(page, repaired);
      await eventually(() => page.locator(".frame-problem, .cm-lint-marker-error").count()).toBe(0);
      await page.getByRole("button", { name: "Undo" }).click();
      await expectLines(page, mistake.wrong);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it("leads from the line that made it to the one where it shows, and back", async () => {
    const { page, context, complaints } = await app.open();
    await blunder(page, REPLACED);
    await canvasOf(page).focus();
    await page.keyboard.press("F8");
    await cardOf(page).getByText("It shows in line 5.").waitFor();
    await cardOf(page).getByRole("button", { name: "Show line 5" }).click();
    await eventually(() => lineOfCaret(page)).toBe("P[t d] = dot[m](N, L)");
    await eventually(() => inspectorHeading(page).textContent()).toBe("Dot");
    await expectSeen(page, cardOf(page));
    await cardOf(page).getByRole("button", { name: "Go to line 4" }).click();
    await eventually(() => lineOfCaret(page)).toBe("N[t] = sum[m](X)");
    await eventually(() => inspectorHeading(page).textContent()).toBe("Sum");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows beside the picture what it rests on, as long as its card is open", async () => {
    const { page, context, complaints } = await app.open();
    await blunder(page, RESTING);
    await page.keyboard.press("F8");
    await eventually(() => calloutsOf(page).allTextContents()).toEqual([
      "N is [t m] here. Line 4",
      "L is [m d=8] here. Line 3",
    ]);
    await expectBeside(page, ["N", "input L"]);
    const taken = page.locator(".problem-card, .resting-callout, .react-flow__node");
    for (const callout of await calloutsOf(page).all()) {
      const box = await boxOf(callout);
      const others = await Promise.all((await taken.all()).map(boxOf));
      // It meets itself.
      expect(others.filter((other) => meets(other, box))).toEqual([box]);
    }
    expect(await page.locator(".resting-leaders path").count()).toBe(2);
    const before = await boxOf(nodeOf(page, "N"));
    const paper = await emptyPaper(page);
    await page.mouse.move(paper.x, paper.y);
    await page.mouse.wheel(60, 40);
    await eventually(async () => (await boxOf(nodeOf(page, "N"))).x).not.toBe(before.x);
    await expectBeside(page, ["N", "input L"]);
    const link = page.locator(".resting-callout button").first();
    await link.click();
    await eventually(() => lineOfCaret(page)).toBe("N[t m] = layer_norm[m](X)");
    expect(await link.evaluate((each) => (each as HTMLElement).tabIndex)).toBe(-1);
    await expectAccessible(page);
    await cardOf(page).getByRole("button", { name: "Close" }).click();
    await eventually(() => page.locator(".resting-callout, .resting-leaders").count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("opens at an operation that only takes part in it, with both sizes where they are written", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, [
      "input E[y=20 m], X[y=22 m]",
      "Q[y m] = tanh(E)",
      "R[y m] = relu(X)",
      "A[y m] = Q + R",
      "B[y m] = exp(A)",
    ]);
    await page.locator(".cm-lint-marker-error").first().waitFor();
    await clickNode(page, "Q");
    const title = "y would have to be 20 and 22 at once.";
    await eventually(() => cardOf(page).getByRole("heading").textContent()).toBe(title);
    await eventually(() => calloutsOf(page).allTextContents()).toEqual([
      "y is 20 here. Line 2",
      "y is 22 here. Line 2",
    ]);
    await expectBeside(page, ["input E", "input X"]);
    await clickNode(page, "B");
    await eventually(() => cardOf(page).count()).toBe(0);
    await clickNode(page, "A");
    await cardOf(page).getByRole("button", { name: "Go to line 2" }).click();
    await eventually(() => lineOfCaret(page)).toBe("input E[y=20 m], X[y=22 m]");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows nothing of that where it is too small to be read", async () => {
    const { page, context, complaints } = await app.open();
    await blunder(page, RESTING);
    await page.keyboard.press("F8");
    await eventually(() => calloutsOf(page).count()).toBe(2);
    const zoomOut = page.getByRole("button", { name: "Zoom out" });
    await eventually(async () => {
      await zoomOut.click();
      return page.locator('.canvas[data-distance="far"]').count();
    }).toBe(1);
    await eventually(() => page.locator(".resting-callout, .resting-leaders").count()).toBe(0);
    expect(await cardOf(page).getByRole("list", { name: "What it rests on" }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
