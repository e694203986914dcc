import type { Axis } from "../../../shapes/axis.ts";
import { box } from "../../draw/forms/box.ts";
import { source } from "../../draw/forms/source.ts";
import type { Slab } from "../../draw/slab.ts";
import type { BracketSpec, Claims, DrawnCall, OpCall } from "../op.ts";
import { attached, drawnArrays, firstResult } from "./drawn-arrays.ts";

/** The brackets of an array from nothing: its axes, or none where the left side declares them. */
export const SOURCE_BRACKETS: BracketSpec = {
  targets: "any",
  results: "none",
  sought: "none",
  options: {},
};

/** The axes of an array from nothing, from its brackets or else from the left side. */
export function sourceAxes(callee: string, call: OpCall, claims: Claims): readonly Axis[] {
  const axes = givenAxes(call);
  if (axes) return axes;
  const title = `\`${callee}\` needs its axes, either in brackets or on the left.`;
  claims.fail("S05", title, undefined, { kind: "absent", what: "axes of source" });
  return [];
}

/** The same for a source that has a fixed number of axes; `form` shows how it is written. */
export function exactSourceAxes(
  source: { readonly form: string; readonly count: number },
  call: OpCall,
  claims: Claims,
): readonly Axis[] {
  const axes = givenAxes(call);
  if (axes?.length === source.count) return axes;
  const count = source.count === 1 ? "one axis" : `${source.count} axes`;
  const got = axes ? `, but got ${axes.length}` : "";
  claims.fail("S05", `\`${source.form}\` needs ${count}${got}.`);
  return axes ?? [];
}

/** The pentagon that an array from nothing leaves; a box where its numbers are arrays themselves. */
export function sourceGlyph(call: DrawnCall, tex: string): Slab {
  const { results, label } = call;
  const inputs = attached(drawnArrays(call));
  return inputs.length === 0
    ? source({ axes: firstResult(call), text: tex, label })
    : box({ inputs, outputs: results, text: tex, label });
}

function givenAxes(call: OpCall): readonly Axis[] | undefined {
  return call.targets.length > 0 ? call.targets : call.declared[0];
}
