import type { ArrayType } from "../../shapes/array-type.ts";
import type { Axis } from "../../shapes/axis.ts";
import { add, constant } from "../../shapes/size.ts";
import { box } from "../draw/forms/box.ts";
import { pentagon } from "../draw/forms/pentagon.ts";
import { selection } from "../draw/forms/selection.ts";
import type { Slab } from "../draw/slab.ts";
import type { Claims, DrawnCall, Inferred, Op, OpCall } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { attached, drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries, requireIndex } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

/** Stands in `index-op.ts`, since `index.ts` is the list of all operations. */
export const index: Op = {
  name: "index",
  title: "Index",
  summary: "Picks one position of each target, or one for every entry of an array of positions.",
  family: "axes",
  synonyms: ["gather", "pick", "select", "at", "take"],
  brackets: {
    targets: "some",
    results: "none",
    sought: "first",
    options: {
      at: {
        takes: "sizes",
        meaning: "the position to pick, counted from 0; one for all targets or one for each",
      },
    },
  },
  operands: [{ name: "X" }, { name: "I", repeated: { least: 0 }, entries: "index" }],
  infer: (call, claims) => {
    const [target, another] = call.targets;
    const [, indices, extra] = call.operands;
    if (extra) claims.fail("N03", "`index` takes one array of positions.");
    if (another && indices) claims.fail("N03", "An array of positions goes along one axis.");
    else if (target && indices) return byArray(call, { target, indices }, claims);
    else atPositions(call, claims);
    return {
      consumed: [namesOf(call.targets)],
      results: [{ axes: [], entries: keptEntries(call) }],
    };
  },
  glyph: indexGlyph,
  spoken: (call) => {
    const at = call.options["at"] ?? [];
    return `index ${listed(call.targets)}${at.length === 0 ? "" : ` at ${listed(at)}`}`;
  },
  examples: [
    { given: "input X[t m]", text: "Y[m] = index[t; at 0](X)" },
    { given: "input X[t s m]", text: "Y[m] = index[t s; at 0 1](X)" },
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

function atPositions(call: OpCall, claims: Claims): void {
  const { targets } = call;
  const positions = call.options["at"] ?? [];
  const [first] = positions;
  if (first === undefined) {
    const brackets = targets.map(({ name }) => name).join(" ");
    claims.fail("S05", `\`index[${brackets}]\` needs a position, as in \`at 0\`, or an array.`);
    return;
  }
  if (positions.length > 1 && positions.length !== targets.length) {
    const says = `\`at\` has ${positions.length} positions, but there are ${targets.length} targets.`;
    claims.fail("N03", says);
    return;
  }
  targets.forEach((target, i) => {
    const at = positions[i] ?? first;
    claims.atLeast(at, constant(0), "positions count from 0");
    claims.atLeast(target.size, add(at, constant(1)), `\`at\` lies within \`${target.name}\``);
  });
}

/** A pentagon takes a fixed position; the positions in an array choose by a cup. */
function indexGlyph(call: DrawnCall): Slab {
  const arrays = drawnArrays(call);
  const inputs = attached(arrays);
  const outputs = call.results;
  const at = call.options["at"];
  const [taken, chosen, ...more] = arrays;
  const [axis] = call.targets;
  const output = firstResult(call);
  const known = [...(taken?.axes ?? []), ...(chosen?.axes ?? [])];
  const fits = more.length === 0 && output.every((name) => name !== axis && known.includes(name));
  if (at === undefined && taken && chosen && axis !== undefined && fits) {
    if (taken.axes.includes(axis) && !chosen.axes.includes(axis)) {
      const { axes: positions, entries } = chosen;
      if (entries !== undefined) {
        return selection({ axes: taken.axes, axis, positions, entries, output });
      }
    }
  }
  return at === undefined
    ? box({ inputs, outputs, text: "[\\,\\cdot\\,]", label: call.label })
    : pentagon({ inputs, outputs, texts: at, fill: "index", points: "right", label: call.label });
}
