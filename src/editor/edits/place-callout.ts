import { namedPart } from "../../document/named-part.ts";
import type { Edit, EditContext } from "../edit.ts";
import { titleOf } from "./arrange.ts";
import { refuse } from "./finish.ts";
import { changedLine, GONE } from "./layout-line.ts";

/** Where a callout stands: half spacings from the middle of its node, or where it finds room. */
export type CalloutPlace =
  | { readonly dx: number; readonly dy: number; readonly automatic?: never }
  | { readonly automatic: true };

/** The farthest that the language can write. */
const FARTHEST = 999_999;

/** Puts the callout of a line of the layout section somewhere by hand, or lets it look for room. */
export function placeCallout(
  context: EditContext,
  { at, ...place }: { readonly at: number } & CalloutPlace,
): Edit {
  const { document } = context;
  const line = document.layout[at];
  if (line?.kind !== "callout") return refuse(GONE);
  const { at: before, ...rest } = line;
  const title = titleOf(document, namedPart(line.node)?.of ?? line.node);
  if (place.automatic) {
    if (before === undefined) return refuse("This callout looks for room itself already.");
    return changedLine(context, at, rest, `Let the callout at ${title} look for room`);
  }
  const { dx, dy } = place;
  if (!isWritable(dx) || !isWritable(dy)) {
    return refuse("A callout stands a whole number of half spacings from what it points at.");
  }
  if (before?.dx === dx && before.dy === dy) return refuse("This callout stands there already.");
  return changedLine(context, at, { ...rest, at: { dx, dy } }, `Moved the callout at ${title}`);
}

function isWritable(offset: number): boolean {
  return Number.isInteger(offset) && Math.abs(offset) <= FARTHEST;
}
