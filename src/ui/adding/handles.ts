import type { Rect } from "../../draw/path.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import type { ArrayRef, PortRef } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import type { SceneNode, ScenePort } from "../../scene/scene.ts";

/** Where one array goes into a slab or comes out of it; `box` is relative to the node. */
export interface PortHandle {
  readonly id: string;
  readonly side: "in" | "out";
  readonly at: number;
  readonly box: Rect;
}

/** How far a handle reaches beyond the outer strands. */
const BEYOND = 5;

/** An open port stands in the picture as a box with this title. */
const OPEN = "?";

/** One handle for each array of a node; an open port has one over the whole of its box. */
export function handlesOf(scene: SceneNode): readonly PortHandle[] {
  const { bounds, ports } = scene;
  if (scene.kind === "loop" || scene.kind === "plate" || scene.kind === "copy") return [];
  if (isOpenPort(scene)) {
    const box = { x: 0, y: 0, width: bounds.width, height: bounds.height };
    return [{ id: "in open", side: "in", at: 0, box }];
  }
  return ports.map((port, at) => {
    const { top, bottom } = reachOf(port, bounds);
    const box = { x: port.x - bounds.x, y: top - bounds.y, width: 0, height: bottom - top };
    return { id: `${port.side} ${at}`, side: port.side, at, box };
  });
}

/** Whether a node only says that nothing is given yet. */
export function isOpenPort({ kind, title }: SceneNode): boolean {
  return kind === "box" && title === OPEN;
}

function reachOf(
  { heights }: ScenePort,
  bounds: Rect,
): { readonly top: number; readonly bottom: number } {
  const middle = bounds.y + bounds.height / 2;
  const all = heights.length === 0 ? [middle] : heights;
  return { top: Math.min(...all) - BEYOND, bottom: Math.max(...all) + BEYOND };
}

/** The port of the document that a handle stands for; none for what is no operation. */
export function portOfHandle(
  reading: Reading,
  scene: SceneNode,
  handle: PortHandle,
): PortRef | undefined {
  const definition = reading.typed.definitions.get(scene.definition);
  if (definition === undefined) return undefined;
  const index = indexDefinition(definition);
  if (isOpenPort(scene)) {
    const id = `${scene.node}:0`;
    const [user] = index.uses.get(id) ?? [];
    const operand = user?.operands.findIndex((value) => value.id === id) ?? -1;
    return user === undefined ? undefined : portAt(user, operand);
  }
  const port = scene.ports[handle.at];
  const node = index.nodes.get(scene.node);
  if (port === undefined || node === undefined || node.kind === "loop") return undefined;
  const before = scene.ports.slice(0, handle.at).filter(({ side }) => side === "in");
  const nth = before.filter(({ array }) => array === port.array).length;
  const places = node.operands.flatMap((value, at) => (value.id === port.array ? [at] : []));
  const operand = places[nth];
  return operand === undefined ? undefined : portAt(node, operand);
}

function portAt(
  node: { readonly id: string; readonly operands: readonly unknown[] },
  operand: number,
): PortRef {
  const words = "keywords" in node ? (node.keywords as readonly string[]) : [];
  const word = words[operand - (node.operands.length - words.length)];
  return { node: node.id, operand: word ?? operand };
}

/** The array that a handle of an output stands for. */
export function arrayOfHandle(scene: SceneNode, handle: PortHandle): ArrayRef | undefined {
  const port = scene.ports[handle.at];
  if (port === undefined || handle.side !== "out") return undefined;
  return { definition: scene.definition, array: port.array };
}
