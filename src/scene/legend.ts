import { nameTex } from "../../shapes/name-tex.ts";
import { printSize, sizeTex } from "../../shapes/print.ts";
import { line, rectangle } from "../draw/curve.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { isFree } from "./free-room.ts";

const PAD = 0.5 * SPACING;
const LINE_PITCH = 1.1 * SPACING;
const TITLE = "Legend";
const HEAD = 1.3 * SPACING;
const APART = 0.5 * SPACING;

/** One line of LaTeX for every size of the file that says something: its equation or its number. */
export function sizeEquations({ sizes }: TypedDiagram): readonly string[] {
  return [...sizes.values()].flatMap(({ name, size, value, from, table }) => {
    const is = (tex: string) => [`${nameTex(name)} = ${tex}`];
    if (table !== undefined) return is(`(${table.map((entry) => sizeTex(entry)).join(",\\,")})`);
    if (from === "equation" && printSize(size) !== name) return is(sizeTex(size));
    return value === undefined || from === "inferred" ? [] : is(value.toString());
  });
}

/** A plate with the equations under the word Legend, in a free corner or below the figure. */
export function legendMarks(
  equations: readonly string[],
  around: Rect,
  ink: readonly Rect[],
): readonly Mark[] {
  if (equations.length === 0) return [];
  const widths = equations.map((tex) => measureText(tex, "axis").width);
  const width = Math.max(...widths, measureText(TITLE, "title").width) + 2 * PAD;
  const height = HEAD + equations.length * LINE_PITCH + PAD;
  const { x, y } = cornerFor({ width, height }, around, ink);
  const middle = x + width / 2;
  const rule = line({ x, y: y + HEAD }, { x: x + width, y: y + HEAD });
  return [
    { kind: "path", path: rectangle({ x, y, width, height }), fill: "linear" },
    { kind: "path", path: rule, stroke: "outline" },
    { kind: "text", text: TITLE, role: "title", x: middle, y: y + 0.9 * SPACING, anchor: "middle" },
    ...equations.map(
      (text, i): Mark => ({
        kind: "text",
        text,
        role: "axis",
        x: x + PAD,
        y: y + HEAD + (i + 0.85) * LINE_PITCH,
        anchor: "start",
      }),
    ),
  ];
}

function cornerFor(
  { width, height }: Pick<Rect, "width" | "height">,
  around: Rect,
  ink: readonly Rect[],
): { readonly x: number; readonly y: number } {
  const right = around.x + around.width - width;
  const low = around.y + around.height - height;
  const corners = [
    { x: right, y: low },
    { x: around.x, y: low },
    { x: right, y: around.y },
    { x: around.x, y: around.y },
  ];
  const free = corners.find((corner) => isFree(ink, { ...corner, width, height }, APART));
  return free ?? { x: right, y: around.y + around.height + APART };
}
