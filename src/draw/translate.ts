import type { Mark } from "./mark.ts";
import type { Path, Point } from "./path.ts";

/** The same path moved by (`dx`, `dy`). */
export function translatePath(path: Path, dx: number, dy: number): Path {
  const move = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy });
  return path.map((segment) => {
    switch (segment.kind) {
      case "close":
        return segment;
      case "cubic":
        return { kind: "cubic", c1: move(segment.c1), c2: move(segment.c2), to: move(segment.to) };
      default:
        return { kind: segment.kind, to: move(segment.to) };
    }
  });
}

/** The same marks moved by (`dx`, `dy`). */
export function translateMarks(marks: readonly Mark[], dx: number, dy: number): readonly Mark[] {
  return marks.map((mark): Mark => {
    switch (mark.kind) {
      case "path":
      case "strand":
        return { ...mark, path: translatePath(mark.path, dx, dy) };
      default:
        return { ...mark, x: mark.x + dx, y: mark.y + dy };
    }
  });
}
