import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { GlyphDefinitions, Marks } from "../canvas/marks.tsx";
import type { Addable } from "./addables.ts";
import { glyphOf, type Picture } from "./glyph-marks.ts";

const WIDTH = 40;
const HEIGHT = 24;

/** Marks are drawn no larger than this, so that simple glyphs do not shout. */
const MOST_SCALE = 0.62;

/** The operation's own glyph as its icon; drawn when it comes into sight. */
export const AddableGlyph = memo(function AddableGlyph({
  addable,
}: {
  readonly addable: Addable;
}): ReactNode {
  const place = useRef<SVGSVGElement>(null);
  const [picture, setPicture] = useState<Picture>();
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      setPicture(glyphOf(addable));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [addable]);
  return (
    <svg
      ref={place}
      className="addable-glyph"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      {picture !== undefined && <Fitted picture={picture} />}
    </svg>
  );
});

function Fitted({ picture: { marks, bounds } }: { readonly picture: Picture }): ReactNode {
  const scale = Math.min(MOST_SCALE, WIDTH / bounds.width, HEIGHT / bounds.height);
  const x = WIDTH / 2 - (bounds.x + bounds.width / 2) * scale;
  const y = HEIGHT / 2 - (bounds.y + bounds.height / 2) * scale;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <GlyphDefinitions marks={marks} />
      <Marks marks={marks} />
    </g>
  );
}
