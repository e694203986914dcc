import { markBounds } from "../draw/bounds.ts";
import { labelBaseline, liftOverDouble } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import type { FlatFigure } from "./flatten.ts";

/** A wire, or a piece of one, as it is drawn. */
export type Strand = Extract<Mark, { kind: "strand" }>;

type Text = Extract<Mark, { kind: "text" }>;

/** The name of an axis above a level piece of its wire at a point of it, LaTeX. */
export function nameOver(
  { axis, double }: Strand,
  text: string,
  { x, y }: Point,
  anchor: "start" | "middle",
): Text {
  const lift = double === true ? liftOverDouble(text) : 0;
  return { kind: "text", text, role: "axis", axis, x, y: labelBaseline(text, y) - lift, anchor };
}

/** The box of a name without what hangs below its line: that may touch the wire. */
export function aboveWire(box: Rect, baseline: number): Rect {
  return { ...box, height: Math.min(box.height, baseline - box.y) };
}

/** The boxes of the texts of a figure that are meant; as a rule, those that name an axis. */
export function namesOf(
  { nodes, labels }: FlatFigure,
  isName = ({ axis }: Text): boolean => axis !== undefined,
): readonly Rect[] {
  return [...nodes.flatMap(({ marks }) => marks), ...labels].flatMap((mark) => {
    const box = mark.kind === "text" && isName(mark) ? markBounds(mark) : undefined;
    return box ?? [];
  });
}

/** The LaTeX of the axes of each definition, as wires of it are named. */
export function textsByDefinition({
  nodes,
}: FlatFigure): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const texts = new Map<string, Map<string, string>>();
  for (const { definition, marks } of nodes) {
    const own = texts.get(definition) ?? new Map<string, string>();
    for (const mark of marks) {
      if (mark.kind === "text" && mark.axis !== undefined) own.set(mark.axis, mark.text);
    }
    texts.set(definition, own);
  }
  return texts;
}
