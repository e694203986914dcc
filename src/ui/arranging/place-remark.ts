import { namedPart } from "../../document/named-part.ts";
import { titleOf } from "../../editor/edits/arrange.ts";
import { furnitureOf } from "../../editor/edits/furniture.ts";
import { type CalloutPlace, placeCallout } from "../../editor/edits/place-callout.ts";
import { type Offset, offsetOf, spokenOffset } from "../../editor/remarks.ts";
import { useFrame } from "../frame-store.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";

/** Places the callout of a layout line as one step, and says where it stands then. */
export function placeRemark(at: number, place: CalloutPlace): void {
  if (!runEdit((context) => placeCallout(context, { at, ...place }))) return;
  const { reading } = useEditor.getState();
  const line = reading?.document.layout[at];
  if (reading === undefined || line?.kind !== "callout") return;
  const number = furnitureOf(reading.document).findIndex((each) => each.at === at) + 1;
  const title = titleOf(reading.document, namedPart(line.node)?.of ?? line.node);
  const where =
    line.at === undefined
      ? `looks for room itself near ${title}`
      : `stands ${spokenOffset(line.at)} from the middle of ${title}, in half spacings`;
  useFrame.getState().say(`Callout ${number} ${where}.`);
}

/** Moves a callout by half spacings from where it stands in the picture or in the file. */
export function nudgeRemark(at: number, by: Offset): void {
  const place = placeNow(at);
  if (place === undefined) refuseAloud(UNSEEN);
  else placeRemark(at, { dx: place.dx + by.dx, dy: place.dy + by.dy });
}

/** Lets a callout look for room itself, or keeps it where it has found some. */
export function toggleAutomatic(at: number): void {
  const { reading } = useEditor.getState();
  const line = reading?.document.layout[at];
  const place = placeNow(at);
  if (line?.kind === "callout" && line.at !== undefined) placeRemark(at, { automatic: true });
  else if (place === undefined) refuseAloud(UNSEEN);
  else placeRemark(at, place);
}

const UNSEEN = "This callout is not in the picture, as what it points at is not.";

function placeNow(at: number): Offset | undefined {
  const { reading } = useEditor.getState();
  const line = reading?.document.layout[at];
  if (line?.kind === "callout" && line.at !== undefined) return line.at;
  const remark = reading?.scene.remarks.find((each) => each.line === at);
  return remark && offsetOf(remark);
}
