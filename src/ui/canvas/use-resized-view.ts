import type { ReactFlowInstance } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import type { Rect } from "../../draw/path.ts";
import type { FlowNode } from "./node-view.tsx";
import { resizedView } from "./viewport.ts";

/** Follows the size of the canvas: a fitted picture is fitted again, another keeps its middle. */
export function useResizedView(
  bounds: Rect,
  root: RefObject<HTMLElement | null>,
  flow: RefObject<ReactFlowInstance<FlowNode> | null>,
): void {
  const shown = useRef(bounds);
  useEffect(() => {
    shown.current = bounds;
  });
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    let before = current.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const after = current.getBoundingClientRect();
      const isSame = after.width === before.width && after.height === before.height;
      if (!isSame && after.width > 0 && after.height > 0 && flow.current !== null) {
        const view = flow.current.getViewport();
        void flow.current.setViewport(resizedView(shown.current, view, { before, after }));
      }
      before = after;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [root, flow]);
}
