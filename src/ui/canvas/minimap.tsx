import "./minimap.css";
import { MiniMap } from "@xyflow/react";
import type { ReactNode } from "react";
import { isWall } from "../../editor/walk.ts";
import { useMinimapShown } from "./minimap-store.ts";
import type { FlowNode } from "./node-view.tsx";

/** All of the picture in small, with the part that is seen, which the pointer moves. */
export function Minimap(): ReactNode {
  if (!useMinimapShown()) return null;
  return (
    <MiniMap
      className="minimap"
      ariaLabel="Minimap: the whole diagram, with the part that is seen"
      position="bottom-left"
      style={SIZE}
      pannable
      zoomable
      nodeBorderRadius={6}
      nodeClassName={classOf}
    />
  );
}

/** Figures are wide and low. */
const SIZE = { width: 208, height: 112 };

/** Copy dots, walls and the titles of blocks and loops are no slabs. */
function classOf({ data: { scene } }: FlowNode): string {
  const isSlab = !["copy", "plate", "loop"].includes(scene.kind) && !isWall(scene);
  return isSlab ? "minimap-slab" : "minimap-none";
}
