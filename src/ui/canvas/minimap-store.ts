import { create } from "zustand";
import { keepPreference, keptPreference } from "../../browser/storage.ts";
import { refuseAloud } from "../run-edit.ts";
import { useEditor } from "../store.ts";

/** With more things than this on the canvas the minimap is only a smudge, and slow. */
const MOST = 500;

/** Whether the minimap is wanted; remembered per browser. */
const useMinimap = create<{ readonly isWanted: boolean }>()(() => ({
  isWanted: keptPreference("minimap") === "on",
}));

/** Whether the minimap is there: wanted, and not too much to show. */
export function useMinimapShown(): boolean {
  const isWanted = useMinimap((state) => state.isWanted);
  const count = useEditor(({ reading }) => reading?.scene.nodes.length ?? 0);
  return isWanted && count <= MOST;
}

/** Shows the minimap or takes it away. */
export function toggleMinimap(): void {
  const isWanted = !useMinimap.getState().isWanted;
  useMinimap.setState({ isWanted });
  keepPreference("minimap", isWanted ? "on" : "off");
  const count = useEditor.getState().reading?.scene.nodes.length ?? 0;
  if (isWanted && count > MOST) {
    refuseAloud(
      `The minimap shows up to ${MOST} operations, and here are ${count}; close some blocks.`,
    );
  }
}
