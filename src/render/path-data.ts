import type { Path, Point, Segment } from "../draw/path.ts";

/** A number with at most three decimals, as short as it can be. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`A coordinate is ${value}.`);
  const rounded = Math.round(value * 1000) / 1000;
  return String(rounded === 0 ? 0 : rounded).replace(/^(-?)0\./, "$1.");
}

/** A path as the `d` attribute of SVG, in absolute coordinates. */
export function pathData(path: Path): string {
  return path.map(segmentData).join("");
}

function segmentData(segment: Segment): string {
  switch (segment.kind) {
    case "move":
      return `M${point(segment.to)}`;
    case "line":
      return `L${point(segment.to)}`;
    case "cubic":
      return `C${point(segment.c1)} ${point(segment.c2)} ${point(segment.to)}`;
    case "close":
      return "Z";
  }
}

function point({ x, y }: Point): string {
  return `${shortNumber(x)} ${shortNumber(y)}`;
}
