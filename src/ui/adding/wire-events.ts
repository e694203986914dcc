import type { FinalConnectionState, OnConnectStartParams } from "@xyflow/react";
import type { Rect } from "../../draw/path.ts";
import { connect, disconnect, reconnect } from "../../editor/edits/connect.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { portsIn } from "../../editor/edits/port-places.ts";
import { type PortRef, typedArray } from "../../editor/edits/scope.ts";
import { outcomeOf } from "../../editor/outcome.ts";
import { arrayOf, isOpenPort, portOf } from "../../editor/port-of.ts";
import type { Reading } from "../../editor/reading.ts";
import { pathOf } from "../../editor/selection.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { useFrame } from "../frame-store.ts";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { useAdding } from "./adding-store.ts";
import { linkedCanvas } from "./canvas-link.ts";
import { handlesOf, type PortHandle } from "./handles.ts";
import { bodyAround } from "./place.ts";
import { runSwap, swapAt } from "./swapping.ts";
import { portKey, setWiring, type TakenEnd, useWiring, type Wiring } from "./wiring-store.ts";

/** A wire is taken at a handle: of an output, or of an input that has an array, which comes off. */
export function startWire({ nodeId, handleId }: OnConnectStartParams): void {
  const { reading } = useEditor.getState();
  const wiring = reading && wiringAt(reading, nodeId, handleId);
  setWiring(wiring);
  if (reading === undefined || wiring === undefined) return;
  addEventListener("keydown", letGo, { capture: true });
  void weigh(reading, wiring);
}

/** Esc lets go of the wire, so that the drag ends with nothing in hand. */
function letGo(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  setWiring(undefined);
  document.dispatchEvent(new MouseEvent("mouseup"));
}

function wiringAt(
  reading: Reading,
  nodeId: string | null,
  handleId: string | null,
): Wiring | undefined {
  const scene = sceneNode(reading, nodeId);
  const handle = scene && handlesOf(scene).find(({ id }) => id === handleId);
  if (scene === undefined || handle === undefined || isOpenPort(scene)) return undefined;
  const path = pathOf(scene.id);
  const { definition } = scene;
  const taken = handle.side === "in" ? takenAt(reading, scene, handle) : undefined;
  const array = arrayOf(scene, handle.at) ?? {
    definition,
    array: scene.ports[handle.at]?.array ?? "",
  };
  const value = typedArray(reading.typed, array);
  if (value === undefined || (handle.side === "in" && taken === undefined)) return undefined;
  const around = linkedCanvas()?.around();
  const seen = reading.scene.nodes.filter(
    (node) => around === undefined || meet(node.bounds, around),
  );
  const near = new Set([scene.id, ...seen.map(({ id }) => id)]);
  return { array, value, path, near, ...(taken && { taken }) };
}

function takenAt(reading: Reading, scene: SceneNode, { at }: PortHandle): TakenEnd | undefined {
  const port = portOf(reading, scene, at);
  if (port === undefined) return undefined;
  const array = scene.ports[at]?.array;
  const from = reading.scene.nodes
    .filter((node) => node.kind !== "copy" && pathOf(node.id) === pathOf(scene.id))
    .flatMap(({ ports }) => ports)
    .find((each) => each.side === "out" && each.array === array);
  return { port, at: { node: scene.id, port: at }, ...(from && { from }) };
}

function meet(a: Rect, b: Rect): boolean {
  const [right, bottom] = [a.x + a.width, a.y + a.height];
  return right >= b.x && a.x <= b.x + b.width && bottom >= b.y && a.y <= b.y + b.height;
}

function sceneNode(reading: Reading, id: string | null): SceneNode | undefined {
  return reading.scene.nodes.find((node) => node.id === id);
}

/** For how long ports are tried out before the screen is drawn again, in milliseconds. */
const SLICE = 10;

