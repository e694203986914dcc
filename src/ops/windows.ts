import { unfold } from "../draw/forms/unfold.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { windowTexts } from "./shared/window-texts.ts";
import { claimWindows, slidingWindows, WINDOW_OPTIONS } from "./shared/windows.ts";

export const windows: Op = {
  name: "windows",
  title: "Windows",
  summary: "Cuts an axis into overlapping windows: one axis counts them, a new one runs inside.",
  family: "axes",
  synonyms: ["unfold", "im2col", "patches", "frames", "sliding window"],
  brackets: { targets: 1, results: 2, options: WINDOW_OPTIONS },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const [count, inside] = call.results;
    const along = { axes: call.targets, results: count ? [count] : [] };
    const slidings = slidingWindows("windows", call, along, claims) ?? [];
    claimWindows("windows", slidings, claims);
    for (const { window } of slidings) {
      if (!inside) continue;
      claims.equal(inside.size, window.kernel, `\`${inside.name}\` runs inside a window`);
    }
    return {
      consumed: [namesOf(call.targets)],
      results: [{ axes: call.results, entries: keptEntries(call) }],
    };
  },
  glyph: (call) => {
    const [count = "", inside = ""] = call.resultAxes;
    const { stride, padding } = windowTexts(call, []);
    return unfold({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      results: [count],
      taps: [inside],
      output: firstResult(call),
      stride,
      padding,
      label: call.label,
    });
  },
  spoken: (call) => `windows along ${listed(call.targets)}`,
  examples: [
    { given: "input X[t m]", text: "Y[s=t-3 j=4 m] = windows[t -> s j; kernel 4](X)" },
    { given: "input X[t m]", text: "Y[t j=4 m] = windows[t -> t j; kernel 4; pad causal](X)" },
    {
      given: "size p, g\ninput X[y=p*g c]",
      text: "Y[i=g j=p c] = windows[y -> i j; kernel p; stride p](X)",
    },
  ],
};
