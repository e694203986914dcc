import { Handle, Position, useUpdateNodeInternals } from "@xyflow/react";
import { type MouseEvent, memo, type ReactNode, useLayoutEffect, useMemo } from "react";
import { isOpenPort, portOf } from "../../editor/port-of.ts";
import { pathOf } from "../../editor/selection.ts";
import { isWall } from "../../editor/walk.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { usePointed } from "../canvas/pointed-store.ts";
import { useEditor } from "../store.ts";
import { useAdding } from "./adding-store.ts";
import { handlesOf, type PortHandle } from "./handles.ts";
import { isReached } from "./previewing.ts";
import { rectOf } from "./rect-of.ts";
import { portKey, useWiring } from "./wiring-store.ts";

/** The handles of a node, there only while they can be meant. */
export const NodePorts = memo(function NodePorts({
  scene,
}: {
  readonly scene: SceneNode;
}): ReactNode {
  const around = pathOf(scene.id);
  const isPointed = usePointed(({ node }) => node?.id === (isWall(scene) ? around : scene.id));
  const isSelected = useEditor(({ selection }) => {
    if (selection.kind === "operation") {
      return selection.id === (isWall(scene) ? around : scene.id);
    }
    if (selection.kind === "diagram" || selection.path !== around) return false;
    return scene.ports.some((port) => port.side === "out" && port.array === selection.array);
  });
  const isMet = useWiring(
    ({ wiring }) =>
      wiring !== undefined &&
      scene.kind !== "copy" &&
      isReached(wiring.path, scene) &&
      wiring.array.definition === scene.definition &&
      wiring.near.has(scene.id),
  );
  if (isMet) return <MetPorts scene={scene} />;
  if (!isPointed && !isSelected) return null;
  return (
    <>
      <Measured node={scene.id} />
      <ShownPorts scene={scene} state={isSelected ? "selected" : "shown"} />
    </>
  );
});

function ShownPorts({
  scene,
  state,
}: {
  readonly scene: SceneNode;
  readonly state: "shown" | "selected";
}): ReactNode {
  const open = useOpenArrays();
  return ownHandles(scene, open).map((handle) => (
    <Pill
      key={handle.id}
      handle={handle}
      inside={scene.bounds.width}
      state={state}
      isOpen={isOpenPort(scene)}
      {...(isOpenPort(scene) && { onOpen: (event) => chooseFor(scene, handle, event) })}
    />
  ));
}

/** Shows the arrays that could go into a port that has none. */
function chooseFor(scene: SceneNode, { at }: PortHandle, event: MouseEvent<HTMLElement>): void {
  const { reading } = useEditor.getState();
  const port = reading && portOf(reading, scene, at);
  if (port === undefined) return;
  event.stopPropagation();
  useAdding.getState().show({ kind: "from", port, at: rectOf(event.currentTarget) });
}

/** What comes out of open ports, which are handles themselves. */
function useOpenArrays(): ReadonlySet<string> {
  const scene = useEditor((state) => state.reading?.scene);
  return useMemo(() => {
    const open = scene?.nodes.filter(isOpenPort) ?? [];
    return new Set(open.flatMap(({ ports }) => ports.map((port) => port.array)));
  }, [scene]);
}

function ownHandles(scene: SceneNode, open: ReadonlySet<string>): readonly PortHandle[] {
  return handlesOf(scene).filter(({ side, at }) => {
    const array = scene.ports[at]?.array ?? "";
    return isOpenPort(scene) || side === "out" || !open.has(array);
  });
}

/** React Flow knows of handles only what it has measured, so it is told when there are some. */
function Measured({ node }: { readonly node: string }): ReactNode {
  const measure = useUpdateNodeInternals();
  useLayoutEffect(() => measure(node), [measure, node]);
  return null;
}

/** While a wire is drawn: ports that fit are marked, a slab that takes it nowhere fades. */
function MetPorts({ scene }: { readonly scene: SceneNode }): ReactNode {
  const reading = useEditor((state) => state.reading);
  const outcomes = useWiring((state) => state.outcomes);
  const wiring = useWiring((state) => state.wiring);
  const places = useWiring((state) => state.places);
  const open = useOpenArrays();
  if (reading === undefined || wiring === undefined) return null;
  const found = ownHandles(scene, open).map((handle) => {
    if (handle.side === "out") return { handle, state: "source" as const };
    const port = portOf(reading, scene, handle.at);
    const isTaken = wiring.taken?.at.node === scene.id && wiring.taken.at.port === handle.at;
    if (isTaken) return { handle, state: "taken" as const };
    if (port === undefined || !places.has(portKey(port))) return { handle, state: "none" as const };
    const outcome = outcomes.get(portKey(port));
    if (outcome === undefined) return { handle, state: "waiting" as const };
    return { handle, state: outcome.why === undefined ? ("fits" as const) : ("unfit" as const) };
  });
  const ports = found.filter(({ handle, state }) => handle.side === "in" && state !== "none");
  const isFaded =
    scene.kind !== "loop" &&
    scene.kind !== "plate" &&
    ports.length > 0 &&
    ports.every(({ state }) => state === "unfit");
  const own = scene.ports.some((port) => port.side === "out" && port.array === wiring.array.array);
  return (
    <>
      <Measured node={scene.id} />
      {isFaded && <div className="port-veil" />}
      {found.map(({ handle, state }) =>
        state === "none" || (state === "source" && !own) ? null : (
          <Pill
            key={handle.id}
            handle={handle}
            inside={scene.bounds.width}
            state={state === "source" ? "selected" : state}
            isOpen={isOpenPort(scene)}
          />
        ),
      )}
    </>
  );
}

/** Width of what can be hit: the pill, and from there into the slab. */
const HIT = 24;

/**
 * How far that reaches out of the slab, in flow units: little, since a handle of the neighbouring
 * column stands close by and is another one.
 */
const OUTSIDE = 5;

/** The part of a narrow slab that a handle may reach over: its middle selects the slab. */
const MOST_INSIDE = 0.32;

function Pill({
  handle: { id, side, box },
  inside,
  state,
  isOpen,
  onOpen,
}: {
  readonly handle: PortHandle;
  /** How wide the slab is. */
  readonly inside: number;
  readonly state: "shown" | "selected" | "fits" | "unfit" | "waiting" | "taken";
  readonly isOpen?: boolean;
  /** What a click does. */
  readonly onOpen?: (event: MouseEvent<HTMLElement>) => void;
}): ReactNode {
  const width = Math.max(box.width, Math.min(HIT, OUTSIDE + MOST_INSIDE * inside));
  const height = Math.max(box.height, HIT);
  const left = side === "in" ? box.x - OUTSIDE : box.x + OUTSIDE - width;
  return (
    <Handle
      id={id}
      type={side === "in" ? "target" : "source"}
      position={side === "in" ? Position.Left : Position.Right}
      className="port-handle"
      data-side={side}
      data-state={state}
      data-open={isOpen || undefined}
      {...(onOpen && { onClick: onOpen })}
      style={{
        left: box.width > 0 ? box.x + box.width / 2 - width / 2 : left,
        top: box.y + box.height / 2 - height / 2,
        width,
        height,
      }}
    >
      <span className="port-pill" style={{ height: box.height }} />
    </Handle>
  );
}
