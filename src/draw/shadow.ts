import type { FillRole, Mark, StrokeRole } from "./mark.ts";

/** From the faint edge of a shadow to its dark middle; half of each line is hidden by the area. */
const LINES: readonly StrokeRole[] = ["shadow-outer", "shadow-middle", "shadow-inner"];

/** Areas that are no paper of their own: letters, and what lies flat on another glyph. */
const FLAT: ReadonlySet<FillRole> = new Set(["ink", "paper", "mask", "shade", "problem"]);

/**
 * Marks with what lies below their plates in a theme with shadows (NOTATION 4.2: no offset, black; light
 * where the paper is dark; for areas without an outline). Lines of growing width and not a filter: every
 * viewer, PDF and TikZ draw these alike. Areas of one colour that follow each other, as a remark and its
 * wedge, throw one shadow.
 */
export function withShadows(marks: readonly Mark[]): readonly Mark[] {
  const drawn: Mark[] = [];
  for (let start = 0; start < marks.length; ) {
    const fill = plateFill(marks[start]);
    let end = start + 1;
    while (fill !== undefined && plateFill(marks[end]) === fill) end++;
    const group = marks.slice(start, end);
    drawn.push(...group.flatMap(shadowOf), ...group);
    start = end;
  }
  return drawn;
}

/** The colour of an area that throws a shadow. */
function plateFill(mark: Mark | undefined): FillRole | undefined {
  if (mark?.kind !== "path" || mark.stroke !== undefined) return undefined;
  return mark.fill === undefined || FLAT.has(mark.fill) ? undefined : mark.fill;
}

function shadowOf(mark: Mark): readonly Mark[] {
  if (mark.kind !== "path" || plateFill(mark) === undefined) return [];
  const { path } = mark;
  return LINES.map((stroke) => ({ kind: "path", path, stroke }));
}
