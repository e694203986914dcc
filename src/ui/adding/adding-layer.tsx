import { useConnection, useReactFlow, ViewportPortal } from "@xyflow/react";
import { type ReactNode, useEffect, useMemo } from "react";
import { pathText } from "../../draw/path-text.ts";
import { portOf } from "../../editor/port-of.ts";
import type { Reading } from "../../editor/reading.ts";
import { indexScene } from "../../editor/scene-index.ts";
import { boundsOf, boundsOfNode } from "../../editor/walk.ts";
import type { CanvasView } from "../canvas/use-canvas-keys.ts";
import { useEditor } from "../store.ts";
import { linkCanvas } from "./canvas-link.ts";
import { useCarrying } from "./carrying.ts";
import { listenToClipboard } from "./clipboard.ts";
import { PendingWire } from "./connection-line.tsx";
import { handlesOf } from "./handles.ts";
import { moreSelected, useMoreSelected } from "./more-selected.ts";
import { OutcomeCard, WireFoot } from "./wire-foot.tsx";
import { portKey } from "./wiring-store.ts";

/** What adding and connecting show on the canvas. */
export function AddingLayer({
  reading,
  view,
}: {
  readonly reading: Reading;
  readonly view: CanvasView;
}): ReactNode {
  const flow = useReactFlow();
  const { scene } = reading;
  const index = useMemo(() => indexScene(scene), [scene]);
  useEffect(
    () =>
      linkCanvas({
        index,
        toScene(client) {
          const under = document.elementFromPoint(client.x, client.y);
          if (under?.closest(".canvas .react-flow") == null) return undefined;
          return flow.screenToFlowPosition(client);
        },
        zoom: () => flow.getZoom(),
        view,
        around() {
          const box = document.querySelector(".canvas")?.getBoundingClientRect() ?? new DOMRect();
          const { x, y } = flow.screenToFlowPosition({ x: box.x, y: box.y });
          const [width, height] = [box.width / flow.getZoom(), box.height / flow.getZoom()];
          return { x: x - width / 2, y: y - height / 2, width: 2 * width, height: 2 * height };
        },
      }),
    [index, flow, view],
  );
  useEffect(listenToClipboard, []);
  return (
    <>
      <WireFoot />
      <ViewportPortal>
        <PartedWire reading={reading} />
        <MoreFrames reading={reading} />
        <PendingWire scene={scene} />
        <PortCard reading={reading} />
      </ViewportPortal>
    </>
  );
}

/** How far the line around everything selected keeps away from it. */
const HULL = 9;

/** Frames of what is selected beside the selection. */
function MoreFrames({ reading }: { readonly reading: Reading }): ReactNode {
  const selection = useEditor((state) => state.selection);
  const ids = moreSelected(selection, useMoreSelected());
  if (ids.length === 0) return null;
  const nodes = reading.scene.nodes
    .filter((node) => ids.includes(node.id))
    .map((node) => ({ id: node.id, bounds: boundsOfNode(reading.scene, node) }));
  const own = boundsOf(reading.scene, selection);
  const boxes = [...(own === undefined ? [] : [own]), ...nodes.map(({ bounds }) => bounds)];
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.x)) - HULL;
  const top = Math.min(...boxes.map((box) => box.y)) - HULL;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + HULL;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + HULL;
  return (
    <svg className="overlay" width="1" height="1" aria-hidden="true">
      <rect className="hull" x={left} y={top} width={right - left} height={bottom - top} rx="6" />
      {nodes.map(({ id, bounds }) => (
        <rect
          key={id}
          className="frame-selected"
          x={bounds.x - 3}
          y={bounds.y - 3}
          width={bounds.width + 6}
          height={bounds.height + 6}
          rx="4"
        />
      ))}
    </svg>
  );
}

/** The wire under what is carried. */
function PartedWire({ reading }: { readonly reading: Reading }): ReactNode {
  const target = useCarrying((state) => state.target);
  if (target?.kind !== "wire") return null;
  const { value } = target.place;
  const array = value.name ?? value.id;
  const marks = reading.scene.bundles
    .filter((bundle) => bundle.path === target.path && bundle.array === array)
    .flatMap((bundle) => bundle.strands.flatMap((strand) => strand.points));
  const data = marks.map((mark) => ("path" in mark ? pathText(mark.path) : "")).join("");
  return (
    <svg className="overlay parted-wire" width="1" height="1" aria-hidden="true">
      <path d={data} />
    </svg>
  );
}

function PortCard({ reading }: { readonly reading: Reading }): ReactNode {
  const toHandle = useConnection((connection) => connection.toHandle);
  const scene = toHandle && reading.scene.nodes.find((node) => node.id === toHandle.nodeId);
  const handle = scene && handlesOf(scene).find(({ id }) => id === toHandle?.id);
  const port = scene && handle && portOf(reading, scene, handle.at);
  if (scene == null || handle == null || port == null || handle.side !== "in") return null;
  const x = scene.bounds.x + handle.box.x;
  const y = scene.bounds.y + handle.box.y + handle.box.height;
  return (
    <div className="outcome-place" style={{ transform: `translate(${x + 12}px, ${y + 8}px)` }}>
      <OutcomeCard port={portKey(port)} />
    </div>
  );
}
