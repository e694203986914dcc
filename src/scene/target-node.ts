import type { NodeId } from "../document/document.ts";
import type { SceneNode } from "./scene.ts";
import { nameOfArray } from "./wishes.ts";

/**
 * Whether a node of a picture is what a plate or a callout names: what a line of the file makes, or
 * an array that comes into the figure, by its name.
 */
export function isTarget({ node, kind, definition, ports }: SceneNode, name: NodeId): boolean {
  if (node === name) return true;
  const [port] = ports;
  return kind === "input" && port !== undefined && nameOfArray(definition, port.array) === name;
}
