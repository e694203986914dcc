import { shiftPath } from "./curve.ts";
import type { Mark } from "./mark.ts";
import type { SlabPart } from "./slab.ts";

/** The same marks moved by (`dx`, `dy`). */
export function translateMarks(marks: readonly Mark[], dx: number, dy: number): readonly Mark[] {
  return marks.map((mark): Mark => {
    switch (mark.kind) {
      case "path":
      case "strand":
        return { ...mark, path: shiftPath(mark.path, { x: dx, y: dy }) };
      default:
        return { ...mark, x: mark.x + dx, y: mark.y + dy };
    }
  });
}

/** The same parts moved by (`dx`, `dy`). */
export function translateParts(
  parts: readonly SlabPart[],
  dx: number,
  dy: number,
): readonly SlabPart[] {
  return parts.map(({ part, box }) => ({ part, box: { ...box, x: box.x + dx, y: box.y + dy } }));
}
