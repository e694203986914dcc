import { measureText } from "../../draw/label.ts";
import type { Mark } from "../../draw/mark.ts";
import { translateMarks } from "../../draw/translate.ts";
import type { Scene, SceneNode } from "../../scene/scene.ts";
import { together } from "../../scene/together.ts";
import { derive } from "../pipeline.ts";
import { SPECIMENS, type Specimen } from "./specimens.ts";

/** The width that cells are packed into, and the room around them, in user units. */
const WIDTH = 1500;
const HEADING = 48;
const NAME = 24;
const APART = 28;
const MARGIN = 20;

/**
 * All specimens as one figure. Within a group, signs that differ in their letters alone, as
 * functions of one array do, stand once; the page shows them all.
 */
export function specimenSheet(): Scene {
  const scenes: Scene[] = [];
  const plates: Mark[] = [];
  const labels: Mark[] = [];
  let top = MARGIN;
  for (const { title, specimens } of SPECIMENS) {
    const seen = new Set<string>();
    labels.push(titleAt(title.toUpperCase(), MARGIN, top + HEADING / 2));
    plates.push(ruleAt(top + HEADING / 2 + 8));
    top += HEADING;
    for (const row of packed(specimens.flatMap((specimen) => cellsOf(specimen, seen)))) {
      let x = MARGIN;
      for (const { name, scene, width } of row) {
        labels.push(titleAt(name, x, top + 14));
        scenes.push(movedScene(scene, x - scene.bounds.x - 10, top + NAME - scene.bounds.y - 10));
        x += width + APART;
      }
      top += NAME + Math.max(...row.map(({ scene }) => scene.bounds.height));
    }
  }
  const all = together(scenes);
  return {
    ...all,
    columns: [],
    remarks: [],
    plates: [...plates, ...all.plates],
    labels: [...all.labels, ...labels],
    bounds: { x: 0, y: 0, width: WIDTH, height: top + MARGIN },
  };
}

/** Cells in rows, in order, each row as full as it gets. */
function packed(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    if (x + cell.width > WIDTH - MARGIN) {
      rows.push([]);
      x = MARGIN;
    }
    rows.at(-1)?.push(cell);
    x += cell.width + APART;
  }
  return rows;
}

interface Cell {
  readonly name: string;
  readonly scene: Scene;
  readonly width: number;
}

/** A convention, or the examples of an operation that look like nothing before. */
function cellsOf({ id, name, examples }: Specimen, seen: Set<string>): readonly Cell[] {
  return examples.flatMap(({ text }) => {
    const { scene } = derive(text);
    const look = id.startsWith("convention ") ? id : lookOf(scene);
    if (seen.has(look)) return [];
    seen.add(look);
    const width = Math.max(scene.bounds.width - 20, measureText(name, "title").width);
    return [{ name, scene, width }];
  });
}

/** What is painted, without letters and places: alike for signs that differ in their letters alone. */
function lookOf({ nodes, plates, bundles }: Scene): string {
  const marks = [...plates, ...nodes.flatMap((node) => node.marks)];
  return JSON.stringify([bundles.map(({ strands }) => strands.length), marks.map(lookOfMark)]);
}

function lookOfMark(mark: Mark): unknown {
  if (mark.kind === "path") return [mark.path.length, mark.fill, mark.stroke];
  return mark.kind === "text" ? mark.role : mark.kind;
}

function ruleAt(y: number): Mark {
  const path = [
    { kind: "move" as const, to: { x: MARGIN, y } },
    { kind: "line" as const, to: { x: WIDTH - MARGIN, y } },
  ];
  return { kind: "path", path, stroke: "hairline" };
}

function titleAt(text: string, x: number, y: number): Mark & { readonly kind: "text" } {
  return { kind: "text", text, role: "title", x, y, anchor: "start" };
}

function movedScene(scene: Scene, dx: number, dy: number): Scene {
  const move = (marks: readonly Mark[]): readonly Mark[] => translateMarks(marks, dx, dy);
  const moveBundles = (bundles: Scene["bundles"]): Scene["bundles"] =>
    bundles.map((bundle) => ({
      ...bundle,
      strands: bundle.strands.map((strand) => ({ ...strand, points: move(strand.points) })),
    }));
  return {
    ...scene,
    nodes: scene.nodes.map(
      (node): SceneNode => ({
        ...node,
        marks: move(node.marks),
        bounds: { ...node.bounds, x: node.bounds.x + dx, y: node.bounds.y + dy },
      }),
    ),
    bundles: moveBundles(scene.bundles),
    borders: moveBundles(scene.borders),
    plates: move(scene.plates),
    dashes: move(scene.dashes),
    labels: move(scene.labels),
  };
}
