import type { Scene, SceneId, SceneNode } from "../scene/scene.ts";
import type { TypedDefinition, TypedDiagram, TypedNode } from "../typing/diagram.ts";
import { type DefinitionIndex, indexDefinition } from "./definition-index.ts";
import { nodeTitle } from "./described.ts";
import type { Reading } from "./reading.ts";
import { pathOf, type Selection, selectionKey } from "./selection.ts";
import { boundsOf, isWall, selectNode } from "./walk.ts";

/** One thing of the picture that a search means. */
export interface Found {
  readonly selection: Selection;
  /** For a closed block, how many things inside are meant. */
  readonly inside: number;
}

/**
 * What a search means in the picture, from left to right. A word means every name that begins with
 * it, or that has a part which does; a number means the sizes and parameters of that value.
 */
export function find({ typed, scene }: Reading, query: string): readonly Found[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  const counts = new Map<TypedDefinition, number>();
  const byKey = new Map<string, Found>();
  const hold = (found: Found): void => {
    const key = selectionKey(found.selection);
    if (!byKey.has(key)) byKey.set(key, found);
  };
  for (const node of scene.nodes) {
    const found = foundNode(node, typed, wanted, counts);
    if (found !== undefined) hold(found);
  }
  for (const selection of foundArrays(scene, typed, wanted)) hold({ selection, inside: 0 });
  return inReadingOrder(scene, [...byKey.values()]);
}

function foundNode(
  scene: SceneNode,
  typed: TypedDiagram,
  wanted: string,
  counts: Map<TypedDefinition, number>,
): Found | undefined {
  if (scene.kind === "copy" || isWall(scene)) return undefined;
  const definition = typed.definitions.get(scene.definition);
  const node = definition && indexDefinition(definition).nodes.get(scene.node);
  if (node === undefined) return undefined;
  const isClosed = node.kind === "call" && scene.kind !== "plate";
  const inside = isClosed ? countIn(node.definition, typed, wanted, counts) : 0;
  if (inside === 0 && !isMeant(node, wanted)) return undefined;
  return { selection: selectNode(scene), inside };
}

/** Arrays of that name, and of each axis of that name or size the first array that has it. */
function foundArrays(scene: Scene, typed: TypedDiagram, wanted: string): readonly Selection[] {
  const found: Selection[] = [];
  const axes = new Set<string>();
  for (const { definition, path, array, strands } of scene.bundles) {
    const typedDefinition = typed.definitions.get(definition);
    if (typedDefinition === undefined) continue;
    const name = indexDefinition(typedDefinition).values.get(array)?.name ?? "";
    if (begins(name, wanted)) found.push({ kind: "array", path, definition, array });
    for (const { axis } of strands) {
      const key = `${path} ${axis}`;
      if (axes.has(key) || !isAxisMeant(typedDefinition, axis, typed, wanted)) continue;
      axes.add(key);
      found.push({ kind: "strand", path, definition, array, axis });
    }
  }
  return found;
}

function isAxisMeant(
  definition: TypedDefinition,
  name: string,
  typed: TypedDiagram,
  wanted: string,
): boolean {
  if (begins(name, wanted)) return true;
  const size = definition.axes.get(name)?.axis.size;
  return size !== undefined && typed.evaluate(size)?.toString() === wanted;
}

function isMeant(node: TypedNode, wanted: string): boolean {
  return namesOf(node).some((name) => begins(name, wanted)) || hasParameter(node, wanted);
}

function namesOf(node: TypedNode): readonly string[] {
  switch (node.kind) {
    case "op":
      return [nodeTitle(node), node.op.name, node.op.operator ?? "", node.layer ?? ""];
    case "call":
      return [nodeTitle(node), node.definition.name, node.layer ?? ""];
    case "box":
      return [nodeTitle(node), node.title];
    default:
      return [nodeTitle(node)];
  }
}

