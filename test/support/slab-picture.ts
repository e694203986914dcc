import type { Mark } from "../../src/draw/mark.ts";
import { numberText, pathText } from "../../src/draw/path-text.ts";
import type { Heights, Slab, SlabDrawing } from "../../src/draw/slab.ts";
import { strokeOf, textSize, themeOf } from "../../src/draw/theme.ts";
import { outline, type TypesetPiece, typeset, typesetTitle } from "../../src/draw/typeset.ts";

/** The plates of the screen with the black ink of paper. */
const THEME = { ...themeOf("light"), ink: themeOf("print").ink };
const MARGIN = 12;

/** A slab alone as SVG, with short stubs of its strands and the dashed lines up to their ends. */
export function slabPicture(
  slab: Slab,
  rows: readonly Heights[],
  free: readonly (Heights | undefined)[] = [],
): string {
  const drawing = slab.place(rows, free);
  const { width, top, bottom } = drawing;
  const box = [-MARGIN, top - 4, width + 2 * MARGIN, bottom - top + 8].map(numberText).join(" ");
  const stubs = [
    ...rows.flat().map((y) => stroke("wire", `M${-MARGIN} ${y}L0 ${y}`)),
    ...drawing.outputs.flat().map((y) => stroke("wire", `M${numberText(width)} ${y}l${MARGIN} 0`)),
  ];
  const body = [...stubs, ...dashes(rows, drawing), ...drawing.marks.map(markText)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">
<rect x="${-MARGIN}" y="${numberText(top - 4)}" width="100%" height="100%" fill="${THEME.paper}"/>
${body.join("\n")}
</svg>
`;
}

function dashes(rows: readonly Heights[], drawing: SlabDrawing): readonly string[] {
  const between = (arrays: readonly Heights[], i: number) =>
    ((arrays[i]?.at(-1) ?? 0) + (arrays[i + 1]?.[0] ?? 0)) / 2;
  return [
    ...drawing.dashEnds.map((x, i) =>
      stroke("dash", `M${-MARGIN} ${between(rows, i)}L${numberText(x)} ${between(rows, i)}`),
    ),
    ...drawing.dashStarts.map((x, i) => {
      const y = between(drawing.outputs, i);
      return stroke("dash", `M${numberText(x)} ${y}L${numberText(drawing.width + MARGIN)} ${y}`);
    }),
  ];
}

function stroke(role: "wire" | "dash", path: string): string {
  const { width, dash } = strokeOf(role);
  const pattern = dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  return `<path d="${path}" fill="none" stroke="${THEME.ink}" stroke-width="${width}"${pattern}/>`;
}

/** One mark as SVG, with these colours. */
function markText(mark: Mark): string {
  switch (mark.kind) {
    case "strand": {
      const { width } = strokeOf(mark.heavy ? "bold" : "wire");
      return `<path d="${pathText(mark.path)}" fill="none" stroke="${THEME.ink}" stroke-width="${width}"/>`;
    }
    case "path": {
      const fill = mark.fill === undefined ? "none" : THEME.fills[mark.fill];
      const style = mark.stroke === undefined ? undefined : strokeOf(mark.stroke);
      const dash = style?.dash === undefined ? "" : ` stroke-dasharray="${style.dash.join(" ")}"`;
      const line =
        style === undefined ? "" : ` stroke="${THEME.ink}" stroke-width="${style.width}"${dash}`;
      return `<path d="${pathText(mark.path)}" fill="${fill}"${line}/>`;
    }
    case "dot":
      return `<circle cx="${numberText(mark.x)}" cy="${numberText(mark.y)}" r="${mark.radius}" fill="${THEME.ink}"/>`;
    case "text":
      return textText(mark);
  }
}

function textText(mark: Mark & { kind: "text" }): string {
  const set = mark.role === "title" ? typesetTitle(mark.text) : typeset(mark.text);
  const size = textSize(mark.role);
  const left = mark.x - { start: 0, middle: 0.5, end: 1 }[mark.anchor] * set.width * size;
  const pieces = set.pieces.map((piece) => pieceText(piece, { x: left, y: mark.y, size }));
  return `<g fill="${THEME.ink}">${pieces.join("")}</g>`;
}

function pieceText(piece: TypesetPiece, at: { x: number; y: number; size: number }): string {
  const x = numberText(at.x + piece.x * at.size);
  const y = numberText(at.y + piece.y * at.size);
  switch (piece.kind) {
    case "glyph": {
      const scale = `${numberText((piece.scale * at.size) / 10)}e-2`;
      return `<path transform="translate(${x} ${y}) scale(${scale})" d="${outline(piece.glyph)}"/>`;
    }
    case "bar":
      return `<rect x="${x}" y="${y}" width="${numberText(piece.width * at.size)}" height="${numberText(piece.height * at.size)}"/>`;
    case "text":
      return `<text x="${x}" y="${y}" font-size="${numberText(at.size * piece.scale)}">${piece.text}</text>`;
  }
}
