import type { ReactFlowInstance } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import type { Reading } from "../../editor/reading.ts";
import { boundsOf } from "../../editor/walk.ts";
import { useEditor } from "../store.ts";
import type { FlowNode } from "./node-view.tsx";

/**
 * Keeps the eye where it was when the picture changes: the selected thing stays put on the screen;
 * another document or another block is fitted as a whole.
 */
export function useSteadyView(
  reading: Reading,
  flow: RefObject<ReactFlowInstance<FlowNode> | null>,
  showAll: () => void,
): void {
  const opening = useEditor((state) => state.opening);
  const picture = useEditor((state) => state.trail.join("/"));
  const shown = useRef({ opening, picture, scene: reading.scene });
  useEffect(() => {
    const before = shown.current;
    shown.current = { opening, picture, scene: reading.scene };
    const isFirst = before.scene.nodes.length === 0 && reading.scene.nodes.length > 0;
    if (before.opening !== opening || before.picture !== picture || isFirst) {
      showAll();
      return;
    }
    if (before.scene === reading.scene || flow.current === null) return;
    const { selection } = useEditor.getState();
    const was = boundsOf(before.scene, selection);
    const is = boundsOf(reading.scene, selection);
    if (was === undefined || is === undefined) return;
    const { x, y, zoom } = flow.current.getViewport();
    flow.current.setViewport({ x: x + (was.x - is.x) * zoom, y: y + (was.y - is.y) * zoom, zoom });
  });
}
