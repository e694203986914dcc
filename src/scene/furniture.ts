import type { Document } from "../document/document.ts";
import { markBounds, unionBounds } from "../draw/bounds.ts";
import { rectangle } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { type Callout, drawCallout, sceneRemark } from "./callout.ts";
import { columnGuides } from "./column-guides.ts";
import { equationMarks } from "./equation.ts";
import { figureTitleMarks } from "./figure-title.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkOf } from "./free-room.ts";
import { type GrownArea, withGrownBrackets } from "./grown-brackets.ts";
import { haloMarks } from "./halo.ts";
import { inkedBounds } from "./inked-bounds.ts";
import { legendMarks, sizeEquations } from "./legend.ts";
import { loopTitles } from "./loop-title.ts";
import { regionPlates } from "./region-plate.ts";
import { ringMarks } from "./ring.ts";
import type { SceneRemark } from "./scene.ts";

/** What the figure shows, for its legend and its equation. */
export interface Shown {
  readonly diagram: TypedDiagram;
  /** Whether the picture holds several diagrams, of which none is titled alone. */
  readonly isJoined: boolean;
  /** The figure as one closed box, where the author asks for its equation. */
  readonly closed?: FlatFigure;
}

/** A figure with what the author put around it. */
export interface FurnishedFigure extends FlatFigure {
  readonly remarks: readonly SceneRemark[];
}

/** Adds what the author put around the figure: plates, callouts, the equation, the legend. */
export function furnish(laid: FlatFigure, document: Document, shown: Shown): FurnishedFigure {
  if (!document.layout.some(({ kind }) => FURNITURE.has(kind))) return { ...laid, remarks: [] };
  const { flat, plates, titles, around } = withAreas(laid, document);
  const kept = [...plates.flatMap((mark) => markBounds(mark) ?? []), ...around.flatMap(edgesOf)];
  const painted = largestFirst([...around, ...plates]);
  const guides = document.layout.some(({ kind }) => kind === "guides") ? columnGuides(flat) : [];
  const named = { ...flat, plates: [...painted, ...guides, ...titles.map(({ mark }) => mark)] };
  const remarked = withCallouts(named, kept, document);
  const halos = haloMarks(flat, document.layout, shown.diagram);
  const haloed = { ...remarked, plates: [...remarked.plates, ...halos] };
  const ringed = { ...haloed, labels: [...haloed.labels, ...ringMarks(flat, document.layout)] };
  const titled = shown.isJoined ? ringed : withTitle(ringed, document, shown);
  const whole = withLegend(withEquation(titled, shown.closed), document, shown);
  return { ...whole, remarks: remarked.remarks };
}

/** Plates and titles, with the areas of loops and blocks around them and brackets as tall as these. */
function withAreas(laid: FlatFigure, document: Document) {
  const plates = platesOf(laid, document);
  const titles = loopTitles(
    document.layout.filter((line) => line.kind === "title"),
    laid,
    [
      ...inkOf(laid),
      ...plates.flatMap((mark) => markBounds(mark) ?? []),
      ...laid.plates.flatMap(edgesOf),
    ],
  );
  const held = [...plates.flatMap(areaOf), ...titles.map(({ box }) => box)];
  const around = laid.plates.map((mark) => grownAround(mark, held));
  const grown = laid.plates.flatMap((mark, i): readonly GrownArea[] => {
    const [from, to] = [markBounds(mark), around[i] && markBounds(around[i])];
    return around[i] !== mark && from && to ? [{ from, to }] : [];
  });
  const texts = plates.flatMap((mark) => (mark.kind === "text" ? (markBounds(mark) ?? []) : []));
  const written = [...texts, ...titles.map(({ box }) => box)];
  const flat = { ...laid, nodes: withGrownBrackets(laid.nodes, grown, written) };
  return { flat, plates, titles, around };
}

const FURNITURE: ReadonlySet<string> = new Set([
  "plate",
  "callout",
  "title",
  "halo",
  "guides",
  "equation",
  "legend",
]);

