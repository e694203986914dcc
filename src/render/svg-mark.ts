import type { Mark, StrokeRole } from "../draw/mark.ts";
import { numberText, pathText, strandText } from "../draw/path-text.ts";
import { lineColour, strokeOf, type Theme, textSize } from "../draw/theme.ts";
import { type Typeset, type TypesetPiece, typeset, typesetTitle } from "../draw/typeset.ts";
import { attributes, escapeXml } from "./xml.ts";

/** One em of a glyph's outline, in the units of its path. */
const EM = 1000;

const FACES = {
  serif: '"TeX Gyre Pagella Math", "Asana Math", Palatino, "Palatino Linotype", serif',
  sans: '"CMU Sans Serif", "Latin Modern Sans", sans-serif',
} as const;

/** A mark as SVG; marks of one `style` that follow each other share a group with it. */
export interface SvgMark {
  readonly style: string;
  readonly element: string;
  /** Glyphs that the element uses. */
  readonly glyphs: readonly string[];
  /** What is set in a font of the viewer's. */
  readonly losses: readonly string[];
}

/** Draws a mark; `ink` is the colour of lines and letters. */
export function svgMark(mark: Mark, theme: Theme, ink: string): SvgMark {
  switch (mark.kind) {
    case "path": {
      const stroke =
        mark.stroke === undefined
          ? {}
          : strokeAttributes(mark.stroke, strokeColour(mark.stroke, theme, ink));
      const fill = mark.fill === undefined ? "none" : fillColour(mark.fill, theme, ink);
      return drawn({ fill, ...stroke }, `<path d="${finite(pathText(mark.path))}"/>`);
    }
    case "strand": {
      const stroke = strokeAttributes(mark.heavy ? "bold" : "wire", ink);
      // Pieces of a strand that meet end to end show no seam.
      const style = { fill: "none", ...stroke, "stroke-linecap": "round" };
      return drawn(style, `<path d="${finite(strandText(mark))}"/>`);
    }
    case "dot": {
      const [x, y, r] = [mark.x, mark.y, mark.radius].map(coordinate);
      return drawn({ fill: ink }, `<circle cx="${x}" cy="${y}" r="${r}"/>`);
    }
    case "text":
      return svgText(mark, (mark.on && theme.letters?.[mark.on]) ?? ink);
  }
}

/** The reference to a glyph's outline; equal for equal outlines, also between figures on one page. */
export function glyphId(glyph: string): string {
  return `ax-${glyph.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)}_`)}`;
}

function svgText(mark: Mark & { readonly kind: "text" }, ink: string): SvgMark {
  const set: Typeset = mark.role === "title" ? typesetTitle(mark.text) : typeset(mark.text);
  const size = textSize(mark.role);
  const before = { start: 0, middle: 0.5, end: 1 }[mark.anchor];
  const x = coordinate(mark.x - before * set.width * size);
  const scale = Math.round((size / EM) * 1e6) / 1e6;
  const transform = `translate(${x} ${coordinate(mark.y)}) scale(${scale})`;
  const inside = set.pieces.map(svgPiece).join("");
  return {
    style: attributes({ fill: ink }),
    element: `<g transform="${transform}">${inside}</g>`,
    glyphs: set.pieces.flatMap((piece) => (piece.kind === "glyph" ? [piece.glyph] : [])),
    losses: set.pieces.flatMap((piece) => (piece.kind === "text" ? [piece.text] : [])),
  };
}

function svgPiece(piece: TypesetPiece): string {
  const [x, y] = [coordinate(piece.x * EM), coordinate(piece.y * EM)];
  switch (piece.kind) {
    case "glyph": {
      const href = `#${glyphId(piece.glyph)}`;
      if (piece.scale === 1) {
        return `<use${attributes({ href, x: unlessZero(x), y: unlessZero(y) })}/>`;
      }
      const transform = `translate(${x} ${y}) scale(${coordinate(piece.scale)})`;
      return `<use${attributes({ href, transform })}/>`;
    }
    case "bar": {
      const [width, height] = [piece.width, piece.height].map((side) => coordinate(side * EM));
      return `<rect${attributes({ x, y, width, height })}/>`;
    }
    case "text": {
      const style = { "font-family": FACES[piece.face], "font-size": coordinate(piece.scale * EM) };
      const space = piece.text.includes("  ") ? "preserve" : undefined;
      const placed = attributes({ x, y, ...style, "xml:space": space });
      return `<text${placed}>${escapeXml(piece.text)}</text>`;
    }
  }
}

function drawn(style: Readonly<Record<string, string | undefined>>, element: string): SvgMark {
  return { style: attributes(style), element, glyphs: [], losses: [] };
}

function strokeAttributes(
  role: StrokeRole,
  ink: string,
): Readonly<Record<string, string | undefined>> {
  const { width, dash, opacity } = strokeOf(role);
  return {
    stroke: ink,
    "stroke-width": width === 1 ? undefined : numberText(width),
    "stroke-dasharray": dash?.map(numberText).join(" "),
    "stroke-opacity": opacity === undefined ? undefined : numberText(opacity),
  };
}

function strokeColour(role: StrokeRole, theme: Theme, ink: string): string {
  const colour = lineColour(role);
  if (colour === "ink") return ink;
  if (colour === "hatch" || colour === "halo" || colour === "shadow")
    return theme[colour] ?? "none";
  return theme.lines[colour];
}

function fillColour(role: keyof Theme["fills"], theme: Theme, ink: string): string {
  return role === "ink" ? ink : theme.fills[role];
}

function unlessZero(text: string): string | undefined {
  return text === "0" ? undefined : text;
}

function coordinate(value: number): string {
  return finite(numberText(value));
}

function finite(text: string): string {
  if (/NaN|Infinity/.test(text)) throw new RangeError(`A coordinate is not finite: ${text}`);
  return text;
}
