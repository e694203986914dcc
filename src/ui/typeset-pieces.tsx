import type { ReactNode } from "react";
import { outline, type Typeset } from "../draw/typeset.ts";

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
      {set.pieces.map((piece, at) => {
        const key = `${at}`;
        const [x, y] = [piece.x * size, piece.y * size];
        if (piece.kind === "glyph") {
          const place = `translate(${x} ${y}) scale(${(piece.scale * size) / 1000})`;
          return <path key={key} d={outline(piece.glyph)} transform={place} />;
        }
        if (piece.kind === "bar") {
          return (
            <rect key={key} x={x} y={y} width={piece.width * size} height={piece.height * size} />
          );
        }
        return (
          <text key={key} x={x} y={y} fontSize={piece.scale * size}>
            {piece.text}
          </text>
        );
      })}
    </g>
  );
}
