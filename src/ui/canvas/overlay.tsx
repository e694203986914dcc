import { memo, type ReactNode } from "react";
import type { Rect } from "../../draw/path.ts";
import type { Reading } from "../../editor/reading.ts";
import { boundsOf } from "../../editor/walk.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { LitStrands } from "../follow/follow-layer.tsx";
import { useEditor } from "../store.ts";
import { usePointed } from "./pointed-store.ts";
import { AROUND, BADGE_RADIUS, badgeOf, wrongNodes } from "./problem-badge.ts";

/** What lies over the figure and is never exported: frames of selection, hover and problems. */
export function Overlay({ reading }: { readonly reading: Reading }): ReactNode {
  const { scene } = reading;
  const selection = useEditor((state) => state.selection);
  const hovered = usePointed(({ node }) =>
    node !== undefined && scene.nodes.includes(node) ? node : undefined,
  );
  const remark = usePointed((state) =>
    state.remark !== undefined && scene.remarks.includes(state.remark) ? state.remark : undefined,
  );
  const selected = selection.kind === "operation" ? boundsOf(scene, selection) : undefined;
  return (
    <svg className="overlay" width="1" height="1" aria-hidden="true">
      {hovered !== undefined && <Frame className="frame-hovered" bounds={hovered.bounds} />}
      {remark !== undefined && <Frame className="frame-hovered" bounds={remark.box} />}
      {selected !== undefined && <Frame className="frame-selected" bounds={selected} />}
      <LitStrands scene={scene} />
      <ProblemFrames reading={reading} />
    </svg>
  );
}

const ProblemFrames = memo(function ProblemFrames({ reading }: { readonly reading: Reading }) {
  return wrongNodes(reading).map((node) => <ProblemFrame key={node.id} node={node} />);
});

function ProblemFrame({ node }: { readonly node: SceneNode }): ReactNode {
  const { x, y } = badgeOf(node.bounds);
  return (
    <g className="problem">
      <Frame className="frame-problem" bounds={node.bounds} />
      <circle cx={x} cy={y} r={BADGE_RADIUS} />
      <path d={`M${x} ${y - 4}v4.5m0 3.3v.2`} />
    </g>
  );
}

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
