import type { ReactNode } from "react";
import { outline, type Typeset, type TypesetPiece } from "../draw/typeset.ts";

/** Draws one outline of a label at its place. */
export type DrawGlyph = (glyph: string, transform: string) => ReactNode;

/** Draws an outline where it stands, for labels outside of a figure. */
export const ownGlyph: DrawGlyph = (glyph, transform) => (
  <path d={outline(glyph)} transform={transform} />
);

/** A typeset label from the left end of its baseline. */
export function TypesetPieces({
  set,
  size,
  drawGlyph,
}: {
  readonly set: Typeset;
  readonly size: number;
  readonly drawGlyph: DrawGlyph;
}): ReactNode {
  return set.pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
    <Piece key={at} piece={piece} size={size} drawGlyph={drawGlyph} />
  ));
}

function Piece({
  piece,
  size,
  drawGlyph,
}: {
  readonly piece: TypesetPiece;
  readonly size: number;
  readonly drawGlyph: DrawGlyph;
}): ReactNode {
  const [x, y] = [piece.x * size, piece.y * size];
  switch (piece.kind) {
    case "glyph": {
      const place = `translate(${x} ${y}) scale(${(piece.scale * size) / 1000})`;
      return drawGlyph(piece.glyph, place);
    }
    case "bar":
      return <rect x={x} y={y} width={piece.width * size} height={piece.height * size} />;
    case "text":
      return (
        <text
          x={x}
          y={y}
          fontSize={piece.scale * size}
          fontFamily={piece.face === "sans" ? "var(--ui)" : "var(--math)"}
        >
          {piece.text}
        </text>
      );
  }
}
