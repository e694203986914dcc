import { markBounds, meets } from "../draw/bounds.ts";
import { labelBaseline, liftOverDouble, measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkOf, isFree } from "./free-room.ts";
import type { SceneNode } from "./scene.ts";

/** How near a name on the same wire makes another one needless. */
const NEAR = 5 * SPACING;
/** How far the name stands from the end of its wire. */
const BEHIND = 0.1 * SPACING;

/** Every wire that leaves the figure is named at its end, unless it is named just before (NOTATION R10). */
export function withOutputNames(flat: FlatFigure): FlatFigure {
  const ink = [...inkOf(flat)];
  const marks = [...flat.nodes.flatMap((node) => node.marks), ...flat.labels];
  const named = marks.flatMap((mark) => {
    const box = mark.kind === "text" && mark.axis !== undefined ? markBounds(mark) : undefined;
    return box ?? [];
  });
  const labels = flat.nodes.flatMap((node): readonly Mark[] => {
    if (node.kind !== "output") return [];
    const names = namesIn(node.definition, flat);
    return node.marks.flatMap((mark): readonly Mark[] => {
      const text = mark.kind === "strand" ? names.get(mark.axis) : undefined;
      if (mark.kind !== "strand" || text === undefined) return [];
      const label = labelAt(mark, text);
      const box = label && markBounds(label);
      if (label === undefined || box === undefined) return [];
      const before = { ...box, x: box.x - NEAR, width: box.width + NEAR };
      if (named.some((each) => meets(each, before)) || !isFree(ink, aboveLine(box, label.y), 0)) {
        return [];
      }
      ink.push(box);
      return [label];
    });
  });
  return labels.length === 0 ? flat : { ...flat, labels: [...flat.labels, ...labels] };
}

/** The LaTeX of the axes of a definition, as other wires of it are named. */
function namesIn(definition: string, { nodes }: FlatFigure): ReadonlyMap<string, string> {
  return new Map(
    nodes
      .filter((node: SceneNode) => node.definition === definition)
      .flatMap(({ marks }) => marks)
      .flatMap((mark) =>
        mark.kind === "text" && mark.axis !== undefined ? [[mark.axis, mark.text] as const] : [],
      ),
  );
}

function labelAt(
  { axis, path, double }: Extract<Mark, { kind: "strand" }>,
  text: string,
): Extract<Mark, { kind: "text" }> | undefined {
  const last = path.at(-1);
  if (last === undefined || last.kind === "close") return undefined;
  const { x, y } = last.to;
  const lift = double === true ? liftOverDouble(text) : 0;
  const right = x - BEHIND;
  return {
    kind: "text",
    text,
    role: "axis",
    axis,
    x: right - measureText(text, "axis").width,
    y: labelBaseline(text, y) - lift,
    anchor: "start",
  };
}

/** What hangs below the line of a name may touch the wire. */
function aboveLine(box: Rect, baseline: number): Rect {
  return { ...box, height: Math.min(box.height, baseline - box.y) };
}
