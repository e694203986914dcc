import type { ArrayType } from "../../shapes/array-type.ts";
import type { Axis } from "../../shapes/axis.ts";
import { add, constant } from "../../shapes/size.ts";
import { box } from "../draw/forms/box.ts";
import { pentagon } from "../draw/forms/pentagon.ts";
import type { Slab } from "../draw/slab.ts";
import type { Claims, DrawnCall, Inferred, Op, OpCall } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { attached, drawnArrays } from "./shared/drawn-arrays.ts";
import { keptEntries, requireIndex } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

/** Stands in `index-op.ts`, since `index.ts` is the list of all operations. */
export const index: Op = {
  name: "index",
  title: "Index",
  summary: "Picks one position of an axis, or one for every entry of an array of positions.",
  family: "axes",
  synonyms: ["gather", "pick", "select", "at", "take"],
  brackets: {
    targets: 1,
    results: "none",
    sought: "first",
    options: { at: { takes: "size", meaning: "the position to pick, counted from 0" } },
  },
  operands: [{ name: "X" }, { name: "I", repeated: { least: 0 }, entries: "index" }],
  infer: (call, claims) => {
    const [target] = call.targets;
    const [, indices, extra] = call.operands;
    if (extra) claims.fail("N03", "`index` takes one array of positions.");
    if (target && indices) return byArray(call, { target, indices }, claims);
    if (target) atPosition(call, target, claims);
    return {
      consumed: [namesOf(call.targets)],
      results: [{ axes: [], entries: keptEntries(call) }],
    };
  },
  glyph: indexGlyph,
  spoken: (call) => {
    const [at] = call.options["at"] ?? [];
    return `index ${listed(call.targets)}${at === undefined ? "" : ` at ${at}`}`;
  },
  examples: [
    { given: "input X[t m]", text: "Y[m] = index[t; at 0](X)" },
    { given: "size t\ninput X[t m], I[b s] of t", text: "Y[b s m] = index[t](X, I)" },
    { given: "input X[b t m], I[b] of t", text: "Y[b m] = index[t](X, I)" },
  ],
};

/** The target gives way to the axes of the positions; those that the array has too are lifted over. */
function byArray(
  call: OpCall,
  { target, indices }: { readonly target: Axis; readonly indices: ArrayType },
  claims: Claims,
): Inferred {
  requireIndex("index", { axis: target.name, array: indices }, claims);
  const kept = (call.operands[0]?.shape ?? []).filter((axis) => axis.name !== target.name);
  const brought = indices.shape.filter((axis) => !hasAxis(kept, axis.name));
  const rest = call.operands.slice(2).map(() => []);
  return {
    consumed: [[target.name], namesOf(brought), ...rest],
    results: [{ axes: brought, entries: keptEntries(call) }],
  };
}

function atPosition(call: OpCall, target: Axis, claims: Claims): void {
  const [at] = call.options["at"] ?? [];
  if (!at) {
    claims.fail("S05", `\`index[${target.name}]\` needs a position, as in \`at 0\`, or an array.`);
    return;
  }
  claims.atLeast(at, constant(0), "positions count from 0");
  claims.atLeast(target.size, add(at, constant(1)), `\`at\` lies within \`${target.name}\``);
}

/** A pentagon takes a fixed position; by an array, a box takes both strands. */
function indexGlyph(call: DrawnCall): Slab {
  const inputs = attached(drawnArrays(call));
  const outputs = call.results;
  const [at] = call.options["at"] ?? [];
  return at === undefined
    ? box({ inputs, outputs, text: "[\\,\\cdot\\,]", label: call.label })
    : pentagon({ inputs, outputs, text: at, points: "right", label: call.label });
}
