import { markBounds, unionBounds } from "../bounds.ts";
import { arrowhead, line, strandBetween, strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Rect } from "../path.ts";
import { type Heights, type Slab, type SlabDrawing, SPACING } from "../slab.ts";
import { translateMarks, translateParts } from "../translate.ts";
import { edgeLabel, type LabelOf, labelWidth, passing, strand } from "./strokes.ts";

/** Wires of entries, one below the strands of the arrays that have one. */
export interface EntryWires {
  readonly inputs: readonly (string | undefined)[];
  readonly outputs: readonly (string | undefined)[];
  readonly label: LabelOf;
}

/** Room in which a wire finds the glyph that takes it, and in which later arrays make room for one. */
const LEAD = 1.5 * SPACING;
const BEND = 1.5 * SPACING;
/** Room in which a wire that begins at a glyph comes to its height. */
const FALL = SPACING;
const ARRAY_GAP = 1.5 * SPACING;
/** How far inside the edge of a glyph a wire meets it. */
const INSIDE = 0.25 * SPACING;

/**
 * The same slab for arrays of positions: the wire of what their entries are goes on where a result has
 * the same entries, ends at the glyph where none has, and begins there where the result counts positions.
 * A slab that draws these wires itself stays as it is.
 */
export function withEntryWires(slab: Slab, wires: EntryWires): Slab {
  const { inputs, outputs } = wires;
  if ([...inputs, ...outputs].every((wire) => wire === undefined)) return slab;
  const { opened: _, written: __, lowered: ___, ...rest } = slab;
  const below = (rows: Slab["inputs"], own: EntryWires["inputs"]) =>
    rows.map((axes, i) => [...axes, ...(own[i] === undefined ? [] : [own[i]])]);
  const isDrawn = inputs.some((wire, i) => wire !== undefined && slab.inputs[i]?.at(-1) === wire);
  if (isDrawn) return slab;
  return {
    ...rest,
    inputs: below(slab.inputs, inputs),
    outputs: below(slab.outputs, outputs),
    keepsShape: slab.keepsShape && inputs[0] === outputs[0],
    place: (rows, free) => place(slab, wires, rows, free),
  };
}

function place(
  slab: Slab,
  wires: EntryWires,
  rows: readonly Heights[],
  free: readonly (Heights | undefined)[],
): SlabDrawing {
  const { inputs, outputs, label } = wires;
  const own = rows.map((row, i) => (inputs[i] === undefined ? row : row.slice(0, -1)));
  const ownFree = free.map((row, j) => (outputs[j] === undefined ? row : row?.slice(0, -1)));
  const inner = anchored(slab.place(own, ownFree), own, rows, ownFree, free);
  const glyph = glyphBox(inner);
  const ends = inputs.some((wire) => wire !== undefined && !outputs.includes(wire));
  const fresh = outputs.filter((wire) => wire !== undefined && !inputs.includes(wire));
  const lead = ends ? LEAD : 0;
  const ownOut = inner.outputs;
  const { heights, bends } = outputHeights(ownOut, wires, rows, free, glyph);
  const named = fresh.flatMap((wire) => wire ?? []);
  const tail = named.length > 0 ? FALL + labelWidth(named, label, 0.5 * SPACING) : 0;
  const bend = bends ? BEND : 0;
  const right = lead + inner.width;
  const width = right + bend + tail;
  const box = { ...glyph, x: glyph.x + lead };
  const marks: Mark[] = [
    ...slab.inputs.flatMap((axes, i) => passing(axes, own[i] ?? [], lead)),
    ...translateMarks(inner.marks, lead, 0).map(atEdge),
    ...slab.outputs.flatMap((axes, j) =>
      axes.flatMap((axis, k) => tailOf(axis, ownOut[j]?.[k] ?? 0, heights[j]?.[k] ?? 0)),
    ),
    ...inputs.flatMap((wire, i) => {
      const y = rows[i]?.at(-1);
      return wire === undefined || y === undefined ? [] : onwards(wire, y);
    }),
    ...outputs.flatMap((wire, j) => {
      const y = heights[j]?.at(-1);
      if (wire === undefined || y === undefined || inputs.includes(wire)) return [];
      const from = { x: box.x + box.width, y: within(y, box) };
      return [
        strand(wire, strandThrough(from, { x: right + bend + FALL, y }, { x: width, y })),
        edgeLabel(wire, label, { x: width, y }),
      ];
    }),
  ];
  const touched = [...rows, ...heights].flat();
  return {
    width,
    outputs: heights,
    top: Math.min(inner.top, ...touched.map((y) => y - 0.8 * SPACING)),
    bottom: Math.max(inner.bottom, ...touched.map((y) => y + 0.5 * SPACING)),
    dashEnds: inner.dashEnds.map((x) => x + lead),
    dashStarts: inner.dashStarts.map((x) => x + lead),
    ...(inner.parts && { parts: translateParts(inner.parts, lead, 0) }),
    marks,
  };

  /** The name of a new axis stays at the right edge of the slab. */
  function atEdge(mark: Mark): Mark {
    if (mark.kind !== "text" || mark.axis === undefined || mark.anchor !== "end") return mark;
    for (const [j, axes] of slab.outputs.entries()) {
      const k = axes.indexOf(mark.axis);
      const [from, to] = [ownOut[j]?.[k], heights[j]?.[k]];
      if (from === undefined || to === undefined || Math.abs(from - mark.y) > SPACING) continue;
      return { ...mark, x: mark.x + width - right, y: mark.y + to - from };
    }
    return mark;
  }

  function tailOf(axis: string, from: number, to: number): readonly Mark[] {
    if (width === right) return [];
    const bent = strandBetween({ x: right, y: from }, { x: right + bend, y: to });
    const rest = bend + tail > bend ? line({ x: right + bend, y: to }, { x: width, y: to }) : [];
    return [strand(axis, bend > 0 ? [...bent, ...rest.slice(1)] : rest)];
  }

  /** To every result with these entries, else into the glyph. */
  function onwards(wire: string, y: number): readonly Mark[] {
    const ways = outputs.flatMap((name, j) => (name === wire ? [heights[j]?.at(-1) ?? y] : []));
    if (ways.length > 0) {
      return ways.map((to) => strand(wire, strandBetween({ x: 0, y }, { x: width, y: to })));
    }
    const tip = { x: box.x, y: within(y, box) };
    return [
      strand(wire, strandBetween({ x: 0, y }, { x: tip.x - 3, y: tip.y })),
      { kind: "path", path: arrowhead(tip), fill: "ink" },
    ];
  }
}

