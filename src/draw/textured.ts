import { hatchPath } from "./hatch.ts";
import type { Mark } from "./mark.ts";
import { withShadows } from "./shadow.ts";
import type { Theme } from "./theme.ts";

/**
 * Marks as a theme draws them: where it tells areas apart by hatching and outline, or lets plates
 * throw shadows, each area brings these along. Other themes leave marks as they are.
 */
export function textured(marks: readonly Mark[], theme: Theme): readonly Mark[] {
  const { textures, shadow } = theme;
  if (shadow !== undefined) return withShadows(marks);
  if (textures === undefined) return marks;
  return marks.flatMap((mark): readonly Mark[] => {
    const texture = mark.kind === "path" && mark.fill ? textures[mark.fill] : undefined;
    if (mark.kind !== "path" || texture === undefined) return [mark];
    const { path, fill, stroke = texture.outline } = mark;
    const outline = stroke === undefined ? [] : [{ kind: "path" as const, path, stroke }];
    const { hatch } = texture;
    if (hatch === undefined) return [{ kind: "path", path, ...(fill && { fill }) }, ...outline];
    const lines = hatchPath(path, hatch);
    return [
      { kind: "path", path, ...(fill && { fill }) },
      { kind: "path", path: lines, stroke: hatch.kind === "dots" ? "stipple" : "hatch" },
      ...outline,
    ];
  });
}
