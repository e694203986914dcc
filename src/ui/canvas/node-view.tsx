import { type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import type { SceneNode } from "../../scene/scene.ts";
import { handlesOf } from "../adding/handles.ts";
import { NodePorts } from "../adding/node-ports.tsx";
import { Marks } from "./marks.tsx";

/** A node of a scene as React Flow holds it. */
export type FlowNode = Node<{ readonly scene: SceneNode }, "scene">;

/** The marks of one node, drawn in the coordinates of the scene. */
export const NodeView = memo(function NodeView({ data }: NodeProps<FlowNode>) {
  const { bounds, marks } = data.scene;
  return (
    <>
      <svg
        className="slab"
        width={Math.max(1, bounds.width)}
        height={Math.max(1, bounds.height)}
        viewBox={`${bounds.x} ${bounds.y} ${Math.max(1, bounds.width)} ${Math.max(1, bounds.height)}`}
        aria-hidden="true"
      >
        <Marks marks={marks} />
      </svg>
      <NodePorts scene={data.scene} />
    </>
  );
});

/** React Flow nodes with sizes and handles given, so that nothing is ever measured. */
export function flowNode(scene: SceneNode): FlowNode {
  const { bounds } = scene;
  const width = Math.max(1, bounds.width);
  const height = Math.max(1, bounds.height);
  return {
    id: scene.id,
    type: "scene",
    data: { scene },
    position: { x: bounds.x, y: bounds.y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(scene).map(({ id, side, box }) => ({
      id,
      type: side === "in" ? ("target" as const) : ("source" as const),
      position: side === "in" ? Position.Left : Position.Right,
      x: box.x,
      y: box.y,
      width: Math.max(1, box.width),
      height: Math.max(1, box.height),
    })),
  };
}
