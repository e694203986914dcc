import { describe, expect, test } from "vitest";
import { expectSlabLaws } from "../support/slab-laws.ts";
import { slabPicture } from "../support/slab-picture.ts";
import { AXES_SPECIMENS } from "./specimens/axes.ts";
import { FUNCTION_SPECIMENS } from "./specimens/functions.ts";
import { WINDOW_SPECIMENS } from "./specimens/windows.ts";
import { WIRING_SPECIMENS } from "./specimens/wiring.ts";

describe.each([...AXES_SPECIMENS, ...FUNCTION_SPECIMENS, ...WIRING_SPECIMENS, ...WINDOW_SPECIMENS])(
  "the form $name",
  ({ name, slab, rows, free }) => {
    test("keeps what the layout takes for granted", () => {
      expectSlabLaws(slab);
    });

    test("looks as before", async () => {
      const path = new URL(`../golden/draw/${name}.svg`, import.meta.url).pathname;
      await expect(slabPicture(slab, rows, free)).toMatchFileSnapshot(path);
    });
  },
);
