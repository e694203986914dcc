import { type ConnectionLineComponentProps, useReactFlow } from "@xyflow/react";
import type { ReactNode } from "react";
import { pathText } from "../../draw/path-text.ts";
import type { Scene } from "../../scene/scene.ts";
import type { FlowNode } from "../canvas/node-view.tsx";
import { useAdding } from "./adding-store.ts";
import { handlesOf } from "./handles.ts";
import { usePreview } from "./previewing.ts";
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
  const isPreviewed = usePreview((state) => state.preview !== undefined);
  if (wiring === undefined || isPreviewed) return null;
  const { scene } = fromNode.data;
  const at = handlesOf(scene).find(({ id }) => id === fromHandle.id)?.at ?? 0;
  const heights = scene.ports[at]?.heights ?? [];
  const from = wiring.taken?.from ?? { x: fromX, heights };
  const starts = from.heights.length === 0 ? [fromY] : from.heights;
  const target = toNode?.data.scene;
  const met =
    toHandle === null || target === undefined
      ? []
      : (target.ports[handlesOf(target).find(({ id }) => id === toHandle.id)?.at ?? 0]?.heights ??
        []);
  const ends =
    met.length === starts.length
      ? met
      : starts.map((_, row) => toY + (row - (starts.length - 1) / 2) * PITCH);
  return <DrawnWire from={{ x: from.x, rows: starts }} to={{ x: toX, rows: ends }} />;
}

interface WireEnd {
  readonly x: number;
  /** The height of each strand. */
  readonly rows: readonly number[];
}

function DrawnWire({ from, to }: { readonly from: WireEnd; readonly to: WireEnd }): ReactNode {
  const bend = Math.max(30, Math.abs(to.x - from.x) / 2);
  return (
    <g className="drawn-wire">
      {from.rows.map((y, row) => {
        const end = to.rows[row] ?? y;
        const handles = `${from.x + bend} ${y} ${to.x - bend} ${end}`;
        return <path key={y} d={`M${from.x} ${y}C${handles} ${to.x} ${end}`} />;
      })}
    </g>
  );
}

/** The old end of a wire that was taken off a port, pale until it is dropped. */
export function TakenOff({ scene }: { readonly scene: Scene }): ReactNode {
  const taken = useWiring((state) => state.wiring?.taken);
  if (taken === undefined) return null;
  const { node, port } = taken.at;
  const data = scene.bundles
    .filter(({ to }) => to?.node === node && to.port === port)
    .flatMap((bundle) => bundle.strands.flatMap((strand) => strand.points))
    .map((mark) => ("path" in mark ? pathText(mark.path) : ""));
  return (
    <svg className="overlay taken-off" width="1" height="1" aria-hidden="true">
      <path d={data.join("")} />
    </svg>
  );
}

/** The wire that was let go of on paper, for as long as the list of what it could go into is open. */
export function PendingWire({ scene }: { readonly scene: Scene }): ReactNode {
  const flow = useReactFlow();
  const offer = useAdding((state) => state.offer);
  if (offer?.kind !== "add" || offer.at === undefined || offer.place.value === undefined) {
    return null;
  }
  const { id } = offer.place.value;
  const port = scene.nodes
    .flatMap((node) => (node.kind === "copy" ? [] : node.ports))
    .find(({ side, array }) => side === "out" && array === id);
  if (port === undefined || port.heights.length === 0) return null;
  const end = flow.screenToFlowPosition(offer.at);
  const rows = port.heights.map((_, row) => end.y + (row - (port.heights.length - 1) / 2) * PITCH);
  return (
    <svg className="overlay" width="1" height="1" aria-hidden="true">
      <DrawnWire from={{ x: port.x, rows: port.heights }} to={{ x: end.x, rows }} />
    </svg>
  );
}
