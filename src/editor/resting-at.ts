import type { NodeId } from "../document/document.ts";
import type { Rect } from "../draw/path.ts";
import type { SceneNode, ScenePort } from "../scene/scene.ts";
import { drawnAs } from "./place-of.ts";
import type { Reading } from "./reading.ts";
import type { RestingPlace } from "./rests-on.ts";
import { pathOf } from "./selection.ts";

/**
 * Where a place that a mistake rests on is in the picture, as seen from the node of the mistake: in the
 * same instance of its block or around it. An array is where it leaves what makes it, an argument where
 * it goes in; what is not drawn itself is at the box of what stands for it.
 */
export function restingAt(
  reading: Reading,
  place: RestingPlace,
  mistake: SceneNode,
): Rect | undefined {
  const near = reading.scene.nodes.filter(
    ({ kind, definition }) => kind !== "copy" && definition === mistake.definition,
  );
  const { node } = place;
  const at = place.isArgument ? takenAt(near, node, mistake) : leftAt(near, place, mistake);
  if (at !== undefined && at.heights.length > 0) {
    const top = Math.min(...at.heights);
    return { x: at.x, y: top, width: 0, height: Math.max(...at.heights) - top };
  }
  const own = near.filter((each) => each.node === node).map(inBody);
  return nearest(own, mistake)?.node.bounds ?? drawnAs(reading, node)?.bounds;
}

/** The port of the call around an operand, which its id counts. */
function takenAt(
  nodes: readonly SceneNode[],
  operand: NodeId,
  mistake: SceneNode,
): ScenePort | undefined {
  const [, call, nth] = /^(.*)\.(\d+)$/.exec(operand) ?? [];
  const calls = nodes.filter(({ node }) => node === call).map(inBody);
  const ports = nearest(calls, mistake)?.node.ports.filter(({ side }) => side === "in");
  return ports?.[Number(nth) - 1];
}

function leftAt(
  nodes: readonly SceneNode[],
  { array, node }: RestingPlace,
  mistake: SceneNode,
): ScenePort | undefined {
  const made = nodes.flatMap((each): readonly Made[] => {
    const port = each.ports.find((port) => port.side === "out" && port.array === array);
    return port === undefined || port.heights.length === 0 ? [] : [{ ...inBody(each), port }];
  });
  const byMaker = made.filter((each) => each.node.node === node);
  return (nearest(byMaker, mistake) ?? nearest(made, mistake))?.port;
}

/** A node with the body that it stands in. */
interface InBody {
  readonly node: SceneNode;
  readonly path: string;
}

function inBody(node: SceneNode): InBody {
  return { node, path: pathOf(node.id) };
}

/** A port that an array comes out of: of its maker, of an end, or of a wall that it passes. */
interface Made extends InBody {
  readonly port: ScenePort;
}

/** The first in the innermost of the bodies that the mistake stands in. */
function nearest<Each extends InBody>(made: readonly Each[], { id }: SceneNode): Each | undefined {
  for (let path = pathOf(id); ; path = pathOf(path)) {
    const found = made.find((each) => each.path === path);
    if (found !== undefined || path === "") return found;
  }
}