/** Where nothing else says at which height the glyph stands, it stands on the wire of the entries. */
function anchored(
  drawing: SlabDrawing,
  own: readonly Heights[],
  rows: readonly Heights[],
  ownFree: readonly (Heights | undefined)[],
  free: readonly (Heights | undefined)[],
): SlabDrawing {
  if ([...own, ...ownFree].some((row) => (row?.length ?? 0) > 0)) return drawing;
  const dy = [...rows, ...free].flatMap((row) => row ?? [])[0] ?? 0;
  return {
    ...drawing,
    outputs: drawing.outputs.map((row) => row.map((y) => y + dy)),
    top: drawing.top + dy,
    bottom: drawing.bottom + dy,
    ...(drawing.parts && { parts: translateParts(drawing.parts, 0, dy) }),
    marks: translateMarks(drawing.marks, 0, dy),
  };
}

/** What is drawn of the glyph without its strands and the names of axes. */
function glyphBox({ marks, width, top, bottom }: SlabDrawing): Rect {
  const drawn = marks.filter(
    (mark) => mark.kind !== "strand" && !(mark.kind === "text" && mark.role === "axis"),
  );
  const middle = { x: width / 2, y: (top + bottom) / 2, width: 0, height: 0 };
  return unionBounds(drawn.map(markBounds)) ?? middle;
}

/** The heights of the results with their wires of entries; later results make room for those before. */
function outputHeights(
  own: readonly Heights[],
  { inputs, outputs }: EntryWires,
  rows: readonly Heights[],
  free: readonly (Heights | undefined)[],
  glyph: Rect,
): { readonly heights: readonly Heights[]; readonly bends: boolean } {
  let least = Number.NEGATIVE_INFINITY;
  let bends = false;
  const heights = own.map((row, j) => {
    const given = free[j];
    const wire = outputs[j];
    const from = wire === undefined ? undefined : rows[inputs.indexOf(wire)]?.at(-1);
    const lone = from ?? glyph.y + glyph.height / 2;
    const plain = [
      ...row,
      ...(wire === undefined ? [] : [(row.at(-1) ?? lone - SPACING) + SPACING]),
    ];
    const stood = given ?? plain;
    const short = Math.max(0, least - (stood[0] ?? least));
    if (short > 0) bends = true;
    const clear = short > 0 ? stood.map((y) => y + short) : stood;
    least = wire === undefined ? least : (clear.at(-1) ?? least) + ARRAY_GAP;
    return clear;
  });
  return { heights, bends };
}

function within(y: number, { y: top, height }: Rect): number {
  const room = Math.min(INSIDE, height / 2);
  return Math.min(Math.max(y, top + room), top + height - room);
}
