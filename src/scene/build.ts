import type { DetailLevel, Document } from "../document/document.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { placeGraph, placeGraphWithElk } from "../layout/place.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { withArrayPictures } from "./array-pictures.ts";
import { layMainFigure } from "./body.ts";
import { calledDefinitions } from "./called-definitions.ts";
import { aroundBox, asOneBox } from "./closed-box.ts";
import { withDatatypeWires } from "./datatype-wires.ts";
import { withDoubleWires } from "./double-wires.ts";
import type { FigureContext, Laying } from "./figure.ts";
import { type FlatFigure, flattenFigure } from "./flatten.ts";
import { furnish } from "./furniture.ts";
import { blockParameters } from "./given-sizes.ts";
import { inkedBounds } from "./inked-bounds.ts";
import { openLevels } from "./open-levels.ts";
import { withOutputNames } from "./output-names.ts";
import { withPaintedColumns } from "./painted-columns.ts";
import { layPanels, type PanelRow, panelRows } from "./panels.ts";
import { withRepeatedNames } from "./repeated-names.ts";
import type { Scene } from "./scene.ts";
import { titleText } from "./title.ts";
import { wishesOf } from "./wishes.ts";

/** Free room around everything drawn. */
const MARGIN = SPACING;

/** Draws the picture at once, in the order of our own layout. */
export function drawDiagram(whole: TypedDiagram, document: Document): Scene {
  const diagram = withDoubleWires(whole);
  const rows = panelRows(diagram, document);
  const context = figureContext(diagram, document, rows);
  const laying = layPicture(diagram, document, rows, context);
  let isProvisional = false;
  let step = laying.next();
  while (!step.done) {
    const placement = placeGraph(step.value);
    isProvisional ||= placement.isProvisional === true;
    step = laying.next(placement);
  }
  const scene = sceneOf(step.value, context, diagram, document);
  return isProvisional ? { ...scene, isProvisional } : scene;
}

/** Draws the picture in its final order: exports and goldens wait for this one. */
export async function drawDiagramWithElk(whole: TypedDiagram, document: Document): Promise<Scene> {
  const diagram = withDoubleWires(whole);
  const rows = panelRows(diagram, document);
  const context = figureContext(diagram, document, rows);
  const laying: Laying<Picture> = layPicture(diagram, document, rows, context);
  let step = laying.next();
  while (!step.done) step = laying.next(await placeGraphWithElk(step.value));
  return sceneOf(step.value, context, diagram, document);
}

/** What is laid out of a picture before anything is put around it. */
interface Picture {
  readonly flat: FlatFigure;
  /** The figure as one closed box, where an equation shows it. */
  readonly closed?: FlatFigure;
}

/** The rows of diagrams that the file asks for, or else the main figure alone. */
function* layPicture(
  { main }: TypedDiagram,
  { layout }: Document,
  rows: readonly PanelRow[],
  context: FigureContext,
): Laying<Picture> {
  if (rows.length > 0) return { flat: yield* layPanels(rows, context) };
  const flat = context.withPictures(flattenFigure(yield* layMainFigure(main, context)));
  if (main.name === "" || !layout.some(({ kind }) => kind === "equation")) return { flat };
  const { width: _, ...unwrapped } = context;
  const closed = yield* layMainFigure(asOneBox(main), aroundBox(main.name, unwrapped));
  return { flat, closed: flattenFigure(closed) };
}

function figureContext(
  diagram: TypedDiagram,
  document: Document,
  rows: readonly PanelRow[],
): FigureContext {
  const open = new Set<string>();
  const labels = new Map<string, string>();
  const levels = new Map<string, DetailLevel>();
  const below = new Set<string>();
  let width: number | undefined;
  for (const line of document.layout) {
    if (line.kind === "open") open.add(line.node);
    if (line.kind === "below") below.add(line.node);
    if (line.kind === "wrap" && line.width > 0) width = line.width;
    if (line.kind === "detail") levels.set(line.block, line.level);
    if (line.kind === "label") labels.set(`${line.block}/${line.of} ${line.name}`, line.tex);
  }
  const pictures = document.layout.filter((line) => line.kind === "picture");
  const called = calledDefinitions(diagram);
  const parameters = blockParameters(diagram);
  const shown = rows.length > 0 ? rows.flat().map((panel) => panel.definition) : [diagram.main];
  return {
    open,
    isJoined: rows.length > 0,
    levels: Math.min(...shown.map((definition) => openLevels(definition, open))),
    detail: (definition) => levels.get(definition) ?? levels.get("") ?? "axes",
    wishes: wishesOf(document.layout),
    withPictures: (flat) => withArrayPictures(flat, pictures, diagram),
    plainCups: document.layout.some(({ kind }) => kind === "cups"),
    isBelow: (definition, node) => below.has(node) || below.has(`block:${definition}`),
    titleOf: (definition) => titleText(document.layout, `block:${definition}`),
    parametersOf: (definition) => parameters.get(definition) ?? [],
    isPart: (definition) => called.has(definition),
    label: (definition, of, name) => labels.get(`${definition}/${of} ${name}`),
    figures: new Map(),
    ...(width !== undefined && { width }),
  };
}

function sceneOf(
  { flat: figure, closed }: Picture,
  { levels, isJoined }: FigureContext,
  diagram: TypedDiagram,
  document: Document,
): Scene {
  const isPainted = document.layout.some(({ kind }) => kind === "columns");
  const wired = withDatatypeWires(figure);
  const named = isPainted ? withPaintedColumns(wired) : withRepeatedNames(withOutputNames(wired));
  const flat = furnish(named, document, {
    diagram,
    isJoined,
    ...(closed && { closed }),
  });
  const scene = { ...flat, bounds: boundsOf(flat) };
  return Number.isFinite(levels) ? { ...scene, openLevels: levels } : scene;
}

/** Everything that is painted, with a margin; an empty figure has a small page of its own. */
function boundsOf(flat: FlatFigure): Rect {
  const drawn = inkedBounds(flat);
  if (drawn === undefined) return { x: -MARGIN, y: -MARGIN, width: 2 * MARGIN, height: 2 * MARGIN };
  return {
    x: drawn.x - MARGIN,
    y: drawn.y - MARGIN,
    width: drawn.width + 2 * MARGIN,
    height: drawn.height + 2 * MARGIN,
  };
}
