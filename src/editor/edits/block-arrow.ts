import {
  type Document,
  type FigurePart,
  STEP_COLOURS,
  type StepColour,
} from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { refuse } from "./finish.ts";
import { changedLine, GONE } from "./layout-line.ts";

/** A block arrow of a row of diagrams: its line of the layout section, and which diagram it leads to. */
export interface BlockArrow {
  readonly at: number;
  readonly part: number;
  readonly block: string;
  readonly relation: NonNullable<FigurePart["relation"]>;
}

/** The block arrows of a file in the order of its lines. */
export function blockArrowsOf({ layout }: Document): readonly BlockArrow[] {
  return layout.flatMap((line, at) =>
    line.kind !== "figure"
      ? []
      : line.parts.flatMap(({ block, relation }, part) =>
          relation?.sign === "=>" ? [{ at, part, block, relation }] : [],
        ),
  );
}

/** Sets the words of a block arrow, which may have none, or its colour. */
export function setArrow(
  context: EditContext,
  {
    at,
    part,
    ...to
  }: Pick<BlockArrow, "at" | "part"> &
    ({ readonly words: string } | { readonly colour: StepColour }),
): Edit {
  const line = context.document.layout[at];
  const drawn = line?.kind === "figure" ? line.parts[part] : undefined;
  if (line?.kind !== "figure" || drawn?.relation?.sign !== "=>") return refuse(GONE);
  const { colour, ...plain } = drawn.relation;
  const usual = STEP_COLOURS[0];
  const next = "words" in to ? colour : to.colour;
  const relation = {
    ...plain,
    ...("words" in to && { words: to.words.replace(/\s+/g, " ").trim() }),
    ...(next !== undefined && next !== usual && { colour: next }),
  };
  const parts = line.parts.with(part, { ...drawn, relation });
  const label = "words" in to ? "Changed the words of an arrow" : "Coloured an arrow";
  return changedLine(context, at, { ...line, parts }, label);
}
