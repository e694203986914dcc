import { create } from "zustand";
import type { Document } from "../../document/document.ts";
import type { Point } from "../../draw/path.ts";
import type { EditContext } from "../../editor/edit.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import { showing } from "../../editor/header.ts";
import { portOf } from "../../editor/port-of.ts";
import type { Reading } from "../../editor/reading.ts";
import { pathOf } from "../../editor/selection.ts";
import { drawDiagram } from "../../scene/build.ts";
import type { Scene, SceneBundle, SceneId, SceneNode } from "../../scene/scene.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { useEditor } from "../store.ts";
import { portKey } from "./wiring-store.ts";

/** The picture as it would be, shown in the place of the one that is. */
export interface Preview {
  readonly scene: Scene;
  /** What the picture is moved by, so that the port in question stays where it is. */
  readonly shift: Point;
  /** The port in question. */
  readonly at: PortPlace | undefined;
  /** The ports of the picture by what they stand for. */
  readonly ports: ReadonlyMap<string, PortPlace>;
}

/** A port at its place in a picture. */
interface PortPlace {
  readonly node: SceneNode;
  readonly port: number;
}

/** The store of what would be. */
export const usePreview = create<{ readonly preview: Preview | undefined }>()(() => ({
  preview: undefined,
}));

/** Up to so many things on the canvas a picture is laid out anew while something is dragged. */
const MOST = 90;

/** The picture of a document in which a port has something else; absent where it takes too long. */
export function previewOf(
  reading: Reading,
  { document, node }: { readonly document: Document; readonly node: string },
  { port, path }: { readonly port: PortRef; readonly path: SceneId },
): Preview | undefined {
  if (reading.scene.nodes.length > MOST) return undefined;
  const shown = showing(document, useEditor.getState().trail.at(-1));
  const typed = inferDiagram(shown);
  const scene = drawDiagram(typed, shown);
  const ports = portsOf({ document, typed }, scene, path);
  const at = ports.get(portKey({ node, operand: port.operand }));
  const before = portsOf(reading, reading.scene, path).get(portKey(port));
  const [from, to] = [before && pointOf(before), at && pointOf(at)];
  const shift = from && to ? { x: from.x - to.x, y: from.y - to.y } : { x: 0, y: 0 };
  return { scene, shift, at, ports };
}

/** The ports of a picture that share a call path, loops inside included. */
function portsOf(
  context: EditContext,
  scene: Scene,
  path: SceneId,
): ReadonlyMap<string, PortPlace> {
  const ports = new Map<string, PortPlace>();
  for (const node of scene.nodes) {
    if (node.kind === "copy" || !isReached(path, node)) continue;
    for (const at of node.ports.keys()) {
      const port = portOf(context, node, at);
      if (port !== undefined && !ports.has(portKey(port))) {
        ports.set(portKey(port), { node, port: at });
      }
    }
  }
  return ports;
}

/** Whether a node stands in the same call as what has a path, or in a loop of it. */
export function isReached(path: SceneId, node: SceneNode): boolean {
  const own = pathOf(node.id);
  return own === path || path === "" || own.startsWith(`${path}>`);
}

/** Where a port is: the left edge and the middle of its strands. */
function pointOf({ node, port }: PortPlace): Point {
  const { x, heights = [] } = node.ports[port] ?? { x: node.bounds.x };
  const middle = node.bounds.y + node.bounds.height / 2;
  if (heights.length === 0) return { x, y: middle };
  return { x, y: (Math.min(...heights) + Math.max(...heights)) / 2 };
}

/** Whether a bundle is the one that goes into the port in question. */
export function isMoved({ at }: Preview, { to }: SceneBundle): boolean {
  return to !== undefined && at !== undefined && to.node === at.node.id && to.port === at.port;
}
