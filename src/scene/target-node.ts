import type { NodeId } from "../document/document.ts";
import { isGlyphPart, namedPart } from "../document/named-part.ts";
import type { Rect } from "../draw/path.ts";
import { glyphRegion } from "./glyph-region.ts";
import type { SceneNode } from "./scene.ts";
import { nameOfArray } from "./wishes.ts";

/**
 * Whether a node of a picture is what a plate or a callout names: what a line of the file makes, or
 * an array that comes into the figure, by its name; where one is copied or goes out; or what draws
 * the part of an operation that is named.
 */
export function isTarget(scene: SceneNode, name: NodeId): boolean {
  const { node, kind, definition, ports } = scene;
  const [port] = ports;
  const found = namedPart(name);
  if (found !== undefined && isGlyphPart(found.part)) return partBox(scene, name) !== undefined;
  if (found !== undefined) {
    if (kind !== found.part || port === undefined) return false;
    return nameOfArray(definition, port.array) === found.of;
  }
  if (node === name && kind !== "copy") return true;
  return kind === "input" && port !== undefined && nameOfArray(definition, port.array) === name;
}

/** The part of an operation that the name is of; `undefined` where it is of something else. */
export function partBox({ node, parts = [] }: SceneNode, name: NodeId): Rect | undefined {
  const found = namedPart(name);
  if (found === undefined || found.of !== node) return undefined;
  return parts.find(({ part }) => part === found.part)?.box;
}

/** What is drawn of a target: the part that is named, else its glyph. */
export function targetRegion(scene: SceneNode, name: NodeId): Rect {
  return partBox(scene, name) ?? glyphRegion(scene);
}
