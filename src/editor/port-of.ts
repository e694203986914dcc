import type { NodeId, Statement } from "../document/document.ts";
import type { SceneNode } from "../scene/scene.ts";
import { LEFT_WALL, RIGHT_WALL } from "../scene/wall-ids.ts";
import type { Crossing, TypedNode } from "../typing/diagram.ts";
import { indexDefinition } from "./definition-index.ts";
import type { EditContext } from "./edit.ts";
import { findNode } from "./edits/document-tree.ts";
import { outputPort } from "./edits/output-port.ts";
import type { ArrayRef, PortRef } from "./edits/scope.ts";

/** An open port stands in the picture as a box with this title. */
const OPEN = "?";

/** Whether a node of a picture only says that nothing is given yet. */
export function isOpenPort({ kind, title }: SceneNode): boolean {
  return kind === "box" && title === OPEN;
}

/**
 * The port of the document that a port of a picture stands for: of an operation, a loop's wall, an
 * output. `undefined` for what only passes on what it gets.
 */
export function portOf(context: EditContext, scene: SceneNode, at: number): PortRef | undefined {
  const definition = context.typed.definitions.get(scene.definition);
  const port = scene.ports[at];
  if (definition === undefined) return undefined;
  const index = indexDefinition(definition);
  if (isOpenPort(scene)) {
    const isLine = index.nodes.get(scene.node)?.results.some(({ name }) => name !== undefined);
    if (isLine === true) return { node: scene.node, operand: 0 };
    const id = `${scene.node}:0`;
    const [user] = index.uses.get(id) ?? [];
    const operand = user?.operands.findIndex((value) => value.id === id) ?? -1;
    return user === undefined ? undefined : operandPort(user, operand);
  }
  if (port?.side !== "in") return undefined;
  if (scene.kind === "output" || scene.kind === "border")
    return outputPort(context, scene.definition, port.array);
  const before = scene.ports.slice(0, at).filter(({ side }) => side === "in");
  const nth = before.filter(({ array }) => array === port.array).length;
  if (scene.kind === "loop") {
    return wallPort(context, index.nodes.get(loopOf(scene)), scene, { array: port.array, nth });
  }
  const node = index.nodes.get(scene.node);
  if (node === undefined) return undefined;
  const places = node.operands.flatMap((value, place) => (value.id === port.array ? [place] : []));
  const operand = places[nth];
  return operand === undefined ? undefined : operandPort(node, operand);
}

/** The array that comes out of a node of a picture at one of its ports. */
export function arrayOf(scene: SceneNode, at: number): ArrayRef | undefined {
  const port = scene.ports[at];
  if (port?.side !== "out") return undefined;
  return { definition: scene.definition, array: port.array };
}

function operandPort(
  node: { readonly id: string; readonly operands: readonly unknown[] },
  operand: number,
): PortRef {
  const words = "keywords" in node ? (node.keywords as readonly string[]) : [];
  const word = words[operand - (node.operands.length - words.length)];
  return { node: node.id, operand: word ?? operand };
}

/** The loop that a node of the picture is, or whose wall it is. */
function loopOf({ id, node }: SceneNode): NodeId {
  if (node !== LEFT_WALL && node !== RIGHT_WALL) return node;
  const path = id.split(">");
  return path.at(-2) ?? node;
}

/** From outside one meets what starts a carry or is sliced; from inside what goes on or is stacked. */
function wallPort(
  { document }: EditContext,
  loop: TypedNode | undefined,
  scene: SceneNode,
  { array, nth }: { readonly array: string; readonly nth: number },
): PortRef | undefined {
  if (loop?.kind !== "loop" || scene.node === LEFT_WALL) return undefined;
  const ends = loop.crossings.flatMap(scene.node === RIGHT_WALL ? endInside : endOutside);
  const end = ends.filter((each) => each.array === array)[nth];
  const statement = findNode(document, loop.id)?.statement;
  if (end === undefined || statement === undefined || !("body" in statement)) return undefined;
  if (statement.kind === "error") return undefined;
  const line = statement.body.find((each) => isLineOf(each, end));
  return line === undefined ? undefined : { node: line.id, operand: end.operand };
}

/** One array at a wall, and the line of the loop that lets it through. */
interface WallEnd {
  readonly array: string;
  readonly kind: "each" | "carry" | "collect" | "read";
  readonly name: string;
  readonly operand: PortRef["operand"];
}

function isLineOf(statement: Statement, { kind, name }: WallEnd): boolean {
  if (statement.kind !== kind) return false;
  return "port" in statement && statement.port.name === name;
}

function endOutside(crossing: Crossing): readonly WallEnd[] {
  switch (crossing.kind) {
    case "each": {
      const { outer, inner } = crossing;
      return [{ array: outer.id, kind: "each", name: inner.name ?? "", operand: 0 }];
    }
    case "carry": {
      const { start, inner } = crossing;
      const array = start.scalar === undefined ? start.id : `start ${inner.id}`;
      return [{ array, kind: "carry", name: inner.name ?? "", operand: 0 }];
    }
    case "read":
      return [{ array: crossing.outer.id, kind: "read", name: "", operand: 0 }];
    case "collect":
      return [];
  }
}

function endInside(crossing: Crossing): readonly WallEnd[] {
  if (crossing.kind === "carry") {
    const { next, inner } = crossing;
    return [{ array: next.id, kind: "carry", name: inner.name ?? "", operand: "to" }];
  }
  if (crossing.kind !== "collect") return [];
  const { inner, outer } = crossing;
  return [{ array: inner.id, kind: "collect", name: outer.name ?? "", operand: 0 }];
}
