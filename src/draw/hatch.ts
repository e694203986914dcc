import type { Path, Point } from "./path.ts";
import { polyline } from "./polyline.ts";

/** Lines or dots over an area, in user units; they lie on one grid for all areas of a figure. */
export interface Hatch {
  readonly kind: "lines" | "dots";
  /** Degrees from the horizontal, one family of lines each. */
  readonly angles: readonly number[];
  readonly spacing: number;
}

/** The length of a dot along its line: as long as its stroke is wide. */
const DOT = 1.2;

/** The hatching of an area as one path to be stroked; nothing of it stands outside of the area. */
export function hatchPath(area: Path, { kind, angles, spacing }: Hatch): Path {
  const outline = polyline(area);
  return angles.flatMap((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const level = outline.map((point) => turned(point, -angle));
    const stretches = linesAcross(level, spacing).flatMap((stretch) =>
      kind === "lines" ? [stretch] : dotsAlong(stretch, spacing),
    );
    return stretches.flatMap(
      ({ y, from, to }): Path => [
        { kind: "move", to: turned({ x: from, y }, angle) },
        { kind: "line", to: turned({ x: to, y }, angle) },
      ],
    );
  });
}

/** A level line from one x to another. */
interface Stretch {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** The level lines of a grid inside of a polygon, by the even-odd rule. */
function linesAcross(polygon: readonly Point[], spacing: number): readonly Stretch[] {
  const heights = polygon.map(({ y }) => y);
  const first = Math.ceil(Math.min(...heights) / spacing);
  const last = Math.floor(Math.max(...heights) / spacing);
  const found: Stretch[] = [];
  for (let row = first; row <= last; row++) {
    const y = row * spacing;
    const crossings = polygon.flatMap((to, at) => crossing(polygon.at(at - 1) ?? to, to, y));
    crossings.sort((a, b) => a - b);
    for (let at = 1; at < crossings.length; at += 2) {
      const [from = 0, end = 0] = [crossings[at - 1], crossings[at]];
      if (end > from) found.push({ y, from, to: end });
    }
  }
  return found;
}

function crossing(from: Point, to: Point, y: number): readonly number[] {
  if (from.y <= y === to.y <= y) return [];
  return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
}

/** Dots of a grid whose every second row is shifted by half. */
function dotsAlong({ y, from, to }: Stretch, spacing: number): readonly Stretch[] {
  const shift = Math.abs(Math.round(y / spacing)) % 2 === 0 ? 0 : spacing / 2;
  const found: Stretch[] = [];
  const first = Math.ceil((from + DOT - shift) / spacing);
  for (let x = first * spacing + shift; x + DOT <= to; x += spacing) {
    found.push({ y, from: x, to: x + DOT });
  }
  return found;
}

function turned({ x, y }: Point, angle: number): Point {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return { x: round(x * cosine - y * sine), y: round(x * sine + y * cosine) };
}

/** The same digits on every machine, whatever its sine is in the last place. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
