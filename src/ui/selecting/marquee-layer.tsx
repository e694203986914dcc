import "./selecting.css";
import { ViewportPortal } from "@xyflow/react";
import { memo, type ReactNode } from "react";
import { nodesWithin, rectBetween } from "../../editor/nodes-within.ts";
import { boundsOfNode } from "../../editor/walk.ts";
import type { Scene } from "../../scene/scene.ts";
import { useMarquee } from "./marquee-store.ts";

/** The rectangle that is being drawn, and frames of what it would take. */
export const MarqueeLayer = memo(function MarqueeLayer({
  scene,
}: {
  readonly scene: Scene;
}): ReactNode {
  const marquee = useMarquee((state) => state.marquee);
  if (marquee === undefined) return null;
  const rect = rectBetween(marquee.from, marquee.to);
  return (
    <ViewportPortal>
      <svg className="overlay marquee" width="1" height="1" aria-hidden="true">
        {nodesWithin(scene, rect).map((node) => {
          const { x, y, width, height } = boundsOfNode(scene, node);
          return (
            <rect
              key={node.id}
              className="frame-selected"
              x={x - 3}
              y={y - 3}
              width={width + 6}
              height={height + 6}
              rx="4"
            />
          );
        })}
        <rect className="marquee-rect" {...rect} />
      </svg>
    </ViewportPortal>
  );
});
