import { linkedCanvas } from "../adding/canvas-link.ts";
import type { Command } from "../commands.ts";
import { toggleMinimap } from "./minimap-store.ts";
import type { CanvasView } from "./use-canvas-keys.ts";

/** Commands that change how the picture is looked at, never the document. */
export const VIEW_COMMANDS = {
  fit: { title: "Fit the picture", chord: "Home", run: () => view()?.fit() },
  fitSelection: {
    title: "Zoom to the selection",
    chord: "Shift-Home",
    run: () => view()?.fitSelection(),
  },
  zoomIn: { title: "Zoom in", chord: "Alt-=", run: () => view()?.zoomBy(1.25) },
  zoomOut: { title: "Zoom out", chord: "Alt-−", run: () => view()?.zoomBy(0.8) },
  minimap: { title: "Minimap", chord: "", run: toggleMinimap },
} as const satisfies Record<string, Command>;

function view(): CanvasView | undefined {
  return linkedCanvas()?.view;
}
