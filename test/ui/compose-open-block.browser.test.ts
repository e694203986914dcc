import { describe, expect, it } from "vitest";
import { appForTests, clickNode, eventually, nodeOf } from "../support/app.ts";
import { dragWire, expectLines, openSmall } from "../support/composing.ts";

const app = appForTests();

const MIX = [
  "input X[t m], W[t m]",
  "block Mix(A[t m], C[t m]) -> B[t m]:",
  "  H[t m] = relu(A)",
  "  B[t m] = H + C",
  "Z[t m] = Mix(X, W)",
  "layout:",
  "  open Z",
] as const;

describe("the sides of a block that is open in place", () => {
  it("have handles: what comes in goes to any operation inside, and out of it again", async () => {
    const { page, context, complaints } = await app.open();
    await openSmall(page, MIX.slice(0, 5));
    await clickNode(page, "Z");
    await nodeOf(page, "Z>Mix/H").waitFor();
    const plate = await nodeOf(page, "Z").boundingBox();
    if (plate === null) throw new RangeError("The block has no plate.");
    await page.mouse.move(plate.x + plate.width / 2, plate.y + plate.height / 2);
    const side = nodeOf(page, "Z>entry").locator('.port-handle[data-side="out"]');
    await eventually(() => side.count()).toBe(2);
    const from = await side.nth(1).boundingBox();
    if (from === null) throw new RangeError("The side has no handle.");
    const to = await nodeOf(page, "Z>Mix/H").boundingBox();
    if (to === null) throw new RangeError("The block has no operation.");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 6);
    await page.locator(".wire-foot").waitFor();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await expectLines(page, [...MIX.slice(0, 2), "  H[t m] = relu(C)", ...MIX.slice(3)]);
    await page.keyboard.press("Control+z");
    await expectLines(page, MIX);

    const out = await nodeOf(page, "Z>exit").boundingBox();
    if (out === null) throw new RangeError("Nothing goes out of the block.");
    await dragWire(page, "Z>Mix/H", { x: out.x, y: out.y + out.height / 2 });
    await expectLines(page, [MIX[0], "block Mix(A[t m], C[t m]) -> H:", ...MIX.slice(2)]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
