import { arrayPart } from "../document/array-part.ts";
import type { NodeId } from "../document/document.ts";
import type { SceneNode } from "./scene.ts";
import { nameOfArray } from "./wishes.ts";

/**
 * Whether a node of a picture is what a plate or a callout names: what a line of the file makes, or
 * an array that comes into the figure, by its name; or where one is copied or goes out.
 */
export function isTarget({ node, kind, definition, ports }: SceneNode, name: NodeId): boolean {
  const [port] = ports;
  const part = arrayPart(name);
  if (part !== undefined) {
    if (kind !== part.part || port === undefined) return false;
    return nameOfArray(definition, port.array) === part.array;
  }
  if (node === name && kind !== "copy") return true;
  return kind === "input" && port !== undefined && nameOfArray(definition, port.array) === name;
}