function platesOf(flat: FlatFigure, { layout }: Document): readonly Mark[] {
  const lines = layout.filter((line) => line.kind === "plate");
  return regionPlates(lines, flat, inkOf(flat));
}

/** What holds others lies below them: each area with the title that follows it. */
function largestFirst(marks: readonly Mark[]): readonly Mark[] {
  const groups: { readonly size: number; readonly marks: Mark[] }[] = [];
  for (const mark of marks) {
    const box = mark.kind === "path" ? markBounds(mark) : undefined;
    const last = groups.at(-1);
    if (box === undefined && last !== undefined) last.marks.push(mark);
    else groups.push({ size: (box?.width ?? 0) * (box?.height ?? 0), marks: [mark] });
  }
  return groups.toSorted((a, b) => b.size - a.size).flatMap((group) => group.marks);
}

/** The area of a loop or block, as tall as the plates in it with their titles. */
function grownAround(mark: Mark, boxes: readonly Rect[]): Mark {
  const area = mark.kind === "path" && mark.stroke === undefined ? markBounds(mark) : undefined;
  if (area === undefined || mark.kind !== "path") return mark;
  const held = boxes.filter((box) => standsIn(box, area));
  const grown = unionBounds([area, ...held]) ?? area;
  return grown.height > area.height ? { ...mark, path: rectangle(grown) } : mark;
}

/** The box of a plate, not of its title. */
function areaOf(plate: Mark): readonly Rect[] {
  const box = plate.kind === "path" ? markBounds(plate) : undefined;
  return box === undefined ? [] : [box];
}

function withTitle(flat: FlatFigure, { layout }: Document, { diagram }: Shown): FlatFigure {
  const title = figureTitleMarks(layout, diagram.main.name, flat);
  return { ...flat, labels: [...flat.labels, ...title] };
}

/** Between the sides of an area, and not beside it. */
function standsIn(box: Rect, area: Rect): boolean {
  const isBetween = box.x >= area.x && box.x + box.width <= area.x + area.width;
  return isBetween && box.y < area.y + area.height && box.y + box.height > area.y;
}

/** The edges of an area: a remark stands in it or beside it, and not across them. */
function edgesOf(mark: Mark): readonly Rect[] {
  const area = mark.kind === "path" ? markBounds(mark) : undefined;
  if (area === undefined) return [];
  const { x, y, width, height } = area;
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ];
}

function withCallouts(
  flat: FlatFigure,
  kept: readonly Rect[],
  { layout }: Document,
): FurnishedFigure {
  const ink = [...inkOf(flat), ...kept];
  const callouts: Callout[] = [];
  const remarks: SceneRemark[] = [];
  for (const [at, line] of layout.entries()) {
    if (line.kind !== "callout") continue;
    const callout = drawCallout(line, flat, { ink, drawn: callouts });
    if (callout === undefined) continue;
    callouts.push(callout);
    remarks.push(sceneRemark(at, callout));
  }
  return {
    ...flat,
    plates: [...flat.plates, ...callouts.flatMap(({ below }) => below)],
    labels: [...flat.labels, ...callouts.flatMap(({ text }) => text)],
    remarks,
  };
}

function withEquation(flat: FlatFigure, closed: FlatFigure | undefined): FlatFigure {
  const around = inkedBounds(flat);
  if (around === undefined || closed === undefined) return flat;
  return { ...flat, labels: [...flat.labels, ...equationMarks(closed, around)] };
}

function withLegend(flat: FlatFigure, { layout }: Document, shown: Shown): FlatFigure {
  const legend = layout.findLast((line) => line.kind === "legend");
  const around = inkedBounds(flat);
  if (legend === undefined || around === undefined) return flat;
  const equations = legend.lines.length > 0 ? legend.lines : sizeEquations(shown.diagram);
  return { ...flat, labels: [...flat.labels, ...legendMarks(equations, around, inkOf(flat))] };
}
