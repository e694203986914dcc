import type { NodeId } from "../document/document.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";

/**
 * The first place in a picture of a node of the document; where it has none of its own (a name, a
 * statement that is drawn by its parts), that of the nearest thing inside or around it.
 */
export function placeOf(scene: Scene, node: NodeId): SceneNode | undefined {
  return (
    scene.nodes.find((each) => each.node === node) ??
    scene.nodes.find((each) => each.node.startsWith(`${node}.`)) ??
    scene.nodes.findLast((each) => node.startsWith(`${each.node}.`))
  );
}
