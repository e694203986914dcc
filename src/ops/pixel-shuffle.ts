import { multiply } from "../../shapes/size.ts";
import { box } from "../draw/forms/box.ts";
import type { Op } from "./op.ts";
import { entryCount, namesOf } from "./shared/axes.ts";
import { OVER } from "./shared/convolved.ts";
import { attached, drawnArrays } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { positive } from "./shared/positive.ts";

export const pixelShuffle: Op = {
  name: "pixel_shuffle",
  title: "Pixel shuffle",
  summary: "Spreads channels over the axes after `over`: a finer image of fewer channels.",
  family: "images",
  synonyms: ["depth to space", "subpixel", "pixelshuffle", "upsample"],
  brackets: {
    targets: 1,
    results: 1,
    options: {
      over: { ...OVER, initial: "? -> ?" },
      scale: { takes: "size", initial: "2", meaning: "how many times as long every axis becomes" },
    },
  },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { over, targets, results } = call;
    const [size] = call.options["scale"] ?? [];
    if (!over?.results) {
      const title = "`pixel_shuffle` needs axes and what becomes of them, as in `over y x -> h w`.";
      claims.fail("S05", title);
    }
    if (!size) claims.fail("S05", "`pixel_shuffle` needs its scale, as in `scale 2`.");
    const scale = size && positive(size, "The scale of `pixel_shuffle`", claims);
    const [before = [], after = []] = [over?.axes, over?.results];
    if (scale) {
      const spread = before.map(() => scale);
      const says = "`pixel_shuffle` spreads channels over the image";
      claims.equal(entryCount(targets), multiply(entryCount(results), ...spread), says);
      before.forEach((axis, i) => {
        const result = after[i];
        if (result) claims.equal(result.size, multiply(scale, axis.size), says);
      });
    }
    return {
      consumed: [[...namesOf(targets), ...namesOf(before)]],
      results: [
        {
          axes: [...results, ...after],
          entries: keptEntries(call),
          places: [...namesOf(targets), ...namesOf(before)],
        },
      ],
    };
  },
  glyph: (call) => {
    const [scale = ""] = call.options["scale"] ?? [];
    return box({
      inputs: attached(drawnArrays(call)),
      outputs: call.results,
      text: `\\mathrm{shuffle}\\,${scale}`,
      label: call.label,
    });
  },
  spoken: (call) =>
    `pixel shuffle of ${listed(call.targets)} over ${listed(call.over?.axes ?? [])}`,
  examples: [
    {
      given: "size d\ninput X[c=4*d y x]",
      text: "Y[d h=2*y w=2*x] = pixel_shuffle[c -> d; over y x -> h w; scale 2](X)",
    },
  ],
};
