import type { Rect } from "../draw/path.ts";
import type { SceneNode, ScenePort } from "../scene/scene.ts";
import { drawnAs } from "./place-of.ts";
import type { Reading } from "./reading.ts";
import type { RestingPlace } from "./rests-on.ts";
import { pathOf } from "./selection.ts";

/**
 * Where the array that a mistake rests on leaves what makes it, as seen from the node of the mistake:
 * in the same instance of its block or around it. The box of what stands for its maker where the
 * array itself is not drawn.
 */
export function restingAt(
  reading: Reading,
  { array, node }: RestingPlace,
  mistake: SceneNode,
): Rect | undefined {
  const made = reading.scene.nodes.flatMap((each): readonly Made[] => {
    if (each.kind === "copy" || each.definition !== mistake.definition) return [];
    const port = each.ports.find((port) => port.side === "out" && port.array === array);
    return port === undefined || port.heights.length === 0
      ? []
      : [{ node: each.node, path: pathOf(each.id), port }];
  });
  const byMaker = made.filter((each) => each.node === node);
  const port = (nearest(byMaker, mistake) ?? nearest(made, mistake))?.port;
  if (port !== undefined) {
    const top = Math.min(...port.heights);
    return { x: port.x, y: top, width: 0, height: Math.max(...port.heights) - top };
  }
  return drawnAs(reading, node)?.bounds;
}

/** A port that an array comes out of: of its maker, of an end, or of a wall that it passes. */
interface Made {
  readonly node: string;
  /** The body that it stands in. */
  readonly path: string;
  readonly port: ScenePort;
}

/** The first in the innermost of the bodies that the mistake stands in. */
function nearest(made: readonly Made[], { id }: SceneNode): Made | undefined {
  for (let path = pathOf(id); ; path = pathOf(path)) {
    const found = made.find((each) => each.path === path);
    if (found !== undefined || path === "") return found;
  }
}
