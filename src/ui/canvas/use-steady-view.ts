import type { ReactFlowInstance } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import { onlyArranged } from "../../editor/only-arranged.ts";
import type { Reading } from "../../editor/reading.ts";
import { boundsOf } from "../../editor/walk.ts";
import { changeViewOfMotion } from "../moving/motion-store.ts";
import { useEditor } from "../store.ts";
import type { FlowNode } from "./node-view.tsx";
import { type Frame, isWhole, movedBy, wholeFrom } from "./viewport.ts";

/**
 * Keeps the eye where it was when the picture changes: the selected thing stays put on the screen,
 * a picture that was whole stays whole, and another document or block is fitted. What is arranged by
 * hand moves against all the rest, which then stays put.
 */
export function useSteadyView(
  reading: Reading,
  flow: RefObject<ReactFlowInstance<FlowNode> | null>,
  frame: () => Frame,
  showAll: () => void,
): void {
  const opening = useEditor((state) => state.opening);
  const picture = useEditor((state) => state.trail.join("/"));
  const shown = useRef({ opening, picture, scene: reading.scene, text: reading.text });
  useEffect(() => {
    const before = shown.current;
    shown.current = { opening, picture, scene: reading.scene, text: reading.text };
    const isFirst = before.scene.nodes.length === 0 && reading.scene.nodes.length > 0;
    if (before.opening !== opening || before.picture !== picture || isFirst) {
      showAll();
      return;
    }
    if (before.scene === reading.scene || flow.current === null) return;
    const { selection } = useEditor.getState();
    const view = flow.current.getViewport();
    const was = boundsOf(before.scene, selection);
    const is = boundsOf(reading.scene, selection);
    const isAnchored =
      was !== undefined && is !== undefined && !onlyArranged(before.text, reading.text);
    const steady = isAnchored ? movedBy(view, was.x - is.x, was.y - is.y) : view;
    const wasWhole = isWhole(before.scene.bounds, view, frame());
    const next = wasWhole ? wholeFrom(reading.scene.bounds, steady, frame()) : steady;
    if (next === view) return;
    flow.current.setViewport(next);
    changeViewOfMotion(view, next);
  });
}
