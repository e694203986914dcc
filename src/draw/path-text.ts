import type { Mark } from "./mark.ts";
import { parallelLines } from "./parallel.ts";
import type { Path, Point, Segment } from "./path.ts";

/** A number with at most three decimals and without a negative zero, as in every export. */
export function numberText(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return `${rounded === 0 ? 0 : rounded}`;
}

/** SVG path data in absolute commands. */
export function pathText(path: Path): string {
  return path.map(segmentText).join("");
}

/** The same of a strand: of both its lines where it is a double wire. */
export function strandText(strand: Extract<Mark, { kind: "strand" }>): string {
  return pathText(strand.double === true ? parallelLines(strand.path) : strand.path);
}

function segmentText(segment: Segment): string {
  switch (segment.kind) {
    case "move":
      return `M${pointText(segment.to)}`;
    case "line":
      return `L${pointText(segment.to)}`;
    case "cubic":
      return `C${pointText(segment.c1)} ${pointText(segment.c2)} ${pointText(segment.to)}`;
    case "close":
      return "Z";
  }
}

function pointText({ x, y }: Point): string {
  return `${numberText(x)} ${numberText(y)}`;
}
