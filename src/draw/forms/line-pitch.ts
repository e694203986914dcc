import { measureText } from "../label.ts";

/** Between the depth of a line and the height of the next. */
const LEAST_GAP = 2;

/**
 * How far below the first baseline each line of a title stands: `pitch` apart, more where maths is
 * taller than that.
 */
export function baselinesOf(lines: readonly string[], pitch: number): readonly number[] {
  const sizes = lines.map((line) => measureText(line, "title"));
  let y = 0;
  return sizes.map(({ height }, i) => {
    const before = sizes[i - 1];
    if (before !== undefined) y += Math.max(pitch, before.depth + LEAST_GAP + height);
    return y;
  });
}
