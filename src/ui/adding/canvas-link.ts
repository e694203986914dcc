import type { Point, Rect } from "../../draw/path.ts";
import type { SceneIndex } from "../../editor/scene-index.ts";
import type { CanvasView } from "../canvas/use-canvas-keys.ts";

/** How parts outside of the canvas find out what is at a point of the screen. */
export interface CanvasLink {
  readonly index: SceneIndex;
  /** The place in the scene; `undefined` where the canvas is not seen. */
  toScene(client: Point): Point | undefined;
  /** Where the figure is on the screen. */
  figure(): Rect;
  zoom(): number;
  readonly view: CanvasView;
  /** The part of the scene that is seen, with half as much again around it. */
  around(): Rect;
}

let link: CanvasLink | undefined;

/** Called by the canvas that is shown; returns what takes it back. */
export function linkCanvas(next: CanvasLink): () => void {
  link = next;
  return () => {
    if (link === next) link = undefined;
  };
}

/** The canvas that is shown. */
export function linkedCanvas(): CanvasLink | undefined {
  return link;
}
