import type { SceneBundle } from "../scene/scene.ts";
import type { PortRef } from "./edits/scope.ts";
import { portOf } from "./port-of.ts";
import type { Reading } from "./reading.ts";

/**
 * The ports that a stretch of a wire leads to, top to bottom: behind a copy there are several, and
 * none where nothing takes the array.
 */
export function wireEnds(reading: Reading, to: SceneBundle["to"]): readonly PortRef[] {
  const node = to && reading.scene.nodes.find(({ id }) => id === to.node);
  if (to === undefined || node === undefined) return [];
  if (node.kind !== "copy") {
    const port = portOf(reading, node, to.port);
    return port === undefined ? [] : [port];
  }
  const branches = new Map<string, SceneBundle["to"]>();
  for (const { from, to: end } of reading.scene.bundles) {
    if (from === node.id && end !== undefined) branches.set(`${end.node} ${end.port}`, end);
  }
  return [...branches.values()].flatMap((end) => wireEnds(reading, end));
}
