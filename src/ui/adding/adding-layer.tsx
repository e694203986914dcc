import "./wiring.css";
import { useReactFlow, ViewportPortal } from "@xyflow/react";
import { type ReactNode, useEffect, useMemo } from "react";
import { pathText } from "../../draw/path-text.ts";
import type { Reading } from "../../editor/reading.ts";
import { indexScene } from "../../editor/scene-index.ts";
import { boundsOf, boundsOfNode } from "../../editor/walk.ts";
import type { CanvasView } from "../canvas/use-canvas-keys.ts";
import { useEditor } from "../store.ts";
import { linkCanvas } from "./canvas-link.ts";
import { useCarrying } from "./carrying.ts";
import { listenToClipboard } from "./clipboard.ts";
import { PendingWire, TakenOff } from "./connection-line.tsx";
import { PortCard } from "./port-card.tsx";
import { PreviewLayer } from "./preview-layer.tsx";
import { WireFoot } from "./wire-foot.tsx";

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
        figure() {
          const { x, y, width, height } = scene.bounds;
          const zoom = flow.getZoom();
          const corner = flow.flowToScreenPosition({ x, y });
          return { ...corner, width: width * zoom, height: height * zoom };
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
    [index, scene, flow, view],
  );
  useEffect(listenToClipboard, []);
  return (
    <>
      <WireFoot />
      <ViewportPortal>
        <PartedWire reading={reading} />
        <MoreFrames reading={reading} />
        <PendingWire scene={scene} />
        <TakenOff scene={scene} />
        <PreviewLayer />
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
  const ids = useEditor((state) => state.more);
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
  const { place, path, to } = target;
  const marks = reading.scene.bundles
    .filter((bundle) =>
      to === undefined
        ? bundle.path === path && bundle.array === (place.value.name ?? place.value.id)
        : bundle.to?.node === to.node && bundle.to.port === to.port,
    )
    .flatMap((bundle) => bundle.strands.flatMap((strand) => strand.points));
  const data = marks.map((mark) => ("path" in mark ? pathText(mark.path) : "")).join("");
  return (
    <svg className="overlay parted-wire" width="1" height="1" aria-hidden="true">
      <path d={data} />
    </svg>
  );
}
