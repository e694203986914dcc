import type { FinalConnectionState, OnConnectStartParams } from "@xyflow/react";
import type { Rect } from "../../draw/path.ts";
import { connect, disconnect, reconnect } from "../../editor/edits/connect.ts";
import { portsIn } from "../../editor/edits/port-places.ts";
import { type ArrayRef, type PortRef, typedArray } from "../../editor/edits/scope.ts";
import { outcomeOf } from "../../editor/outcome.ts";
import { arrayOf, portOf } from "../../editor/port-of.ts";
import type { Reading } from "../../editor/reading.ts";
import { pathOf } from "../../editor/selection.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { useFrame } from "../frame-store.ts";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { useAdding } from "./adding-store.ts";
import { linkedCanvas } from "./canvas-link.ts";
import { handlesOf } from "./handles.ts";
import { bodyAround } from "./place.ts";
import { portKey, useWiring, type Wiring } from "./wiring-store.ts";

/** Set by Esc, so that letting go of the wire does nothing. */
let isLetGo = false;

/** A wire is taken at a handle: of an output, or of an input that has an array, which comes off. */
export function startWire({ nodeId, handleId }: OnConnectStartParams): void {
  const { reading } = useEditor.getState();
  const wiring = reading && wiringAt(reading, nodeId, handleId);
  isLetGo = false;
  useWiring.setState({ wiring, outcomes: new Map() });
  if (reading === undefined || wiring === undefined) return;
  addEventListener("keydown", letGo, { capture: true });
  void weigh(reading, wiring);
}

function letGo(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  isLetGo = true;
  document.dispatchEvent(new MouseEvent("mouseup"));
}

function wiringAt(
  reading: Reading,
  nodeId: string | null,
  handleId: string | null,
): Wiring | undefined {
  const scene = sceneNode(reading, nodeId);
  const handle = scene && handlesOf(scene).find(({ id }) => id === handleId);
  if (scene === undefined || handle === undefined) return undefined;
  const path = pathOf(scene.id);
  const { definition } = scene;
  const port = handle.side === "in" ? portOf(reading, scene, handle.at) : undefined;
  const array = arrayOf(scene, handle.at) ?? {
    definition,
    array: scene.ports[handle.at]?.array ?? "",
  };
  const value = typedArray(reading.typed, array);
  if (value === undefined || (handle.side === "in" && port === undefined)) return undefined;
  const around = linkedCanvas()?.around();
  const seen = reading.scene.nodes.filter(
    (node) => around === undefined || meet(node.bounds, around),
  );
  const near = new Set([scene.id, ...seen.map(({ id }) => id)]);
  return { array, value, path, near, ...(port !== undefined && { takenFrom: port }) };
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
  const outcomes = new Map(useWiring.getState().outcomes);
  let since = performance.now();
  for (const { port } of portsIn(reading, wiring.array.definition)) {
    outcomes.set(portKey(port), outcomeOf(reading, wiring.array, port));
    if (performance.now() - since < SLICE) continue;
    useWiring.setState({ outcomes: new Map(outcomes) });
    await new Promise((resolve) => setTimeout(resolve));
    if (useWiring.getState().wiring !== wiring) return;
    since = performance.now();
  }
  useWiring.setState({ outcomes });
}

/** The wire is let go of: on a port it connects, on paper it asks what it should go into. */
export function endWire(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
  removeEventListener("keydown", letGo, { capture: true });
  const { wiring } = useWiring.getState();
  const { reading } = useEditor.getState();
  useWiring.setState({ wiring: undefined, outcomes: new Map() });
  if (wiring === undefined || reading === undefined || isLetGo) return;
  const { array, takenFrom } = wiring;
  const target = portUnder(reading, state);
  if (target !== undefined) {
    if (takenFrom === undefined) connectHere(reading, array, target);
    else if (portKey(takenFrom) !== portKey(target)) {
      runEdit((context) => reconnect(context, { from: takenFrom, to: target }));
    }
    return;
  }
  const at = pointOf(event);
  if (state.toHandle !== null || !isOnCanvas(at)) return;
  if (takenFrom !== undefined) {
    runEdit((context) => disconnect(context, { port: takenFrom }));
    return;
  }
  const { value } = wiring;
  const into = bodyAround(reading, array.definition, value.maker);
  const rect = { x: at.x, y: at.y, width: 0, height: 0 };
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

/** Connects what fits; what does not says why, and can be connected anyway. */
function connectHere(reading: Reading, array: ArrayRef, port: PortRef): void {
  const join = (): void => void runEdit((context) => connect(context, { array, port }));
  const { why } = outcomeOf(reading, array, port);
  if (why === undefined) {
    join();
    return;
  }
  const { say, showNotice } = useFrame.getState();
  say(`Does not fit: ${why}`);
  showNotice({ says: why, action: { title: "Connect anyway", run: join } });
}

function pointOf(event: MouseEvent | TouchEvent): { readonly x: number; readonly y: number } {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

function isOnCanvas({ x, y }: { readonly x: number; readonly y: number }): boolean {
  return document.elementFromPoint(x, y)?.closest(".canvas .react-flow") != null;
}
