import type { ReactNode } from "react";
import { nameTex } from "../../../shapes/name-tex.ts";
import { textSize } from "../../draw/theme.ts";
import { typeset } from "../../draw/typeset.ts";
import { ownGlyph, TypesetPieces } from "../typeset-pieces.tsx";

/** An axis or size name set as in the figure, with the name as written for screen readers. */
export function AxisName({ name }: { readonly name: string }): ReactNode {
  const set = typeset(nameTex(name));
  const size = textSize("axis");
  return (
    <svg
      className="axis-glyphs"
      role="img"
      aria-label={name}
      width={Math.max(1, set.width * size)}
      height="20"
      viewBox={`0 -14 ${Math.max(1, set.width * size)} 20`}
    >
      <g fill="currentColor">
        <TypesetPieces set={set} size={size} drawGlyph={ownGlyph} />
      </g>
    </svg>
  );
}
