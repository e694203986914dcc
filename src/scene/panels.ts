import type { Document, FigurePart } from "../document/document.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { translateMarks } from "../draw/translate.ts";
import type { TypedDefinition, TypedDiagram } from "../typing/diagram.ts";
import { layMainFigure } from "./body.ts";
import { aroundBox, asMarks, asOneBox } from "./closed-box.ts";
import type { Figure, FigureContext, Laying } from "./figure.ts";
import { type FlatFigure, flattenFigure } from "./flatten.ts";
import { inkedBounds } from "./inked-bounds.ts";
import { panelPath } from "./panel-path.ts";
import { relationMarks } from "./relation.ts";
import type { SceneId } from "./scene.ts";
import { together } from "./together.ts";

/** One diagram of a picture that has several. */
export interface Panel {
  readonly definition: TypedDefinition;
  readonly relation?: NonNullable<FigurePart["relation"]>;
  /** What the ids of its nodes begin with; the main definition has its ids as when it stands alone. */
  readonly path: SceneId;
  /** Drawn as one box, whose marks belong to no node. */
  readonly isClosed: boolean;
}

/** Diagrams beside each other. */
export type PanelRow = readonly Panel[];

const ROW_GAP = 1.5 * SPACING;

/**
 * The rows of diagrams that the `figure` lines of a file ask for; none where the file or the reader
 * has chosen a block as the picture. A block stands in a picture once, and closed as often as asked.
 */
export function panelRows(
  { definitions, main }: TypedDiagram,
  { header, layout }: Document,
): readonly PanelRow[] {
  if (header.some(({ kind }) => kind === "main")) return [];
  const taken = new Set<string>();
  const rows = layout.flatMap((line) => {
    if (line.kind !== "figure") return [];
    const row = line.parts.flatMap(({ block, closed: isClosed = false, relation }): PanelRow => {
      const definition = definitions.get(block);
      if (definition === undefined || (!isClosed && taken.has(block))) return [];
      if (!isClosed) taken.add(block);
      const path = definition === main ? "" : panelPath(block);
      return [{ definition, path, isClosed, ...(relation && { relation }) }];
    });
    return [row];
  });
  return rows.filter((row) => row.length > 0);
}

/** Lays out every diagram and puts them into rows, with what relates them between. */
export function* layPanels(rows: readonly PanelRow[], context: FigureContext): Laying<FlatFigure> {
  const flats: FlatFigure[] = [];
  let top = 0;
  for (const row of rows) {
    const laid: LaidPanel[] = [];
    for (const panel of row) {
      const figure = yield* panel.isClosed
        ? layMainFigure(asOneBox(panel.definition), aroundBox(panel.definition.name, context))
        : layMainFigure(panel.definition, context);
      const flat = flattenFigure(figure);
      const drawn = panel.isClosed ? flat : context.withPictures(flat);
      laid.push({ panel, figure, ink: inkedBounds(drawn) });
    }
    const bounds = inkedBounds(rowAt(0, laid, context));
    if (bounds === undefined) continue;
    flats.push(rowAt(gridUp(top - bounds.y), laid, context));
    top += gridUp(bounds.height) + ROW_GAP;
  }
  return together(flats);
}

/** A diagram that is laid out, and the box of what is drawn of it. */
interface LaidPanel {
  readonly panel: Panel;
  readonly figure: Figure;
  readonly ink: Rect | undefined;
}

/** The diagrams of a row left to right, the arrays that they take around one height. */
function rowAt(
  y: number,
  row: readonly LaidPanel[],
  { withPictures }: Pick<FigureContext, "withPictures">,
): FlatFigure {
  const flats: FlatFigure[] = [];
  const relations: Mark[] = [];
  let x = 0;
  for (const { panel, figure, ink = { x: 0, width: 0 } } of row) {
    const { path, relation, isClosed } = panel;
    if (relation !== undefined) {
      const { width, marks } = relationMarks(relation);
      relations.push(...translateMarks(marks, x, y));
      x += width;
    }
    const flat = flattenFigure(figure, { path, dx: x - ink.x, dy: y - middleOf(figure) });
    flats.push(isClosed ? asMarks(flat) : withPictures(flat));
    x += ink.width;
  }
  const flat = together(flats);
  return { ...flat, labels: [...flat.labels, ...relations] };
}

/** The middle between the outermost strands of what a diagram takes, else of what it gives. */
function middleOf({ placement, members }: Figure): number {
  const heightsAt = (end: "input" | "output") =>
    placement.items.flatMap((item) => {
      if (members.get(item.id)?.kind !== end) return [];
      return end === "input" ? item.drawing.outputs.flat() : item.rows.flat();
    });
  const taken = heightsAt("input");
  const heights = taken.length > 0 ? taken : heightsAt("output");
  return heights.length === 0 ? 0 : (Math.min(...heights) + Math.max(...heights)) / 2;
}

function gridUp(y: number): number {
  return (Math.ceil((2 * y) / SPACING) * SPACING) / 2;
}
