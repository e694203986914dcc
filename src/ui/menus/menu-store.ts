import { create } from "zustand";
import type { Rect } from "../../draw/path.ts";

/** The context menu of the canvas: where it stands on the screen while it is open. */
export const useContextMenu = create<{ readonly at: Rect | undefined }>()(() => ({
  at: undefined,
}));

/** Opens the menu of what is selected. */
export function openContextMenu(at: Rect): void {
  useContextMenu.setState({ at });
}
