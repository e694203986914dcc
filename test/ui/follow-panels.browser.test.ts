import { describe, expect, it } from "vitest";
import { appForTests, clickNode, eventually } from "../support/app.ts";
import { selected, selectedName } from "../support/selecting.ts";

const app = appForTests();

describe("a picture of several diagrams", () => {
  it("is selected, followed in the text and walked in each of them", async () => {
    const { page, context, complaints } = await app.open("?preset=subtensors");
    for (const id of ["block:Entry>Entry/x", "block:RowFirst>RowFirst/R", "ColumnFirst/C"]) {
      await clickNode(page, id);
      await eventually(() => selectedName(page)).toMatch(/index/i);
      const line = id.split("/")[1];
      await eventually(() => page.locator(".cm-marked-line").textContent()).toContain(`${line}[`);
    }
    await page.keyboard.press("ArrowRight");
    await eventually(() => selected(page)).toMatch(/^array/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
