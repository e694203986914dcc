import { liftOverDouble } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";

/** Strands of these axes as double wires, with their labels above the upper line. */
export function doubled(marks: readonly Mark[], axes: ReadonlySet<string>): readonly Mark[] {
  if (axes.size === 0) return marks;
  return marks.map((mark): Mark => {
    if (mark.kind === "strand" && axes.has(mark.axis)) return { ...mark, double: true };
    if (mark.kind === "text" && mark.axis !== undefined && axes.has(mark.axis)) {
      return { ...mark, y: mark.y - liftOverDouble(mark.text) };
    }
    return mark;
  });
}
