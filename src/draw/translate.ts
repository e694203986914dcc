import { shiftPath } from "./curve.ts";
import type { Mark } from "./mark.ts";

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
