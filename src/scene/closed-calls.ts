import type { Scene } from "./scene.ts";

/** What to say of a picture that has no room for all calls that should be open, in one sentence. */
export function closedCalls({ openLevels }: Pick<Scene, "openLevels">): readonly string[] {
  if (openLevels === undefined) return [];
  const levels = openLevels === 1 ? "1 level" : `${openLevels} levels`;
  return [`The picture has room for ${levels} of open blocks; what is deeper inside stays closed.`];
}
