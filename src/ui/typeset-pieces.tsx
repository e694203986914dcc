import type { ReactNode } from "react";
import { outline, type Typeset, type TypesetPiece } from "../draw/typeset.ts";

/** A typeset label from the left end of its baseline, each outline drawn where it stands. */
export function TypesetPieces({
  set,
  size,
}: {
  readonly set: Typeset;
  readonly size: number;
}): ReactNode {
  return (
    <g fill="currentColor">
      {set.pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
        <Piece key={at} piece={piece} size={size} />
      ))}
    </g>
  );
}

function Piece({
  piece,
  size,
}: {
  readonly piece: TypesetPiece;
  readonly size: number;
}): ReactNode {
  const [x, y] = [piece.x * size, piece.y * size];
  switch (piece.kind) {
    case "glyph": {
      const place = `translate(${x} ${y}) scale(${(piece.scale * size) / 1000})`;
      return <path d={outline(piece.glyph)} transform={place} />;
    }
    case "bar":
      return <rect x={x} y={y} width={piece.width * size} height={piece.height * size} />;
    case "text":
      return (
        <text x={x} y={y} fontSize={piece.scale * size}>
          {piece.text}
        </text>
      );
  }
}
