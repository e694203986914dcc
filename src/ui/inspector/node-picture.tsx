import { memo, type ReactNode } from "react";
import type { SceneNode } from "../../scene/scene.ts";
import { Marks } from "../canvas/marks.tsx";

/** The glyph of an operation as its icon. */
export const NodePicture = memo(function NodePicture({
  node,
}: {
  readonly node: SceneNode;
}): ReactNode {
  const { x, y, width, height } = node.bounds;
  return (
    <svg
      className="node-picture"
      viewBox={`${x - 4} ${y - 4} ${width + 8} ${height + 8}`}
      aria-hidden="true"
    >
      <Marks marks={node.marks} />
    </svg>
  );
});
