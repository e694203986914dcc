import { box } from "../../draw/forms/box.ts";
import { convolution } from "../../draw/forms/convolution.ts";
import { convolutionBox } from "../../draw/forms/convolution-box.ts";
import { plateText } from "../../draw/forms/plate.ts";
import type { Slab } from "../../draw/slab.ts";
import type { Claims, DrawnCall, OpCall, OptionSpec } from "../op.ts";
import { attached, drawnArrays, firstResult } from "./drawn-arrays.ts";
import { instanceTex } from "./instance.ts";
import { listed } from "./phrase.ts";
import { type WindowTexts, windowTexts } from "./window-texts.ts";
import type { Along } from "./windows.ts";

/** The option word for the axes that windows move along. */
export const OVER = {
  takes: "axes",
  initial: "?",
  meaning: "axes that the windows move along, and after `->` those that count them",
} as const satisfies OptionSpec;

/** What stands after `over`, which a convolution cannot do without. */
export function overOf(callee: string, call: OpCall, claims: Claims): Along {
  const { over } = call;
  if (!over) {
    const title = `\`${callee}\` needs the axes that its windows move along, as in \`over y x\`.`;
    claims.fail("S05", title);
    return { axes: [], results: [] };
  }
  if (over.axes.length > 3) {
    claims.fail("N11", `\`${callee}\` moves along 3 axes at most.`, "option over");
  }
  return { axes: over.axes, results: over.results ?? over.axes };
}

/** Results of channels and windows, and the place of each: that of the axis that it comes from. */
export function convolvedAxes({ targets, results }: OpCall, along: Along) {
  return {
    axes: [...results, ...along.results],
    places: [
      ...results.map((_, i) => targets[i]?.name ?? targets.at(-1)?.name),
      ...along.axes.map((axis) => axis.name),
    ],
  };
}

/** Keywords of arrays that come down on the plate of a convolution, top to bottom. */
export const FED = ["bias", "weight"] as const;

/**
 * ★3 where the windowed axes keep their sizes at stride 1 and one channel axis becomes another, else
 * the unfold with its plate, on which weights come down that are arrays themselves. Where these have
 * axes of their own besides, a plain box takes them.
 */
export function convolvedGlyph(call: DrawnCall, transposed: boolean): Slab {
  const over = call.over ?? { axes: [], results: [] };
  const texts = windowTexts(call, over.axes);
  const data = drawnArrays(call);
  const fed = FED.flatMap((word) => call.keywords[word] ?? []);
  const { targets, resultAxes, label } = call;
  const isPlain = fed.every(({ axes, consumed }) => axes.every((axis) => consumed.includes(axis)));
  if (over.axes.length === 0 || !isPlain) {
    return box({
      inputs: attached([...fed, ...data]),
      outputs: call.results,
      text: `\\star ${texts.sides}${transposed ? "\\,T" : ""}`,
      label,
    });
  }
  const lanes = {
    axes: data[0]?.axes ?? [],
    spatial: over.axes,
    spatialResults: over.results,
    channels: targets,
    channelResults: resultAxes,
    output: firstResult(call),
    label,
  };
  if (fed.length === 0 && isShort(call, texts, transposed)) {
    const word = call.words?.["pad"];
    const small =
      word === undefined || word === "same" ? "" : `\\,{\\scriptstyle ${texts.padding}}`;
    return convolutionBox({ ...lanes, kernel: `${texts.sides}${small}` });
  }
  const isLearned = call.keywords["weight"] === undefined;
  return convolution({
    ...lanes,
    ...texts,
    text: layerText(call, isLearned),
    transposed,
    // Below the windowed axes the plate has room above it for what comes down.
    ...(fed.length > 0 && { fed: attached(fed), isLearned, side: "below" as const }),
  });
}

function isShort(call: DrawnCall, { stride }: WindowTexts, transposed: boolean): boolean {
  const { over, options, targets, resultAxes } = call;
  const isKept = over?.axes.every((axis, i) => over.results[i] === axis) ?? false;
  const isPlain = targets.length === 1 && resultAxes.length === 1 && !options["groups"];
  return isKept && isPlain && !transposed && stride === undefined;
}

/** The letter, bold where it has learned weights, with the number of groups that each have a map of their own. */
function layerText(call: DrawnCall, isLearned: boolean): string {
  const { options, keywords } = call;
  const [groups] = options["groups"] ?? [];
  const hasBias = options["bias"] !== undefined || keywords["bias"] !== undefined;
  const text = isLearned ? plateText("L", instanceTex(call), hasBias) : `L${hasBias ? "_{+}" : ""}`;
  return groups === undefined || groups === "1"
    ? text
    : `{\\scriptstyle ${groups}{\\times}}${text}`;
}

/** "convolution from c to d over y and x with kernel 3" */
export function spokenConvolution(words: string, call: DrawnCall): string {
  const { targets, resultAxes, over, options } = call;
  const sizes = (options["kernel"] ?? []).join(" by ");
  const bias = options["bias"] ? " with bias" : "";
  return `${words} from ${listed(targets)} to ${listed(resultAxes)} over ${listed(over?.axes ?? [])}, kernel ${sizes}${bias}`;
}
