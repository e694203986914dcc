import { useConnection } from "@xyflow/react";
import { type ReactNode, useEffect, useMemo } from "react";
import { connect, reconnect } from "../../editor/edits/connect.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import { type Swap, swapOperands } from "../../editor/edits/swap.ts";
import { portOf } from "../../editor/port-of.ts";
import type { Reading } from "../../editor/reading.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { linkedCanvas } from "./canvas-link.ts";
import { handlesOf, type PortHandle } from "./handles.ts";
import { OutcomeCard } from "./outcome-card.tsx";
import { type Preview, previewOf, usePreview } from "./previewing.ts";
import { swapAt, swapSays } from "./swapping.ts";
import { portKey, useWiring, type Wiring } from "./wiring-store.ts";

/** The port that a wire is held over. */
interface MetPort {
  readonly scene: SceneNode;
  readonly handle: PortHandle;
  readonly port: PortRef;
}

/** At the port that a wire is held over: the picture as it would be, and a card that explains it. */
export function PortCard({ reading }: { readonly reading: Reading }): ReactNode {
  const toHandle = useConnection((connection) => connection.toHandle);
  const wiring = useWiring((state) => state.wiring);
  const [node, id] = [toHandle?.nodeId, toHandle?.id];
  const met = useMemo(() => metAt(reading, node, id), [reading, node, id]);
  if (met === undefined || wiring === undefined) return null;
  const isBack = wiring.taken !== undefined && portKey(wiring.taken.port) === portKey(met.port);
  return isBack ? null : <Card reading={reading} wiring={wiring} met={met} />;
}

function metAt(
  reading: Reading,
  node: string | undefined,
  id: string | null | undefined,
): MetPort | undefined {
  const scene = reading.scene.nodes.find((each) => each.id === node);
  const handle = scene && handlesOf(scene).find((each) => each.id === id);
  if (scene === undefined || handle?.side !== "in") return undefined;
  const port = portOf(reading, scene, handle.at);
  return port && { scene, handle, port };
}

function Card({
  reading,
  wiring,
  met,
}: {
  readonly reading: Reading;
  readonly wiring: Wiring;
  readonly met: MetPort;
}): ReactNode {
  const key = portKey(met.port);
  const outcome = useWiring((state) => state.outcomes.get(key));
  const place = useWiring((state) => state.places.get(key));
  const swap = swapAt(reading, wiring.taken?.port, met.port);
  const isShown = swap !== undefined || outcome?.why === undefined;
  const preview = useMemo(
    () => (isShown ? wouldBe(reading, wiring, met) : undefined),
    [reading, wiring, met, isShown],
  );
  useEffect(() => {
    usePreview.setState({ preview });
    return () => {
      if (usePreview.getState().preview === preview) usePreview.setState({ preview: undefined });
    };
  }, [preview]);
  if (swap === undefined && outcome === undefined) return null;
  const at = cardPlace(reading, met, preview);
  return (
    <div className="outcome-place" style={{ transform: `translate(${at.x}px, ${at.y}px)` }}>
      <div className="outcome-card">
        {swap === undefined ? (
          outcome !== undefined && <OutcomeCard outcome={outcome} place={place} />
        ) : (
          <SwapCard reading={reading} swap={swap} />
        )}
      </div>
    </div>
  );
}

function SwapCard({
  reading,
  swap,
}: {
  readonly reading: Reading;
  readonly swap: Swap;
}): ReactNode {
  const { title, says } = swapSays(reading, swap);
  return (
    <>
      <div className="outcome-head">
        <b>{title}</b>
      </div>
      <p>{says}</p>
    </>
  );
}

function wouldBe(reading: Reading, wiring: Wiring, { port }: MetPort): Preview | undefined {
  const { array, taken, path } = wiring;
  const swap = swapAt(reading, taken?.port, port);
  const edit =
    swap !== undefined
      ? swapOperands(reading, swap)
      : taken === undefined
        ? connect(reading, { array, port })
        : reconnect(reading, { from: taken.port, to: port });
  if (!edit.ok) return undefined;
  const [node = port.node] = edit.select ?? [];
  return previewOf(reading, { document: edit.document, node }, { port, path });
}

/** About how much room the card takes in the picture at a zoom of 1. */
const ROOM = { width: 290, height: 150 };

/** Below all that stands over the card, so that it covers no strand; below the slab where that is not seen. */
function cardPlace(
  reading: Reading,
  { scene, handle }: MetPort,
  preview: Preview | undefined,
): { readonly x: number; readonly y: number } {
  const canvas = linkedCanvas();
  const zoom = canvas?.zoom() ?? 1;
  const x = scene.bounds.x + handle.box.x + 12;
  const foot = scene.bounds.y + Math.max(scene.bounds.height, handle.box.y + handle.box.height);
  const right = x + ROOM.width / zoom;
  const { nodes } = preview?.scene ?? reading.scene;
  const { x: dx, y: dy } = preview?.shift ?? { x: 0, y: 0 };
  const over = nodes.filter(
    ({ bounds }) => bounds.x + dx < right && bounds.x + bounds.width + dx > x,
  );
  const lowest = Math.max(foot, ...over.map(({ bounds }) => bounds.y + bounds.height + dy));
  const around = canvas?.around();
  const seen = around === undefined ? Infinity : around.y + 0.75 * around.height;
  const isSeen = lowest + ROOM.height / zoom < seen;
  return { x, y: (isSeen ? lowest : foot) + 12 };
}
