import { box } from "../../draw/forms/box.ts";
import { bead } from "../../draw/forms/relabel.ts";
import type { Slab } from "../../draw/slab.ts";
import type { DrawnCall } from "../op.ts";
import { attached, drawnArrays, firstResult } from "./drawn-arrays.ts";
import { inTurn } from "./in-turn.ts";

/**
 * A glyph that leaves all strands of the first array at their heights. Where the left side asks for
 * another order, they cross behind it; where it asks for other axes, which is a mistake, a dashed
 * box stands between.
 */
export function shapeKept(call: DrawnCall, form: (axes: readonly string[]) => Slab): Slab {
  const [array] = drawnArrays(call);
  const axes = array?.axes ?? [];
  const output = firstResult(call);
  const slab = form(axes);
  const { label } = call;
  if (axes.length !== output.length || output.some((axis) => !axes.includes(axis))) {
    const inputs = attached(array ? [{ axes, consumed: axes }] : []);
    return box({ inputs, outputs: [output], text: "?", stroke: "dash", label });
  }
  const same = output.every((axis, i) => axis === axes[i]);
  return same ? slab : inTurn(slab, bead({ axes, changes: [], output, label }));
}
