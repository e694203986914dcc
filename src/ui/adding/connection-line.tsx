import type { ConnectionLineComponentProps } from "@xyflow/react";
import type { ReactNode } from "react";
import type { FlowNode } from "../canvas/node-view.tsx";
import { handlesOf } from "./handles.ts";
import { useWiring } from "./wiring-store.ts";

/** Distance of the strands at the end that is being dragged. */
const PITCH = 14;

/** The wire that is being drawn: one strand for each axis of the array. */
export function ConnectionLine({
  fromNode,
  fromHandle,
  fromX,
  fromY,
  toX,
  toY,
  toNode,
  toHandle,
}: ConnectionLineComponentProps<FlowNode>): ReactNode {
  const wiring = useWiring((state) => state.wiring);
  if (wiring === undefined) return null;
  const { scene } = fromNode.data;
  const at = handlesOf(scene).find(({ id }) => id === fromHandle.id)?.at ?? 0;
  const heights = scene.ports[at]?.heights ?? [];
  const starts = heights.length === 0 ? [fromY] : heights;
  const target = toNode?.data.scene;
  const met =
    toHandle === null || target === undefined
      ? []
      : (target.ports[handlesOf(target).find(({ id }) => id === toHandle.id)?.at ?? 0]?.heights ??
        []);
  const bend = Math.max(30, Math.abs(toX - fromX) / 2);
  return (
    <g className="drawn-wire">
      {starts.map((y, row) => {
        const end =
          met.length === starts.length
            ? (met[row] ?? toY)
            : toY + (row - (starts.length - 1) / 2) * PITCH;
        const path = `M${fromX} ${y}C${fromX + bend} ${y} ${toX - bend} ${end} ${toX} ${end}`;
        return <path key={y} d={path} />;
      })}
    </g>
  );
}
