import { useStore as useFlowStore } from "@xyflow/react";
import { Map as MapIcon, Minus, Plus, Scan } from "lucide-react";
import type { ReactNode } from "react";
import { chordLabel } from "../../browser/platform.ts";
import { IconButton } from "../icon-button.tsx";
import { toggleMinimap, useMinimapShown } from "./minimap-store.ts";
import type { CanvasView } from "./use-canvas-keys.ts";

/** Zoom, fit and minimap, bottom left on the paper. */
export function ViewControls({ view }: { readonly view: CanvasView }): ReactNode {
  const percent = useFlowStore((state) => Math.round(state.transform[2] * 100));
  const hasMinimap = useMinimapShown();
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
      <IconButton small name="Minimap" isPressed={hasMinimap} onPress={toggleMinimap}>
        <MapIcon />
      </IconButton>
    </div>
  );
}
