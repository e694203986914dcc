import { memo, type ReactNode } from "react";
import type { Mark } from "../../draw/mark.ts";
import { pathText, strandText } from "../../draw/path-text.ts";
import { withShadows } from "../../draw/shadow.ts";
import { lineColour, strokeOf, textSize } from "../../draw/theme.ts";
import { outline, type Typeset, typeset, typesetTitle } from "../../draw/typeset.ts";
import { glyphId } from "../../render/svg-mark.ts";
import { type DrawGlyph, TypesetPieces } from "../typeset-pieces.tsx";

type TextMark = Extract<Mark, { kind: "text" }>;

/** Marks of a scene as SVG, in order; colours come from the variables of `paper-style.ts`. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return withShadows(marks).map((mark, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity but their order
    <MarkView key={at} mark={mark} />
  ));
});

const LINE_COLOURS = {
  ink: "var(--fill-ink)",
  hatch: "var(--hatch)",
  halo: "var(--halo)",
  shadow: "var(--shadow, none)",
  index: "var(--line-index)",
  step: "var(--line-step)",
  "inner-step": "var(--line-inner-step)",
  emphasis: "var(--line-emphasis)",
};

function MarkView({ mark }: { readonly mark: Mark }): ReactNode {
  switch (mark.kind) {
    case "path": {
      const stroke = mark.stroke === undefined ? undefined : strokeOf(mark.stroke);
      return (
        <path
          d={pathText(mark.path)}
          fill={mark.fill === undefined ? "none" : `var(--fill-${mark.fill})`}
          {...(stroke && {
            stroke: LINE_COLOURS[lineColour(mark.stroke)],
            strokeWidth: stroke.width,
            strokeDasharray: stroke.dash?.join(" "),
            strokeOpacity: stroke.opacity,
          })}
        />
      );
    }
    case "strand":
      return (
        <path
          className="strand"
          d={strandText(mark)}
          strokeWidth={strokeOf(mark.heavy === true ? "bold" : "wire").width}
        />
      );
    case "dot":
      return <circle cx={mark.x} cy={mark.y} r={mark.radius} fill="var(--fill-ink)" />;
    case "text":
      return <TextView mark={mark} />;
  }
}

/** A label as uses of shared outlines; far away labels are left out by the style sheet. */
function TextView({ mark }: { readonly mark: TextMark }): ReactNode {
  const set = typesetMark(mark);
  const size = textSize(mark.role);
  const shift = { start: 0, middle: 0.5, end: 1 }[mark.anchor] * set.width * size;
  return (
    <g
      className={`text text-${mark.role}`}
      transform={`translate(${mark.x - shift} ${mark.y})`}
      style={mark.on && { fill: `var(--letters-${mark.on})` }}
    >
      <TypesetPieces set={set} size={size} drawGlyph={sharedGlyph} />
    </g>
  );
}

/** A use of an outline that stands once in the page, see `GlyphDefinitions`. */
const sharedGlyph: DrawGlyph = (glyph, transform) => (
  <use href={`#${glyphId(glyph)}`} transform={transform} />
);

/** The outlines that marks use, once each, for the `defs` of the page. */
export const GlyphDefinitions = memo(function GlyphDefinitions({
  marks,
}: {
  readonly marks: readonly Mark[];
}) {
  return (
    <defs>
      {[...glyphsOf(marks)].map((glyph) => (
        <path key={glyph} id={glyphId(glyph)} d={outline(glyph)} />
      ))}
    </defs>
  );
});

function glyphsOf(marks: readonly Mark[]): ReadonlySet<string> {
  const glyphs = new Set<string>();
  for (const mark of marks) {
    if (mark.kind !== "text") continue;
    for (const piece of typesetMark(mark).pieces) {
      if (piece.kind === "glyph") glyphs.add(piece.glyph);
    }
  }
  return glyphs;
}

function typesetMark(mark: TextMark): Typeset {
  return mark.role === "title" ? typesetTitle(mark.text) : typeset(mark.text);
}
