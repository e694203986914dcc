import { markBounds, meets } from "../draw/bounds.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkOf, isFree } from "./free-room.ts";
import { pathOf } from "./stand.ts";
import { aboveWire, nameOver, namesOf, type Strand, wireNames } from "./wire-names.ts";

/** How near a name on the same wire makes another one needless. */
const NEAR = 5 * SPACING;
/** How far the name stands from the end of its wire. */
const BEHIND = 0.1 * SPACING;

/** Every wire that leaves the figure is named at its end, unless it is named just before (NOTATION R10). */
export function withOutputNames(flat: FlatFigure): FlatFigure {
  const ink = [...inkOf(flat)];
  const named = namesOf(flat);
  const nameOf = wireNames(flat);
  const labels = flat.nodes.flatMap((node): readonly Mark[] => {
    if (node.kind !== "output") return [];
    const place = { path: pathOf(node.id), definition: node.definition };
    return node.marks.flatMap((mark): readonly Mark[] => {
      const text = mark.kind === "strand" ? nameOf(place, mark.axis) : undefined;
      if (mark.kind !== "strand" || text === undefined) return [];
      const label = labelAt(mark, text);
      const box = label && markBounds(label);
      if (label === undefined || box === undefined) return [];
      const before = { ...box, x: box.x - NEAR, width: box.width + NEAR };
      if (named.some((each) => meets(each, before)) || !isFree(ink, aboveWire(box, label.y), 0)) {
        return [];
      }
      ink.push(box);
      return [label];
    });
  });
  return labels.length === 0 ? flat : { ...flat, labels: [...flat.labels, ...labels] };
}

function labelAt(strand: Strand, text: string): Extract<Mark, { kind: "text" }> | undefined {
  const last = strand.path.at(-1);
  if (last === undefined || last.kind === "close") return undefined;
  const { x, y } = last.to;
  const left = x - BEHIND - measureText(text, "axis").width;
  return nameOver(strand, text, { x: left, y }, "start");
}
