import { markBounds, unionBounds } from "../bounds.ts";
import { rectangle } from "../curve.ts";
import { measureText } from "../label.ts";
import type { FillRole, Mark, StrokeRole } from "../mark.ts";
import type { Point, Rect } from "../path.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import {
  type ArrowEnd,
  arrowInto,
  arrowLabels,
  arrowLine,
  arrowThrough,
  middleOf,
  stubLength,
} from "./arrow-line.ts";
import { boxFaces, DEPTH, titleHeight, titleLines } from "./box3d.ts";
import { brokenTitle } from "./broken-title.ts";
import { pentagonMarks, pentagonWidth } from "./pentagon.ts";
import { centredText } from "./strokes.ts";

/** What stands for a slab where every array is one arrow. */
export type ArrowedFace =
  /** A rectangle with the name of an operation; `dash` is the outline of what is not known. */
  | {
      readonly kind: "box";
      readonly title: string;
      /** LaTeX that stands in place of the title. */
      readonly letter?: string;
      readonly stroke?: StrokeRole;
      readonly fill?: FillRole;
    }
  /** The box with depth of a closed block. */
  | { readonly kind: "box3d"; readonly title: string; readonly fill: FillRole }
  /** The slab's own glyphs without its strands: the names at the ends, pentagons of sources. */
  | { readonly kind: "own" }
  /** Lines that run on: walls and borders. */
  | { readonly kind: "through" };

export interface ArrowedSpec {
  readonly face: ArrowedFace;
  /** LaTeX of what stands above the arrow of a result; absent where the arrows have no labels. */
  readonly labelOf?: (axes: readonly string[]) => string;
}

const OVERHANG = 0.5 * SPACING;
/** Room for the arrowhead in front of a box. */
const LEAD = 0.8 * SPACING;
const NAME_GAP = 3;
/** The curve of a bracket stands in the middle of its wall and bulges. */
const CLEAR = 0.6 * SPACING;

/**
 * The slab at the same heights with one arrow an array, in the middle of its strands; only its width
 * may grow, so that a figure keeps its columns, its order and its heights.
 */
export function arrowed(slab: Slab, { face, labelOf }: ArrowedSpec): Slab {
  return {
    ...slab,
    place(inputs, free) {
      const drawing = slab.place(inputs, free);
      const { width, marks } = draw(face, {
        entering: endsOf(slab.inputs, inputs, undefined),
        leaving: endsOf(slab.outputs, drawing.outputs, labelOf),
        width: drawing.width,
        marks: drawing.marks,
        pentagons: slab.pentagons ?? [],
      });
      const bounds = unionBounds(marks.map(markBounds)) ?? { y: drawing.top, height: 0 };
      return {
        width,
        outputs: drawing.outputs,
        top: Math.min(drawing.top, bounds.y),
        bottom: Math.max(drawing.bottom, bounds.y + bounds.height),
        dashEnds: drawing.dashEnds.map(() => 0),
        dashStarts: drawing.dashStarts.map(() => width),
        marks,
      };
    },
  };
}

/** Row by row; arrays without axes have no line. */
type Ends = readonly (ArrowEnd | undefined)[];

interface Given {
  readonly entering: Ends;
  readonly leaving: Ends;
  readonly width: number;
  readonly marks: readonly Mark[];
  readonly pentagons: NonNullable<Slab["pentagons"]>;
}

interface Drawn {
  readonly width: number;
  readonly marks: readonly Mark[];
}

function endsOf(
  arrays: readonly (readonly string[])[],
  rows: readonly Heights[],
  labelOf: ArrowedSpec["labelOf"],
): Ends {
  return arrays.map((axes, row): ArrowEnd | undefined => {
    const y = middleOf(rows[row] ?? []);
    const [axis] = axes;
    if (y === undefined || axis === undefined) return undefined;
    return labelOf === undefined ? { axis, y } : { axis, y, label: labelOf(axes) };
  });
}

function draw(face: ArrowedFace, given: Given): Drawn {
  switch (face.kind) {
    case "box":
    case "box3d":
      return drawBox(face, given);
    case "own":
      return drawOwn(given);
    case "through":
      return drawThrough(given);
  }
}

