import { multiply } from "../../shapes/size.ts";
import { hexagon } from "../draw/forms/relabel.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { keptEntries, REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { positive } from "./shared/positive.ts";
import { relabelled } from "./shared/relabelled.ts";
import { sizesPerAxis } from "./shared/windows.ts";

export const resize: Op = {
  name: "resize",
  title: "Resize",
  summary: "Makes axes longer or shorter: by a scale, or to the sizes of the results.",
  family: "images",
  synonyms: ["upsample", "interpolate", "downsample", "nearest", "bilinear"],
  brackets: {
    targets: "some",
    results: "some",
    options: {
      scale: {
        takes: "sizes",
        initial: "2",
        meaning: "how many times as long, one or one per axis",
      },
      nearest: { takes: "flag", meaning: "repeat the nearest entry, as unless told otherwise" },
      bilinear: { takes: "flag", meaning: "mix the neighbours by distance" },
      bicubic: { takes: "flag", meaning: "mix the neighbours by a cubic" },
    },
  },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { targets, results, options } = call;
    if (targets.length !== results.length) {
      claims.fail("S05", "`resize` needs one axis after `->` for each in front.");
    }
    if (options["scale"]) {
      const wanted = { word: "scale", count: targets.length, otherwise: targets[0]?.size };
      const [fallback = wanted.otherwise] = options["scale"];
      if (fallback) {
        const asked = { ...wanted, otherwise: fallback };
        const scales = sizesPerAxis("resize", call, asked, claims);
        targets.forEach((axis, i) => {
          const [result, scale] = [results[i], scales[i]];
          if (!result || !scale) return;
          const times = positive(scale, "The scale of `resize`", claims);
          const says = `\`resize\` makes \`${result.name}\` of \`${axis.name}\``;
          claims.equal(result.size, multiply(times, axis.size), says);
        });
      }
    }
    const mixes = options["bilinear"] ?? options["bicubic"];
    return {
      consumed: [namesOf(targets)],
      results: [
        { axes: results, entries: mixes ? REAL : keptEntries(call), places: namesOf(targets) },
      ],
    };
  },
  glyph: (call) => {
    const scale = call.options["scale"]?.join("{,}");
    const text = scale === undefined ? "\\sim" : `\\times ${scale}`;
    return hexagon({ ...relabelled(call), text });
  },
  spoken: (call) => `resize ${listed(call.targets)} to ${listed(call.resultAxes)}`,
  examples: [
    { given: "input X[c y x]", text: "Y[c h=2*y w=2*x] = resize[y x -> h w; scale 2; nearest](X)" },
    { given: "input X[c y x]", text: "Y[c h=9 w=9] = resize[y x -> h=9 w=9; bilinear](X)" },
  ],
};
