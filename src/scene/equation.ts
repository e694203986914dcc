import { nameTex } from "../../shapes/name-tex.ts";
import { strandBetween } from "../draw/curve.ts";
import { box3d } from "../draw/forms/box3d.ts";
import { inputPort, outputPort } from "../draw/forms/port.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { translateMarks } from "../draw/translate.ts";
import type { LayoutItem } from "../layout/graph.ts";
import { placeGraph } from "../layout/place.ts";
import type { Placement } from "../layout/placement.ts";
import type { TypedDefinition, Value } from "../typing/diagram.ts";
import type { Shown } from "./furniture.ts";
import { blockFill, blockTitle } from "./title.ts";

const GAP = 1.2 * SPACING;
/** How far the middle of `=` stands above its baseline. */
const SIGN_RISE = 0.3 * SPACING;

/** The figure as one closed box with its arrays, and `=`, left of `around`; nothing for the top. */
export function equationMarks({ diagram, label }: Shown, around: Rect): readonly Mark[] {
  if (diagram.main.name === "") return [];
  const placement = placeGraph({ items: closedItems(diagram.main, label), label });
  const middle = around.y + around.height / 2;
  const sign = around.x - GAP - measureText("=", "array").width / 2;
  const x = sign - measureText("=", "array").width / 2 - GAP - placement.width;
  const y = middle - (placement.top + placement.bottom) / 2;
  const equals: Mark = {
    kind: "text",
    text: "=",
    role: "array",
    x: sign,
    y: middle + SIGN_RISE,
    anchor: "middle",
  };
  return [...translateMarks(marksOf(placement), x, y), equals];
}

function closedItems(
  { name, inputs, outputs }: TypedDefinition,
  label: (axis: string) => string,
): readonly LayoutItem[] {
  const axes = ({ type }: Value) => type.shape.map((axis) => axis.name);
  const tex = (value: Value) => nameTex(value.name ?? "");
  const idOf = (value: Value, i: number) => `${i} ${value.id}`;
  return [
    ...inputs.map((value, i): LayoutItem => {
      const slab = inputPort({ axes: axes(value), name: tex(value), label });
      return { id: `in ${i}`, inputs: [], outputs: [`in ${idOf(value, i)}`], slab, role: "entry" };
    }),
    {
      id: "box",
      inputs: inputs.map((value, i) => `in ${idOf(value, i)}`),
      outputs: outputs.map((value, i) => `out ${idOf(value, i)}`),
      slab: box3d({
        inputs: inputs.map(axes),
        outputs: outputs.map(axes),
        title: blockTitle(name),
        fill: blockFill(name),
        label,
      }),
      role: inputs.length === 0 ? "source" : "inner",
    },
    ...outputs.map((value, i): LayoutItem => {
      const slab = outputPort({ axes: axes(value), name: tex(value) });
      return { id: `out ${i}`, inputs: [`out ${idOf(value, i)}`], outputs: [], slab, role: "exit" };
    }),
  ];
}

function marksOf({ items, bundles }: Placement): readonly Mark[] {
  const strands = bundles.flatMap(({ axes, from, to }) =>
    axes.map(
      (axis, i): Mark => ({
        kind: "strand",
        axis,
        path: strandBetween(
          { x: from.x, y: from.heights[i] ?? 0 },
          { x: to.x, y: to.heights[i] ?? 0 },
        ),
      }),
    ),
  );
  return [...strands, ...items.flatMap(({ x, drawing }) => translateMarks(drawing.marks, x, 0))];
}