/** True for the name or the value of an option or a number that is written at the operation. */
function hasParameter(node: TypedNode, wanted: string): boolean {
  if (node.kind !== "op") return false;
  const options = Object.entries(node.optionTexts);
  const numbers = Object.entries(node.call.numbers);
  return (
    [...options, ...numbers].some(([name]) => begins(name, wanted)) ||
    options.some(([, texts]) => texts.some((text) => text.toLowerCase() === wanted)) ||
    numbers.some(([, value]) => value === Number(wanted))
  );
}

function begins(name: string, wanted: string): boolean {
  if (name === "") return false;
  const whole = name.toLowerCase();
  if (whole.startsWith(wanted)) return true;
  return partsOf(name).some((part) => part.startsWith(wanted));
}

/** `d_model` has the parts "d" and "model", `EncoderLayer` "encoder" and "layer". */
function partsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_-]+/);
}

/** How many things a search means in a block, and in what it calls. */
function countIn(
  definition: TypedDefinition,
  typed: TypedDiagram,
  wanted: string,
  counts: Map<TypedDefinition, number>,
): number {
  const known = counts.get(definition);
  if (known !== undefined) return known;
  const index = indexDefinition(definition);
  const nodes = [...index.nodes.values()];
  const below = nodes.reduce(
    (sum, node) =>
      node.kind === "call" ? sum + countIn(node.definition, typed, wanted, counts) : sum,
    0,
  );
  const axes = [...definition.axes.keys()].filter((axis) =>
    isAxisMeant(definition, axis, typed, wanted),
  );
  const count =
    below +
    axes.length +
    arrayNames(index).filter((name) => begins(name, wanted)).length +
    nodes.filter((node) => node.kind !== "input" && isMeant(node, wanted)).length;
  counts.set(definition, count);
  return count;
}

function arrayNames({ values }: DefinitionIndex): readonly string[] {
  return [...new Set([...values.values()].flatMap(({ name }) => name ?? []))];
}

function inReadingOrder(scene: Scene, found: readonly Found[]): readonly Found[] {
  return found
    .flatMap((each) => {
      const box = boundsOf(scene, each.selection);
      return box === undefined ? [] : [{ each, box }];
    })
    .sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y)
    .map(({ each }) => each);
}

/** The parts of a picture that a search leaves in full ink. */
export interface FoundParts {
  readonly nodes: readonly SceneNode[];
  /** True for a strand of an array that is meant, or of an axis that is. */
  hasStrand(path: SceneId, array: string, axis: string): boolean;
  /** True for an axis that is meant, whatever array it is in. */
  hasAxis(path: SceneId, axis: string): boolean;
  /** Names of the arrays and axes that are meant. */
  readonly names: ReadonlySet<string>;
}

/** What stays in full ink when the rest fades. */
export function foundParts(scene: Scene, found: readonly Found[]): FoundParts {
  const ids = new Set<SceneId>();
  const arrays = new Set<string>();
  const axes = new Set<string>();
  const names = new Set<string>();
  for (const { selection } of found) {
    if (selection.kind === "operation") ids.add(selection.id);
    if (selection.kind === "array") {
      arrays.add(`${selection.path} ${selection.array}`);
      names.add(selection.array);
    }
    if (selection.kind === "strand") {
      axes.add(`${selection.path} ${selection.axis}`);
      names.add(selection.axis);
    }
  }
  const isEnd = ({ id, kind, ports: [port] }: SceneNode): boolean =>
    port !== undefined &&
    (kind === "input" || kind === "output" || kind === "source") &&
    arrays.has(`${pathOf(id)} ${port.array}`);
  const hasAxis = (path: SceneId, axis: string): boolean => axes.has(`${path} ${axis}`);
  return {
    nodes: scene.nodes.filter((node) => ids.has(node.id) || isEnd(node)),
    hasStrand: (path, array, axis) => arrays.has(`${path} ${array}`) || hasAxis(path, axis),
    hasAxis,
    names,
  };
}
