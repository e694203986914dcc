import { useStore as useFlowStore } from "@xyflow/react";
import { Minus, Plus, Scan } from "lucide-react";
import type { ReactNode } from "react";
import { chordLabel } from "../../browser/platform.ts";
import { IconButton } from "../icon-button.tsx";
import type { CanvasView } from "./use-canvas-keys.ts";

/** Zoom and fit, bottom left on the paper. */
export function ViewControls({ view }: { readonly view: CanvasView }): ReactNode {
  const percent = useFlowStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div className="view-controls">
      <IconButton small name="Zoom out" keys={chordLabel("Alt-−")} onPress={() => view.zoomBy(0.8)}>
        <Minus />
      </IconButton>
      <span className="zoom-level">{percent} %</span>
      <IconButton small name="Zoom in" keys={chordLabel("Alt-=")} onPress={() => view.zoomBy(1.25)}>
        <Plus />
      </IconButton>
      <span className="bar" />
      <IconButton small name="Fit the picture" keys="Home" onPress={view.fit}>
        <Scan />
      </IconButton>
    </div>
  );
}
