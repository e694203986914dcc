import { add, constant } from "../../../shapes/size.ts";
import { windowCount, windowCountRoundedUp } from "../../../shapes/window.ts";
import { pooling } from "../../draw/forms/pooling.ts";
import type { Slab } from "../../draw/slab.ts";
import type { Claims, DrawnCall, Inferred, Op, OpCall } from "../op.ts";
import { namesOf } from "./axes.ts";
import { drawnArrays, firstResult } from "./drawn-arrays.ts";
import { keptEntries, REAL } from "./entries.ts";
import { windowTexts } from "./window-texts.ts";
import { claimWindows, slidingWindows, WINDOW_OPTIONS } from "./windows.ts";

const { kernel, stride, pad, pad_before, pad_after } = WINDOW_OPTIONS;

/** Option words of a pooling. */
export function poolOptions() {
  return {
    kernel: { ...kernel, initial: "2" },
    stride: { ...stride, initial: "2" },
    pad: { ...pad, words: ["same", "causal"], meaning: "places added at both ends, or `same`" },
    pad_before,
    pad_after,
    ceil: { takes: "flag", meaning: "count the last window too that only begins inside" },
  } as const;
}

/** What a pooling infers: windows along its targets, which count them afterwards. */
export function pooled(callee: string, call: OpCall, claims: Claims): Inferred {
  const { targets, results } = call;
  if (results.length > 0 && results.length !== targets.length) {
    const title = `\`${callee}\` needs one axis after \`->\` for each in front, or none at all.`;
    claims.fail("S05", title);
  }
  const along = { axes: targets, results: results.length > 0 ? results : targets };
  const slidings = slidingWindows(callee, call, along, claims) ?? [];
  const isUp = call.options["ceil"] !== undefined;
  claimWindows(callee, slidings, claims, isUp ? windowCountRoundedUp : windowCount);
  for (const { window, padding } of slidings) {
    if (padding !== undefined) continue;
    for (const border of [window.before, window.after]) {
      const twice = add(border ?? constant(0), border ?? constant(0));
      claims.atLeast(window.kernel, twice, `the padding of \`${callee}\` is half a kernel at most`);
    }
  }
  return {
    consumed: [namesOf(targets)],
    results: [
      {
        axes: along.results,
        places: namesOf(targets),
        entries: callee === "max_pool" ? keptEntries(call) : REAL,
      },
    ],
  };
}

/** The unfold whose kernel ends in the name of the reduction. */
export function poolGlyph(call: DrawnCall, text: string): Slab {
  const { targets, resultAxes, label } = call;
  return pooling({
    axes: drawnArrays(call)[0]?.axes ?? [],
    targets,
    results: resultAxes.length > 0 ? resultAxes : targets,
    output: firstResult(call),
    text,
    label,
    ...windowTexts(call, targets),
  });
}

/** Two examples of a pooling, which may keep its axes. */
export function poolExamples(name: string): Op["examples"] {
  return [
    {
      given: "input X[c y=2*h x=2*w]",
      text: `Y[c h w] = ${name}[y x -> h w; kernel 2; stride 2](X)`,
    },
    { given: "input X[y x c]", text: `Y[y x c] = ${name}[y x; kernel 3; pad 1](X)` },
  ];
}
