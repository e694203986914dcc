import { useSyncExternalStore } from "react";

/** How much room the frame has; below 900 pixels the parts become a sheet, a telephone opens as a viewer. */
export type FrameWidth = "telephone" | "narrow" | "medium" | "wide" | "widest";

function subscribe(changed: () => void): () => void {
  addEventListener("resize", changed);
  return () => removeEventListener("resize", changed);
}

/** Follows the width of the window in steps. */
export function useFrameWidth(): FrameWidth {
  return useSyncExternalStore(subscribe, () => {
    if (innerWidth < 480) return "telephone";
    if (innerWidth < 900) return "narrow";
    if (innerWidth < 1280) return "medium";
    return innerWidth < 1680 ? "wide" : "widest";
  });
}
