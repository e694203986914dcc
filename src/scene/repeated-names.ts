import { markBounds } from "../draw/bounds.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point } from "../draw/path.ts";
import { polyline } from "../draw/polyline.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkOf } from "./free-room.ts";
import type { SceneId } from "./scene.ts";
import { pathOf } from "./stand.ts";
import { TakenRoom } from "./taken-room.ts";
import { nameOver, namesOf, type Strand, wireNames } from "./wire-names.ts";

/** A wire runs no further than this without its name, where there is room for one. */
const FURTHEST = 12 * SPACING;
const BEFORE = 0.4 * SPACING;
const ASIDE = 1.5;

/** A level piece of a wire. */
interface Level {
  readonly strand: Strand;
  readonly place: { readonly path: SceneId; readonly definition: string };
  readonly from: Point;
  readonly to: Point;
}

/** Long wires are named again on their way, as published columns name theirs (NOTATION R10). */
export function withRepeatedNames(flat: FlatFigure): FlatFigure {
  const ink = new TakenRoom(inkOf(flat));
  const nameOf = wireNames(flat);
  const named = new TakenRoom(namesOf(flat));
  const levels = levelsOf(flat).toSorted((a, b) => a.from.x - b.from.x || a.from.y - b.from.y);
  const labels = levels.flatMap(({ strand, place, from, to }): readonly Mark[] => {
    const text = nameOf(place, strand.axis);
    if (text === undefined) return [];
    const { width } = measureText(text, "axis");
    const label = nameOver(strand, text, { x: from.x + BEFORE, y: from.y }, "start");
    const box = markBounds(label);
    if (box === undefined || from.x + BEFORE + width + BEFORE > to.x) return [];
    const around = { ...box, x: box.x - FURTHEST, width: box.width + 2 * FURTHEST };
    const above = {
      x: box.x - ASIDE,
      y: box.y - ASIDE,
      width: box.width + 2 * ASIDE,
      height: Math.min(box.height, from.y - ASIDE - box.y) + ASIDE,
    };
    if (named.isMet(around) || ink.isMet(above)) return [];
    named.add(box);
    ink.add(box);
    return [label];
  });
  return labels.length === 0 ? flat : { ...flat, labels: [...flat.labels, ...labels] };
}

function levelsOf({ nodes, bundles }: FlatFigure): readonly Level[] {
  return [
    ...bundles.flatMap((place) =>
      place.strands.flatMap(({ points }) => points.flatMap((mark) => levelIn(mark, place))),
    ),
    ...nodes.flatMap(({ id, definition, marks }) =>
      marks.flatMap((mark) => levelIn(mark, { path: pathOf(id), definition })),
    ),
  ];
}

function levelIn(mark: Mark, place: Level["place"]): readonly Level[] {
  if (mark.kind !== "strand") return [];
  const points = polyline(mark.path);
  return points.slice(1).flatMap((to, i): readonly Level[] => {
    const from = points[i] ?? to;
    return from.y === to.y && to.x > from.x ? [{ strand: mark, place, from, to }] : [];
  });
}
