import { arrowhead, cupHalves, joinPaths, line, strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { drawnPart, swapPart } from "./slab-parts.ts";
import { strand } from "./strokes.ts";

export interface SelfCupSpec {
  readonly axes: readonly string[];
  /** Two axes of one array whose equal positions are summed over. */
  readonly targets: readonly string[];
  readonly output: readonly string[];
}

const CROSSING = 1.5 * SPACING;
const MARGIN = 0.5 * SPACING;
const ARROW = 0.85 * SPACING;

/** Two strands of one array joined by a cup: its trace. */
export function selfCup(spec: SelfCupSpec): Slab {
  return { ...cupped(spec, ARROW), opened: cupped(spec, 0) };
}

/** The cup with an arrow of that length, or without one. */
function cupped({ axes, targets, output }: SelfCupSpec, arrow: number): Slab {
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const first = axes.findIndex((axis) => targets.includes(axis));
      const rest = axes.filter((axis) => !targets.includes(axis));
      const above = rest.filter((axis) => axes.indexOf(axis) < first);
      const order = [...above, ...targets, ...rest.filter((axis) => !above.includes(axis))];
      const seat = (axis: string) => heights[order.indexOf(axis)] ?? heights.at(-1) ?? 0;
      const crosses = order.some((axis, i) => axes[i] !== axis);
      const meets = MARGIN + (crosses ? CROSSING : 0);
      const [upper = 0, lower = upper] = targets.map(seat);
      const reach = Math.min(1.5 * SPACING, (lower - upper) / 2);
      const tip = { x: meets + reach + arrow, y: (upper + lower) / 2 };
      const kept = rest.map(seat).sort((a, b) => a - b);
      const known = output.filter((axis) => rest.includes(axis));
      const isSorted = known.every((axis, i) => seat(axis) === kept[i]);
      const width = tip.x + (isSorted ? MARGIN : CROSSING + MARGIN);
      const to = new Map(known.map((axis, i) => [axis, kept[i] ?? 0]));
      const lowest = kept.at(-1) ?? (heights[0] ?? 0) - SPACING;
      const strange = output.filter((axis) => !to.has(axis));
      const outputs = output.map(
        (axis) => to.get(axis) ?? lowest + (strange.indexOf(axis) + 1) * SPACING,
      );
      const from = (axis: string) => ({ x: 0, y: heights[axes.indexOf(axis)] ?? 0 });
      const marks: Mark[] = rest.map((axis) => {
        const seated = { x: meets, y: seat(axis) };
        const turning = { x: isSorted ? width - MARGIN : tip.x, y: seat(axis) };
        const y = to.get(axis) ?? seat(axis);
        return strand(axis, strandThrough(from(axis), seated, turning, { x: width, y }));
      });
      const [a = "", b = a] = targets;
      const [over, under] = cupHalves({ x: meets, y: upper }, { x: meets, y: lower }, reach);
      marks.push(
        strand(a, joinPaths(strandThrough(from(a), { x: meets, y: upper }), over)),
        strand(b, joinPaths(strandThrough(from(b), { x: meets, y: lower }), under)),
      );
      if (arrow > 0) {
        const shaft = line({ x: meets + reach, y: tip.y }, { x: tip.x - 3, y: tip.y });
        marks.push({ kind: "path", path: shaft, stroke: "wire" });
        marks.push({ kind: "path", path: arrowhead(tip), fill: "ink" });
      }
      const ways = order.map((axis) => ({ from: from(axis).y, seat: seat(axis) }));
      const bulge = {
        x: meets - MARGIN,
        y: upper,
        width: reach + 2 * MARGIN,
        height: lower - upper,
      };
      const parts = [...swapPart(ways, 0, meets), ...drawnPart("cup", [bulge])];
      return finishDrawing({ width, inputs: [heights], outputs: [outputs], marks, parts });
    },
  };
}
