import { markBounds, unionBounds } from "../draw/bounds.ts";
import { rectangle } from "../draw/curve.ts";
import type { FillRole, Mark } from "../draw/mark.ts";
import type { Path, Rect } from "../draw/path.ts";
import { polyline } from "../draw/polyline.ts";
import { SPACING } from "../draw/slab.ts";
import {
  heightsWithin,
  type NamedColumn,
  withCentredNames,
  withEveryName,
} from "./column-names.ts";
import { columnRows } from "./column-rows.ts";
import type { FlatFigure } from "./flatten.ts";
import type { SceneColumn, SceneNode } from "./scene.ts";

/** A column of the picture: what memory holds there, or what happens to it. */
interface Painted extends NamedColumn {
  readonly fill: Extract<FillRole, "data" | "function">;
}

const ABOVE = 1.25 * SPACING;
const BELOW = 0.25 * SPACING;
/** How far a function column stands out beside its glyphs, and from the data columns. */
const SIDE = 0.25 * SPACING;
const APART = 0.25 * SPACING;
/** Wires begin before the first data column and go on behind the last. */
const WIRE_ENDS = 0.5 * SPACING;
const NARROWEST = 0.4 * SPACING;

/** Paints the columns of data and of functions, and names every wire in the middle of each of its data columns. */
export function withPaintedColumns(flat: FlatFigure): FlatFigure {
  const nodes = new Map(flat.nodes.map((node) => [node.id, node]));
  const painted = columnRows(flat.columns).flatMap((row) => paintRow(row, flat, nodes));
  const plates = painted.map(
    ({ fill, box }): Mark => ({ kind: "path", path: rectangle(box), fill }),
  );
  const data = painted.filter(({ fill }) => fill === "data");
  return {
    ...withEveryName(withCentredNames(flat, data), data),
    plates: [...flat.plates, ...plates],
  };
}

function paintRow(
  row: readonly SceneColumn[],
  flat: FlatFigure,
  nodes: ReadonlyMap<string, SceneNode>,
): readonly Painted[] {
  const tops = row.flatMap(({ rows }) => rows.map(({ top }) => top));
  const bottoms = row.flatMap(({ rows }) => rows.map(({ bottom }) => bottom));
  const around = {
    top: Math.min(...tops) - SPACING,
    bottom: Math.max(...bottoms) + SPACING,
  };
  const members = row.map(({ rows }) =>
    rows.flatMap(({ node }) => (node === undefined ? [] : (nodes.get(node) ?? []))),
  );
  const own = new Set(members.flat());
  const [{ path } = { path: "" }] = row;
  const marks = [...own].flatMap((node) => node.marks);
  const run = flat.bundles
    .filter((bundle) => bundle.path === path)
    .flatMap((bundle) => bundle.strands.flatMap(({ points }) => points));
  const lines = [...marks, ...run];
  const wires = lines.flatMap(wireOf);
  const strands = lines.filter((mark) => mark.kind === "strand");
  const names = new Map(
    marks.flatMap((mark) =>
      mark.kind === "text" && mark.axis !== undefined ? [[mark.axis, mark.text] as const] : [],
    ),
  );
  const heightsIn = (left: number, right: number): readonly number[] =>
    wires
      .flatMap((wire) => heightsWithin(wire, left, right))
      .filter((y) => y >= around.top && y <= around.bottom);
  const spans = besideEachOther(
    row.flatMap((column, at) => functionSpan(column, members[at] ?? [])),
  );
  const xs = wires.flatMap((wire) => polyline(wire).map(({ x }) => x));
  const painted: Painted[] = [];
  let from = Math.min(...xs) + WIRE_ENDS;
  const named = [...own]
    .filter(({ kind }) => kind === "input")
    .flatMap((input) => input.marks)
    .flatMap((mark) =>
      mark.kind === "text" && mark.role === "array" ? (markBounds(mark) ?? []) : [],
    );
  const paint = (fill: Painted["fill"], start: number, right: number, glyphs: readonly Rect[]) => {
    // An array's name stands before its wires, and so before their column.
    const left = (fill === "data" ? named : []).reduce(
      (x, name) => (name.x < right && name.x + name.width > x ? name.x + name.width + 1 : x),
      start,
    );
    const heights = heightsIn(left, right);
    if (right - left < NARROWEST || heights.length + glyphs.length === 0) return;
    const y = Math.min(...heights.map((each) => each - ABOVE), ...glyphs.map((g) => g.y - SIDE));
    const bottom = Math.max(
      ...heights.map((each) => each + BELOW),
      ...glyphs.map((g) => g.y + g.height + SIDE),
    );
    const box = { x: left, y, width: right - left, height: bottom - y };
    painted.push({ fill, box, strands, names });
  };
  for (const { left, right, glyphs } of spans) {
    paint("data", from, left - APART, []);
    if (glyphs.length > 0) paint("function", left, right, glyphs);
    from = right + APART;
  }
  paint("data", from, Math.max(...xs) - WIRE_ENDS, []);
  return painted;
}

interface FunctionSpan {
  readonly left: number;
  readonly right: number;
  /** None for what is drawn open, whose inside has columns of its own. */
  readonly glyphs: readonly Rect[];
}

/** The stretch of a layer in which something happens to the data; none where arrays only pass. */
function functionSpan(column: SceneColumn, members: readonly SceneNode[]): readonly FunctionSpan[] {
  if (members.some(({ kind }) => kind === "plate" || kind === "loop")) {
    return [{ left: column.x, right: column.x + column.width, glyphs: [] }];
  }
  const glyphs = members.filter(({ kind }) => DOING.has(kind)).flatMap(glyphOf);
  const box = unionBounds(glyphs);
  return box === undefined ? [] : [{ left: box.x - SIDE, right: box.x + box.width + SIDE, glyphs }];
}

/** Neighbours give way to each other where their glyphs are near, and are one where these overlap. */
function besideEachOther(spans: readonly FunctionSpan[]): readonly FunctionSpan[] {
  const placed: FunctionSpan[] = [];
  for (const span of spans) {
    const before = placed.at(-1);
    const over = before === undefined ? 0 : before.right + APART - span.left;
    if (before === undefined || over <= 0) {
      placed.push(span);
      continue;
    }
    placed.pop();
    const give = Math.min(over / 2, SIDE);
    const [right, left] = [before.right - give, span.left + give];
    if (right < left) {
      placed.push({ ...before, right }, { ...span, left });
    } else {
      const glyphs = [...before.glyphs, ...span.glyphs];
      placed.push({ ...before, right: Math.max(before.right, span.right), glyphs });
    }
  }
  return placed;
}

const DOING: ReadonlySet<string> = new Set(["op", "source", "call", "box"]);

/** What a slab draws beside wires and names of axes; all of it where wires are all that it draws. */
function glyphOf({ marks, bounds }: SceneNode): readonly Rect[] {
  const glyph = unionBounds(marks.filter(isGlyph).map(markBounds));
  return [glyph ?? bounds];
}

function isGlyph(mark: Mark): boolean {
  if (mark.kind === "strand") return false;
  return mark.kind !== "text" || mark.role !== "axis";
}

function wireOf(mark: Mark): readonly Path[] {
  const isWire =
    mark.kind === "strand" ||
    (mark.kind === "path" && mark.fill === undefined && mark.stroke === "wire");
  return isWire ? [mark.path] : [];
}
