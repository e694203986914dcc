import { strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { SPACING } from "../slab.ts";
import type { Attachment, Passed } from "./attachment.ts";
import { dot, edgeLabel, type LabelOf, straight, strand } from "./strokes.ts";

/** Where the glyph stands between the strands that go in and out. */
export interface GlyphSpan {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** How far behind the glyph a strand that passes parts for several outputs. */
  readonly parting?: number;
}

const CROSSING = 1.5 * SPACING;
const MARGIN = 0.5 * SPACING;

/** The room left of the glyph: more when strands cross there. */
export function leftRoom(attachment: Attachment): number {
  return attachment.crosses ? CROSSING + MARGIN : MARGIN;
}

/**
 * The room right of the glyph: that of the labels, and more in front of them when a passing strand
 * goes to several arrays, `parting` behind the glyph.
 */
export function rightRoom(attachment: Attachment, labels: number, parting = 0): number {
  return attachment.passed.some(({ to }) => to.length > 1) ? parting + CROSSING + labels : labels;
}

/** Every strand of the slab up to the glyph, beside it and after it; the glyph is painted later. */
export function attachedStrands(attachment: Attachment, span: GlyphSpan): readonly Mark[] {
  const meets = span.left - MARGIN;
  const targets = attachment.targets.map(({ axis, from, slot }) =>
    strand(
      axis,
      strandThrough({ x: 0, y: from }, { x: meets, y: slot }, { x: span.left, y: slot }),
    ),
  );
  const results = attachment.results.flatMap(({ axis, y }) =>
    straight(axis, y, span.right, span.width),
  );
  const passed = attachment.passed.flatMap((strands) => passedMarks(strands, meets, span));
  return [...targets, ...passed, ...results];
}

/** Labels of the axes that the glyph makes. */
export function resultLabels(
  attachment: Attachment,
  label: LabelOf,
  width: number,
): readonly Mark[] {
  return attachment.results.flatMap(({ axis, y, isNew }) =>
    isNew ? [edgeLabel(axis, label, { x: width, y })] : [],
  );
}

function passedMarks({ axis, from, to }: Passed, meets: number, span: GlyphSpan): readonly Mark[] {
  const [main] = to;
  if (main === undefined) {
    const y = from[0] ?? 0;
    return [...straight(axis, y, 0, meets), dot({ x: meets, y })];
  }
  const marks: Mark[] = from.map((y, i) =>
    i === 0
      ? strand(axis, strandThrough({ x: 0, y }, { x: meets, y: main }, { x: span.width, y: main }))
      : strand(axis, strandThrough({ x: 0, y }, { x: meets, y: main })),
  );
  if (from.length > 1) marks.push(dot({ x: meets, y: main }));
  const parts = span.right + (span.parting ?? 0);
  if (to.length > 1) marks.push(dot({ x: parts, y: main }));
  for (const y of to.slice(1)) {
    marks.push(
      strand(
        axis,
        strandThrough({ x: parts, y: main }, { x: parts + CROSSING, y }, { x: span.width, y }),
      ),
    );
  }
  return marks;
}
