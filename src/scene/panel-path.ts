import type { SceneId } from "./scene.ts";

const PANEL = "block:";

/** What the ids in the diagram of a block begin with where a picture has several. */
export function panelPath(block: string): SceneId {
  return `${PANEL}${block}`;
}

/** The block whose diagram a path is, and not something inside of it. */
export function blockOfPanel(path: SceneId): string | undefined {
  return path.startsWith(PANEL) && !path.includes(">") ? path.slice(PANEL.length) : undefined;
}
