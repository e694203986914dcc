import type { Mark } from "../draw/mark.ts";
import type { SceneBundle } from "./scene.ts";

/** What is painted of a bundle: axes that share one line, where an array is an arrow, paint it once. */
export function bundleMarks({ strands }: SceneBundle): readonly Mark[] {
  return [...new Set(strands.map(({ points }) => points))].flat();
}