function drawBox(
  face: Extract<ArrowedFace, { kind: "box" | "box3d" }>,
  { entering, leaving, width }: Given,
): Drawn {
  const [comes, goes] = [present(entering), present(leaving)];
  const letter = face.kind === "box" ? face.letter : undefined;
  const lines = letter === undefined ? brokenTitle(face.title) : [];
  const lettered = letter === undefined ? 0 : measureText(letter, "letter").width;
  const widest = Math.max(lettered, ...lines.map((text) => measureText(text, "title").width));
  const x = comes.length === 0 ? 0 : LEAD;
  const body = Math.max(1.5 * SPACING, widest + 0.7 * SPACING);
  const right = x + body + (face.kind === "box3d" ? DEPTH : 0);
  const whole = Math.max(width, right + stubLength(goes));
  const { first, last } = span([...comes, ...goes]);
  const height = Math.max(last - first + 2 * OVERHANG, titleHeight(lines) + OVERHANG / 2);
  const front = { x, y: (first + last - height) / 2, width: body, height };
  const { kind, fill = "paper" } = face;
  const stroke = (kind === "box" ? face.stroke : undefined) ?? "outline";
  const shape: readonly Mark[] =
    kind === "box3d"
      ? boxFaces(front, fill)
      : [{ kind: "path", path: rectangle(front), stroke, fill }];
  return {
    width: whole,
    marks: [
      ...comes.flatMap((end) => arrowInto(end, 0, x)),
      ...goes.flatMap((end) => arrowLine(end, right, whole)),
      ...shape,
      ...titleLines(lines, front),
      ...(letter === undefined ? [] : [centredText(letter, "letter", centreOf(front))]),
      ...arrowLabels(goes, whole),
    ],
  };
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function drawOwn({ entering, leaving, width, marks }: Given): Drawn {
  const [comes, goes] = [present(entering), present(leaving)];
  const own = marks.filter(
    (mark) => mark.kind === "path" || (mark.kind === "text" && mark.role !== "axis"),
  );
  const bounds = unionBounds(own.map(markBounds));
  const gap = own.some((mark) => mark.kind === "path") ? 0 : NAME_GAP;
  // A glyph that encloses nothing lets the arrow through, from where it begins.
  const isOpen = gap === 0 && !own.some((mark) => mark.kind === "path" && mark.fill !== undefined);
  const right = bounds === undefined ? 0 : bounds.x + bounds.width + gap;
  const from = isOpen ? (bounds?.x ?? 0) : right;
  const to = bounds === undefined ? width : bounds.x - gap;
  const whole = goes.length === 0 ? width : Math.max(width, right + stubLength(goes));
  return {
    width: whole,
    marks: [
      ...comes.flatMap((end) => arrowInto(end, 0, to)),
      ...goes.flatMap((end) => arrowLine(end, from, whole)),
      ...own,
      ...arrowLabels(goes, whole),
    ],
  };
}

function drawThrough({ entering, leaving, width, pentagons }: Given): Drawn {
  if (width === 0) return { width, marks: [] };
  const goes = present(leaving);
  const halves = pentagons.map((each) => (each ? pentagonWidth(each.text) / 2 : 0));
  const clear = Math.max(CLEAR, ...halves);
  const whole = Math.max(width, 2 * (stubLength(goes) + clear));
  const rows = Array.from({ length: Math.max(entering.length, leaving.length) }, (_, row) => row);
  const lines = rows.flatMap((row): readonly Mark[] => {
    const to = leaving[row] ?? entering[row];
    const from = entering[row] ?? to;
    if (from === undefined || to === undefined) return [];
    const seat = { x: whole / 3, y: to.y };
    const line = arrowThrough(to.axis, { x: 0, y: from.y }, seat, { x: whole, y: to.y });
    const { text, points } = pentagons[row] ?? {};
    if (text === undefined || points === undefined) return [line];
    return [line, ...pentagonMarks(text, points, { x: whole / 2, y: to.y })];
  });
  return { width: whole, marks: [...lines, ...arrowLabels(goes, whole)] };
}

function present(ends: Ends): readonly ArrowEnd[] {
  return ends.filter((end) => end !== undefined);
}

function span(ends: readonly ArrowEnd[]): { readonly first: number; readonly last: number } {
  const heights = ends.map(({ y }) => y);
  if (heights.length === 0) return { first: 0, last: 0 };
  return { first: Math.min(...heights), last: Math.max(...heights) };
}
