import type { ReactNode } from "react";
import { CORNERS, type Corner } from "../../document/document.ts";
import { chamfered } from "../../draw/forms/chamfered.ts";
import { pathText } from "../../draw/path-text.ts";
import { toggleCorner } from "../../editor/edits/furniture.ts";
import { capital } from "../../editor/speech.ts";
import { IconButton } from "../icon-button.tsx";
import { runEdit } from "../run-edit.ts";

const CORNER_NAMES: Readonly<Record<Corner, string>> = {
  nw: "upper left",
  ne: "upper right",
  se: "lower right",
  sw: "lower left",
};

/** Four small plates, each without the corner that it cuts off. */
export function CornerButtons({
  at,
  number,
  cut,
}: {
  readonly at: number;
  readonly number: number;
  readonly cut: readonly Corner[];
}): ReactNode {
  return (
    <span className="corner-buttons">
      {CORNERS.map((corner) => (
        <IconButton
          key={corner}
          small
          name={`Cut the ${CORNER_NAMES[corner]} corner of the plate ${number}`}
          isPressed={cut.includes(corner)}
          onPress={() => runEdit((context) => toggleCorner(context, { at, corner }))}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d={pathText(chamfered({ x: 2, y: 2, width: 12, height: 12 }, new Map([[corner, 5]])))}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
            />
          </svg>
        </IconButton>
      ))}
    </span>
  );
}

/** A colour by what the published figures use it for. */
export function ColourField<Colour extends string>({
  name,
  colours,
  colour,
  choose,
}: {
  readonly name: string;
  readonly colours: readonly Colour[];
  readonly colour: Colour;
  choose(colour: Colour): void;
}): ReactNode {
  return (
    <select
      className="colour-field"
      aria-label={name}
      value={colour}
      onChange={(event) => {
        const next = colours.find((each) => each === event.target.value);
        if (next !== undefined) choose(next);
      }}
    >
      {colours.map((each) => (
        <option key={each} value={each}>
          {capital(each.replace("-", " "))}
        </option>
      ))}
    </select>
  );
}
