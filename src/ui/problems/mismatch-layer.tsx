import "./mismatches.css";
import { memo, type ReactNode, useMemo } from "react";
import { nameTex } from "../../../shapes/name-tex.ts";
import { pathText } from "../../draw/path-text.ts";
import { typeset } from "../../draw/typeset.ts";
import { type Mismatch, mismatchesOf } from "../../editor/mismatches.ts";
import type { Reading } from "../../editor/reading.ts";
import { ownGlyph, TypesetPieces } from "../typeset-pieces.tsx";

/** Over the figure: where strands should be one axis and are not. */
export const Mismatches = memo(function Mismatches({
  reading,
}: {
  readonly reading: Reading;
}): ReactNode {
  const mismatches = useMemo(() => mismatchesOf(reading), [reading]);
  return (
    <svg className="overlay mismatches" width="1" height="1" aria-hidden="true">
      {mismatches.map((mismatch) => (
        <MismatchView
          key={`${mismatch.axis} ${mismatch.at.x} ${mismatch.at.y}`}
          mismatch={mismatch}
        />
      ))}
    </svg>
  );
});

const RADIUS = 7;

function MismatchView({
  mismatch: { at, kind, axis, text, strands },
}: {
  readonly mismatch: Mismatch;
}): ReactNode {
  const data = strands.map((mark) => ("path" in mark ? pathText(mark.path) : "")).join("");
  return (
    <>
      {data !== "" && <path className="mismatch-strand" d={data} />}
      {kind === "sizes" && text !== undefined ? (
        <SizesRing x={at.x} y={at.y} text={text} />
      ) : (
        <circle className="mismatch-ring" cx={at.x} cy={at.y} r={RADIUS} />
      )}
      {kind === "apart" && (
        <path
          className="mismatch-sign"
          d={`M${at.x - 4} ${at.y - 2}h8m-8 4h8M${at.x - 2} ${at.y + 5}l4 -10`}
        />
      )}
      {kind === "missing" && <AxisLabel x={at.x - RADIUS - 4} y={at.y + 5} axis={axis} />}
    </>
  );
}

/** How wide a character of the sizes is drawn. */
const CHARACTER = 6.6;

function SizesRing({
  x,
  y,
  text,
}: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}): ReactNode {
  const width = text.length * CHARACTER + 12;
  return (
    <>
      <rect
        className="mismatch-ring"
        x={x - width / 2}
        y={y - 10}
        width={width}
        height="20"
        rx="10"
      />
      <text className="mismatch-sizes" x={x} y={y + 4} textAnchor="middle">
        {text}
      </text>
    </>
  );
}

/** The size of the name of an axis that is missing, which ends at `x`. */
const LABEL = 17;

function AxisLabel({
  x,
  y,
  axis,
}: {
  readonly x: number;
  readonly y: number;
  readonly axis: string;
}): ReactNode {
  const set = typeset(nameTex(axis));
  return (
    <g className="mismatch-label" transform={`translate(${x - set.width * LABEL} ${y})`}>
      <TypesetPieces set={set} size={LABEL} drawGlyph={ownGlyph} />
    </g>
  );
}
