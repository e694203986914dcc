import { rectangle } from "../draw/curve.ts";
import type { FillRole, Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";

import { SPACING } from "../draw/slab.ts";
import { translateMarks, translateParts } from "../draw/translate.ts";
import type { PlacedItem } from "../layout/placement.ts";
import { ownMarks, seenHeights } from "./arrow-figure.ts";
import { borderBundles } from "./border-bundles.ts";
import { doubled } from "./doubled.ts";
import type { Figure, Member } from "./figure.ts";
import { figureBundles, figureDashes } from "./runs.ts";
import type { SceneBundle, SceneColumn, SceneNode, ScenePort } from "./scene.ts";
import { sceneColumns } from "./scene-columns.ts";
import { type Stand, sceneId, standAt } from "./stand.ts";
import { blockFill } from "./title.ts";

/** A figure with everything inside it, in one coordinate system. */
export interface FlatFigure {
  readonly nodes: readonly SceneNode[];
  readonly bundles: readonly SceneBundle[];
  readonly borders: readonly SceneBundle[];
  readonly columns: readonly SceneColumn[];
  readonly plates: readonly Mark[];
  readonly dashes: readonly Mark[];
  readonly labels: readonly Mark[];
}

interface Collected {
  readonly nodes: SceneNode[];
  readonly bundles: SceneBundle[];
  readonly borders: SceneBundle[];
  readonly columns: SceneColumn[];
  readonly plates: Mark[];
  readonly dashes: Mark[];
  readonly labels: Mark[];
}

/** Height of the strip of a plate that holds its title. */
const TITLE_STRIP = 1.3 * SPACING;

/** Puts a figure and the insides of its open calls and loops into one list each of nodes and marks. */
export function flattenFigure(
  figure: Figure,
  stand: Stand = { path: "", dx: 0, dy: 0 },
): FlatFigure {
  const collected: Collected = {
    nodes: [],
    bundles: [],
    borders: [],
    columns: [],
    plates: [],
    dashes: [],
    labels: [],
  };
  collect(figure, stand, collected);
  return collected;
}

function collect(figure: Figure, stand: Stand, into: Collected): void {
  for (const item of figure.placement.items) {
    const member = figure.members.get(item.id);
    const here = standAt(figure, stand, item.x);
    if (member?.kind === "node" && member.inside !== undefined) {
      collectInside(figure, item, member, member.inside, here, into);
    } else {
      collectItem(figure, item, member, here, into);
    }
  }
  into.bundles.push(...figureBundles(figure, stand));
  into.dashes.push(...figureDashes(figure, stand));
  into.columns.push(...sceneColumns(figure, stand));
}

function collectItem(
  figure: Figure,
  item: PlacedItem,
  member: Member | undefined,
  stand: Stand,
  into: Collected,
): void {
  const own = doubled(ownMarks(figure, item, member), figure.doubles);
  const marks = translateMarks(own, stand.dx + item.x, stand.dy);
  if (member?.kind === "border") {
    into.labels.push(...marks);
    into.borders.push(...borderBundles(figure, item, marks, stand));
    if (figure.kind === "block") into.nodes.push(blockBorder(figure, item, stand));
    return;
  }
  into.nodes.push({
    ...identity(figure, item, member, stand),
    bounds: itemBounds(item, stand),
    marks,
    ...(item.drawing.parts && {
      parts: translateParts(item.drawing.parts, stand.dx + item.x, stand.dy),
    }),
    ports: portsOf(figure, item, stand),
    wrong: member?.kind === "node" && member.node.wrong === true,
    foldable: member?.kind === "node" && member.node.kind === "call",
  });
}

/** Where the arrays of an open block come in or go out: nothing to see, but an end of their wires. */
function blockBorder(figure: Figure, item: PlacedItem, stand: Stand): SceneNode {
  return {
    id: sceneId(stand, item.id),
    node: item.id,
    definition: figure.definition,
    kind: "border",
    height: 0,
    bounds: itemBounds(item, stand),
    marks: [],
    ports: portsOf(figure, item, stand),
    title: figure.title,
    wrong: false,
    foldable: false,
  };
}

function collectInside(
  figure: Figure,
  item: PlacedItem,
  member: Extract<Member, { kind: "node" }>,
  inside: Figure,
  stand: Stand,
  into: Collected,
): void {
  const bounds = itemBounds(item, stand);
  const shift = item.drawing.top - (member.insideTop ?? item.drawing.top);
  const fill = inside.kind === "block" ? fillWithin(stand.fill, inside.definition) : "loop";
  const inner: Stand = {
    path: sceneId(stand, item.id),
    fill,
    dx: stand.dx + item.x + (member.insideX ?? 0),
    dy: stand.dy + shift,
  };
  if (inside.kind === "block") {
    into.plates.push({ kind: "path", path: rectangle(bounds), fill });
    into.plates.push({
      kind: "text",
      text: inside.title,
      role: "title",
      x: bounds.x + bounds.width / 2,
      y: bounds.y + 0.85 * SPACING,
      anchor: "middle",
    });
  }
  const areas = inside.plates?.map((area) => ({
    ...area,
    x: area.x + inner.dx,
    y: area.y + inner.dy,
  }));
  for (const area of areas ?? []) {
    into.plates.push({ kind: "path", path: rectangle(area), fill });
  }
  const crossing = doubled(item.drawing.marks, figure.doubles);
  const frame = translateMarks(inside.frame, inner.dx, inner.dy);
  into.nodes.push({
    ...identity(figure, item, member, stand),
    kind: inside.kind === "loop" ? "loop" : "plate",
    bounds: { ...bounds, height: inside.kind === "loop" ? SPACING : TITLE_STRIP },
    marks: [...translateMarks(crossing, stand.dx + item.x, stand.dy), ...frame],
    ports: portsOf(figure, item, stand),
    ...(areas && { areas }),
    wrong: member.node.wrong === true,
    foldable: inside.foldable,
  });
  collect(inside, inner, into);
}

/** The colour of a block's plate: grey where its name says nothing, and never that of the plate below. */
function fillWithin(around: FillRole | undefined, definition: string): FillRole {
  const role = blockFill(definition, false);
  const own = role === "network" ? "loop" : role;
  if (own !== around) return own;
  return own === "plain" ? "loop" : "plain";
}

function identity(
  figure: Figure,
  item: PlacedItem,
  member: Member | undefined,
  stand: Stand,
): Pick<SceneNode, "id" | "node" | "definition" | "kind" | "title" | "height"> {
  const node = member?.kind === "node" ? member.node.id : item.id;
  const base = {
    id: sceneId(stand, item.id),
    node,
    definition: figure.definition,
    height: Math.round(item.height / (SPACING / 2)),
  };
  if (member === undefined) {
    return { ...base, kind: "copy", title: `copy of ${item.inputs[0] ?? "an array"}` };
  }
  switch (member.kind) {
    case "input":
    case "output":
      return { ...base, kind: member.kind, title: member.title };
    case "border":
    case "wall":
      return { ...base, kind: "loop", title: figure.title };
    case "node":
      return { ...base, kind: nodeKind(member, item), title: member.title };
  }
}

function nodeKind(member: Extract<Member, { kind: "node" }>, item: PlacedItem): SceneNode["kind"] {
  switch (member.node.kind) {
    case "call":
      return "call";
    case "loop":
      return "loop";
    case "box":
      return "box";
    case "weight":
      return "source";
    default:
      return item.inputs.length === 0 ? "source" : "op";
  }
}

function itemBounds(item: PlacedItem, stand: Stand): Rect {
  return {
    x: stand.dx + item.x,
    y: stand.dy + item.drawing.top,
    width: item.drawing.width,
    height: item.drawing.bottom - item.drawing.top,
  };
}

function portsOf(figure: Figure, item: PlacedItem, stand: Stand): readonly ScenePort[] {
  const moved = (heights: readonly number[]) =>
    seenHeights(figure, heights).map((y) => y + stand.dy);
  const x = stand.dx + item.x;
  return [
    ...item.inputs.map(
      (array, i): ScenePort => ({ side: "in", array, x, heights: moved(item.rows[i] ?? []) }),
    ),
    ...item.outputs.map(
      (array, i): ScenePort => ({
        side: "out",
        array,
        x: x + item.drawing.width,
        heights: moved(item.drawing.outputs[i] ?? []),
      }),
    ),
  ];
}
