import type { NodeId } from "../../document/document.ts";
import { measureText } from "../../draw/label.ts";
import type { Mark, TextRole } from "../../draw/mark.ts";
import type { Point, Rect } from "../../draw/path.ts";
import { polyline } from "../../draw/polyline.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import type { Reading } from "../../editor/reading.ts";
import { pathOf, type Selection } from "../../editor/selection.ts";
import type { SceneBundle, SceneNode } from "../../scene/scene.ts";
import type { TypedNode } from "../../typing/diagram.ts";

/** Something in the picture that has a name of its own. */
export type Named =
  | {
      readonly kind: "axis";
      readonly path: string;
      readonly definition: string;
      readonly array: string;
      readonly axis: string;
    }
  | {
      readonly kind: "array";
      readonly path: string;
      readonly definition: string;
      readonly array: string;
    }
  | { readonly kind: "block"; readonly node: string; readonly block: string }
  /** The count of a repeat, or the axis of a scan; `node` is its place in the picture. */
  | {
      readonly kind: "loop";
      readonly node: string;
      readonly definition: string;
      readonly loop: NodeId;
    };

/** Where a name stands, or would stand; `x` and `y` are the anchor on its baseline. */
export interface NamePlace {
  readonly named: Named;
  readonly role: TextRole;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

type TextMark = Extract<Mark, { kind: "text" }>;

/** How far beside a name it can still be meant. */
const BESIDE = 3;

const known = new WeakMap<Reading, readonly (NamePlace & { readonly box: Rect })[]>();

/** The name at a point of the picture. */
export function nameAt(reading: Reading, point: Point): NamePlace | undefined {
  return namesIn(reading).findLast(({ box }) => holds(box, point));
}

/** What a selection is called: an operation goes by its first result, a call by its block. */
export function namedBy(reading: Reading, selection: Selection): Named | undefined {
  switch (selection.kind) {
    case "diagram":
      return undefined;
    case "array":
    case "strand": {
      const { kind: _, ...rest } = selection;
      return "axis" in rest ? { kind: "axis", ...rest } : { kind: "array", ...rest };
    }
    case "operation": {
      const scene = reading.scene.nodes.find(({ id }) => id === selection.id);
      const node = scene && nodeOf(reading, scene);
      if (scene === undefined || node === undefined) return undefined;
      if (node.kind === "call") return blockNamed(scene, node.definition.name);
      if (node.kind === "loop") return loopNamed(scene);
      const [result] = node.results;
      if (result === undefined) return undefined;
      const { definition } = selection;
      const array = result.name ?? result.id;
      return { kind: "array", path: pathOf(selection.id), definition, array };
    }
  }
}

/** Where something named stands; where the picture does not write its name, where its strands begin. */
export function placeOfName(reading: Reading, named: Named): NamePlace | undefined {
  const key = keyOf(named);
  return namesIn(reading).find((each) => keyOf(each.named) === key) ?? atStrands(reading, named);
}

/** The axis beside one in its array. */
export function axisBeside(
  reading: Reading,
  named: Extract<Named, { kind: "axis" }>,
  step: 1 | -1,
): Named | undefined {
  const definition = reading.typed.definitions.get(named.definition);
  const value = definition && indexDefinition(definition).values.get(named.array);
  const names = value?.type.shape.map(({ name }) => name) ?? [];
  const next = names[names.indexOf(named.axis) + step];
  return next === undefined ? undefined : { ...named, axis: next };
}

/** Equal for names of the same thing at the same place. */
export function keyOf(named: Named): string {
  if (named.kind === "block" || named.kind === "loop") return `${named.kind} ${named.node}`;
  const { path, definition, array } = named;
  const axis = named.kind === "axis" ? named.axis : "";
  return `${named.kind} ${path}|${definition}|${array}|${axis}`;
}

function namesIn(reading: Reading): readonly (NamePlace & { readonly box: Rect })[] {
  const found = known.get(reading);
  if (found !== undefined) return found;
  const { scene } = reading;
  const places = [
    ...scene.plates.flatMap((mark) => plateTitle(reading, mark)),
    ...scene.nodes.flatMap((node) =>
      node.marks.flatMap((mark) => {
        const named = mark.kind === "text" ? namedIn(reading, node, mark) : undefined;
        return mark.kind === "text" && named !== undefined ? [placed(mark, named)] : [];
      }),
    ),
    ...scene.labels.flatMap((mark) => {
      const named = mark.kind === "text" ? strandUnder(reading, mark) : undefined;
      return mark.kind === "text" && named !== undefined ? [placed(mark, named)] : [];
    }),
  ];
  known.set(reading, places);
  return places;
}

function placed(mark: TextMark, named: Named): NamePlace & { readonly box: Rect } {
  const { role, x, y, anchor, text } = mark;
  const { width, height, depth } = measureText(text, role);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  const box = {
    x: left - BESIDE,
    y: y - height - BESIDE,
    width: width + 2 * BESIDE,
    height: height + depth + 2 * BESIDE,
  };
  return { named, role, x, y, anchor, box };
}

function plateTitle(reading: Reading, mark: Mark): readonly (NamePlace & { readonly box: Rect })[] {
  if (mark.kind !== "text") return [];
  const plate = reading.scene.nodes.find(
    ({ kind, bounds }) => kind === "plate" && holds(bounds, { x: mark.x, y: mark.y - 4 }),
  );
  const node = plate && nodeOf(reading, plate);
  if (plate === undefined || node?.kind !== "call") return [];
  return [placed(mark, blockNamed(plate, node.definition.name))];
}

function blockNamed({ id }: SceneNode, block: string): Named {
  return { kind: "block", node: id, block };
}

function loopNamed({ id, node, definition }: SceneNode): Named {
  return { kind: "loop", node: id, definition, loop: node };
}

/** What a text on a slab names, if it is a name that can be changed. */
function namedIn(reading: Reading, scene: SceneNode, mark: TextMark): Named | undefined {
  const { definition, id, kind, ports } = scene;
  const base = { path: pathOf(id), definition };
  if (mark.axis !== undefined) {
    const { axis } = mark;
    const array = ports.toReversed().find(({ array: each }) => hasAxis(reading, base, each, axis));
    return array && { kind: "axis", ...base, array: array.array, axis };
  }
  const node = nodeOf(reading, scene);
  if (node?.kind === "call" && mark.role === "title") {
    return blockNamed(scene, node.definition.name);
  }
  if (node?.kind === "loop") return mark.role === "count" ? loopNamed(scene) : undefined;
  const isEnd = kind === "input" || kind === "output";
  const [port] = ports;
  if (port === undefined || !(isEnd ? mark.role === "array" : node?.kind === "weight")) {
    return undefined;
  }
  return { kind: "array", ...base, array: port.array };
}

/** A label between slabs names the strand that it stands on. */
function strandUnder({ scene }: Reading, mark: TextMark): Named | undefined {
  if (mark.axis === undefined) return undefined;
  let best: { readonly bundle: SceneBundle; readonly distance: number } | undefined;
  for (const bundle of scene.bundles) {
    for (const { axis, points } of bundle.strands) {
      if (axis !== mark.axis) continue;
      for (const point of points.flatMap((each) => ("path" in each ? polyline(each.path) : []))) {
        const distance = Math.hypot(point.x - mark.x, point.y - mark.y);
        if (best === undefined || distance < best.distance) best = { bundle, distance };
      }
    }
  }
  if (best === undefined) return undefined;
  const { path, definition, array } = best.bundle;
  return { kind: "axis", path, definition, array, axis: mark.axis };
}

/** Above the place where the strands of an array come out. */
function atStrands({ scene }: Reading, named: Named): NamePlace | undefined {
  if (named.kind === "block" || named.kind === "loop") return undefined;
  const bundles = scene.bundles.filter(
    ({ path, array }) => path === named.path && array === named.array,
  );
  const strands = bundles
    .flatMap((bundle) => bundle.strands)
    .filter(({ axis }) => named.kind === "array" || axis === named.axis);
  const starts = strands
    .flatMap(({ points }) => points.slice(0, 1))
    .flatMap((mark) => ("path" in mark ? polyline(mark.path).slice(0, 1) : []));
  const left = Math.min(...starts.map(({ x }) => x));
  const first = starts.filter(({ x }) => x === left).sort((a, b) => a.y - b.y)[0];
  if (first === undefined) return undefined;
  const role = named.kind === "axis" ? "axis" : "array";
  return { named, role, x: first.x + 4, y: first.y - 4, anchor: "start" };
}

function nodeOf(reading: Reading, scene: SceneNode): TypedNode | undefined {
  const definition = reading.typed.definitions.get(scene.definition);
  return definition && indexDefinition(definition).nodes.get(scene.node);
}

function hasAxis(
  reading: Reading,
  { definition }: { readonly definition: string },
  array: string,
  axis: string,
): boolean {
  const found = reading.typed.definitions.get(definition);
  const value = found && indexDefinition(found).values.get(array);
  return value?.type.shape.some(({ name }) => name === axis) === true;
}

function holds(box: Rect, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