/** Finds out what each port would make of the array, a few at a time. */
async function weigh(reading: Reading, wiring: Wiring): Promise<void> {
  const places = placesFor(reading, wiring);
  const outcomes = new Map(useWiring.getState().outcomes);
  useWiring.setState({ places: new Map(places.map((place) => [portKey(place.port), place])) });
  let since = performance.now();
  for (const { port } of places) {
    outcomes.set(portKey(port), outcomeOf(reading, wiring.array, port));
    if (performance.now() - since < SLICE) continue;
    useWiring.setState({ outcomes: new Map(outcomes) });
    await new Promise((resolve) => setTimeout(resolve));
    if (useWiring.getState().wiring !== wiring) return;
    since = performance.now();
  }
  useWiring.setState({ outcomes });
}

/** Ports in question: not those that have the array already, nor those of what makes it. */
function placesFor(reading: Reading, { array, value }: Wiring) {
  const maker = findNode(reading.document, value.maker)?.statement;
  const isOwn = ({ node }: PortRef): boolean => {
    if (node === value.maker) return maker?.kind !== "block";
    if (value.name === undefined || maker?.kind !== "array") return false;
    return findNode(reading.document, node)?.statement.id === maker.id;
  };
  return portsIn(reading, array.definition).filter(
    ({ port, holds }) => (holds === undefined || holds !== value.name) && !isOwn(port),
  );
}

/** The wire is let go of: on a port it connects, on paper it asks what it should go into. */
export function endWire(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
  removeEventListener("keydown", letGo, { capture: true });
  const { wiring } = useWiring.getState();
  const { reading } = useEditor.getState();
  setWiring(undefined);
  if (wiring === undefined || reading === undefined) return;
  const { array, taken } = wiring;
  const at = pointOf(event);
  const rect = { x: at.x, y: at.y, width: 0, height: 0 };
  const target = portUnder(reading, state);
  if (target !== undefined) {
    if (taken === undefined || portKey(taken.port) !== portKey(target)) {
      drop(reading, wiring, target, rect);
    }
    return;
  }
  if (state.toHandle !== null || !isOnCanvas(at)) return;
  if (taken !== undefined) {
    runEdit((context) => disconnect(context, { port: taken.port }));
    return;
  }
  const { value } = wiring;
  const into = bodyAround(reading, array.definition, value.maker);
  useAdding.getState().show({ kind: "add", place: { into, value }, at: rect, query: "" });
}

function portUnder(
  reading: Reading,
  { toHandle }: Pick<FinalConnectionState, "toHandle">,
): PortRef | undefined {
  if (toHandle === null) return undefined;
  const scene = sceneNode(reading, toHandle.nodeId);
  const handle = scene && handlesOf(scene).find(({ id }) => id === toHandle.id);
  if (scene === undefined || handle?.side !== "in") return undefined;
  return portOf(reading, scene, handle.at);
}

/** Connects what fits; what does not leaves a card with the ways to make it fit. */
function drop(reading: Reading, { array, taken, path }: Wiring, port: PortRef, at: Rect): void {
  const swap = swapAt(reading, taken?.port, port);
  if (swap !== undefined) {
    runSwap(swap);
    return;
  }
  const { why } = outcomeOf(reading, array, port);
  if (why === undefined) {
    if (taken === undefined) runEdit((context) => connect(context, { array, port }));
    else runEdit((context) => reconnect(context, { from: taken.port, to: port }));
    return;
  }
  useFrame.getState().say(`Does not fit: ${why}`);
  const from = taken?.port;
  const beside = { ...figureRect(), x: at.x, width: 0 };
  useAdding
    .getState()
    .show({ kind: "unfit", array, port, path, at: beside, ...(from && { from }) });
}

/** Where the figure is on the screen: what stands above or below it covers no strand. */
function figureRect(): Rect {
  const { x = 0, y = 0, width = 0, height = 0 } = linkedCanvas()?.figure() ?? {};
  return { x, y, width, height };
}

function pointOf(event: MouseEvent | TouchEvent): { readonly x: number; readonly y: number } {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

function isOnCanvas({ x, y }: { readonly x: number; readonly y: number }): boolean {
  return document.elementFromPoint(x, y)?.closest(".canvas .react-flow") != null;
}
