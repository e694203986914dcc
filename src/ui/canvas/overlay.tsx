import type { ReactNode } from "react";
import type { Rect } from "../../draw/path.ts";
import type { Selection } from "../../editor/selection.ts";
import { boundsOf } from "../../editor/walk.ts";
import type { Scene, SceneNode } from "../../scene/scene.ts";

/** What lies over the figure and is never exported: frames of selection, hover and problems. */
export function Overlay({
  scene,
  selection,
  hovered,
  wrong,
}: {
  readonly scene: Scene;
  readonly selection: Selection;
  readonly hovered: SceneNode | undefined;
  readonly wrong: ReadonlySet<string>;
}): ReactNode {
  const selected = selection.kind === "operation" ? boundsOf(scene, selection) : undefined;
  return (
    <svg className="overlay" width="1" height="1" aria-hidden="true">
      {hovered !== undefined && hovered.kind !== "copy" && (
        <Frame className="frame-hovered" bounds={hovered.bounds} />
      )}
      {scene.nodes.map((node) =>
        node.wrong || wrong.has(node.node) ? <ProblemFrame key={node.id} node={node} /> : null,
      )}
      {selected !== undefined && <Frame className="frame-selected" bounds={selected} />}
    </svg>
  );
}

function ProblemFrame({ node }: { readonly node: SceneNode }): ReactNode {
  const { x, y, width } = node.bounds;
  return (
    <g className="problem">
      <Frame className="frame-problem" bounds={node.bounds} />
      <circle cx={x + width} cy={y} r="9" />
      <path d={`M${x + width} ${y - 4.5}v5M${x + width} ${y + 3.5}v.6`} />
    </g>
  );
}

const AROUND = 3;

function Frame({
  className,
  bounds,
}: {
  readonly className: string;
  readonly bounds: Rect;
}): ReactNode {
  return (
    <rect
      className={className}
      x={bounds.x - AROUND}
      y={bounds.y - AROUND}
      width={bounds.width + 2 * AROUND}
      height={bounds.height + 2 * AROUND}
      rx="4"
    />
  );
}
