import { expect, test } from "vitest";
import { specimenSheet } from "../../../src/editor/specimens/sheet.ts";
import { renderSvg } from "../../../src/render/svg.ts";

// The README shows these pictures; `npm run golden` draws them anew.
test.each(["light", "dark", "print"] as const)(
  "every sign of the notation stands on the sheet in the %s theme",
  async (theme) => {
    const title = "Every sign of the notation";
    const { text, losses } = renderSvg(specimenSheet(), { theme, title, source: "" });
    expect(losses).toEqual([]);
    const path = new URL(`../../golden/specimens/${theme}.svg`, import.meta.url).pathname;
    await expect(text).toMatchFileSnapshot(path);
  },
);
