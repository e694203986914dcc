import { markBounds, meets } from "../draw/bounds.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Path, Rect } from "../draw/path.ts";
import { polyline } from "../draw/polyline.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkOf, isFree } from "./free-room.ts";
import { aboveWire, nameOver, namesOf, type Strand } from "./wire-names.ts";

/** A column in which wires may be named. */
export interface NamedColumn {
  readonly box: Rect;
  /** The strands of the row of columns that it stands in. */
  readonly strands: readonly Strand[];
  /** LaTeX of the axes of these strands. */
  readonly names: ReadonlyMap<string, string>;
}

/** How far a name may stand out of its column. */
const LABEL_OVER = 0.1 * SPACING;

/** A name of an axis moves to the middle of its data column where there is room for it. */
export function withCentredNames(flat: FlatFigure, columns: readonly NamedColumn[]): FlatFigure {
  const ink = inkOf(flat);
  const centred = (mark: Mark): Mark => {
    const box = mark.kind === "text" && mark.role === "axis" ? markBounds(mark) : undefined;
    if (mark.kind !== "text" || box === undefined) return mark;
    const column = columns.find((each) => meets(box, each.box))?.box;
    if (column === undefined || box.width > column.width + 2 * LABEL_OVER) return mark;
    const moved = { ...aboveWire(box, mark.y), x: column.x + (column.width - box.width) / 2 };
    const others = ink.filter((each) => !meets(each, box));
    if (!isFree(others, moved, 0)) return mark;
    return { ...mark, x: mark.x + moved.x - box.x };
  };
  return {
    ...flat,
    nodes: flat.nodes.map((node) => ({ ...node, marks: node.marks.map(centred) })),
    labels: flat.labels.map(centred),
  };
}

/** Every wire of a data column has the name of its axis there, as far as there is room. */
export function withEveryName(flat: FlatFigure, columns: readonly NamedColumn[]): FlatFigure {
  const ink = [...inkOf(flat)];
  const named = [...namesOf(flat, ({ role }) => role === "axis")];
  const labels = columns.flatMap(({ box: column, strands, names }) =>
    strands.flatMap((strand): readonly Mark[] => {
      const text = names.get(strand.axis);
      const label = text === undefined ? undefined : labelIn(column, strand, text);
      const box = label && markBounds(label);
      if (label === undefined || box === undefined) return [];
      const above = aboveWire(box, label.y);
      const across = { ...above, x: column.x, width: column.width };
      if (named.some((each) => meets(each, across)) || !isFree(ink, above, 0)) return [];
      named.push(above);
      return [label];
    }),
  );
  return { ...flat, labels: [...flat.labels, ...labels] };
}

/** The name of a wire in the middle of a column, where it is level and the name has room. */
function labelIn(
  column: Rect,
  strand: Strand,
  text: string,
): Extract<Mark, { kind: "text" }> | undefined {
  const { width } = measureText(text, "axis");
  const x = column.x + column.width / 2;
  const [y, ...others] = heightsWithin(strand.path, x - 1, x + 1);
  if (y === undefined || others.some((other) => other !== y)) return undefined;
  if (width > column.width + 2 * LABEL_OVER) return undefined;
  if (y < column.y || y > column.y + column.height) return undefined;
  return nameOver(strand, text, { x, y }, "middle");
}

/** The heights of a wire where it enters a stretch, bends in it and leaves it. */
export function heightsWithin(wire: Path, left: number, right: number): readonly number[] {
  const points = polyline(wire);
  return points.slice(1).flatMap((b, index) => {
    const a = points[index] ?? b;
    const [from, to] = a.x <= b.x ? [a, b] : [b, a];
    if (to.x <= left || from.x >= right) return [];
    const at = (x: number): number =>
      to.x === from.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
    return [at(Math.max(left, from.x)), at(Math.min(right, to.x))];
  });
}
