import type { NodeId } from "../../document/document.ts";
import { type GlyphPart, partOf } from "../../document/named-part.ts";
import { addPicture } from "../../editor/edits/array-picture.ts";
import {
  addCallout,
  addPlate,
  type Sign,
  toggleHalo,
  toggleSign,
} from "../../editor/edits/furniture.ts";
import { toggleBelow } from "../../editor/edits/lower.ts";
import { addTitle } from "../../editor/edits/picture-title.ts";
import type { Reading } from "../../editor/reading.ts";
import { nameOfArray } from "../../scene/wishes.ts";
import { selectedNodes } from "../adding/more-selected.ts";
import type { Command } from "../commands.ts";
import { litAxes } from "../follow/lit.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";

/** Commands that put something around the figure; they have no keys. */
export const FURNITURE_COMMANDS = {
  plate: { title: "Add a plate", chord: "", run: plateAround },
  swapPlate: {
    title: "Add a plate around the strands that change places",
    chord: "",
    run: () => plateAroundPart("swap"),
  },
  cupPlate: {
    title: "Add a plate around the cup",
    chord: "",
    run: () => plateAroundPart("cup"),
  },
  diagonalPlate: {
    title: "Add a plate around the diagonal",
    chord: "",
    run: () => plateAroundPart("diagonal"),
  },
  callout: { title: "Add a callout", chord: "", run: calloutAt },
  title: { title: "Add a title", chord: "", run: titleOf },
  picture: { title: "Draw the entries of an array as a grid", chord: "", run: entriesOf },
  halo: { title: "Keep this highlight in the figure, or take it out", chord: "", run: keepHalo },
  ring: { title: "Put a ring at an operation, or take it away", chord: "", run: ringAt },
  below: {
    title: "Draw elementwise functions below their wires, or above",
    chord: "",
    run: lowerAt,
  },
  legend: { title: "Show or hide the legend", chord: "", run: () => toggle("legend") },
  equation: {
    title: "Show or hide the equation with the closed box",
    chord: "",
    run: () => toggle("equation"),
  },
  columns: {
    title: "Show or hide the colours of columns",
    chord: "",
    run: () => toggle("columns"),
  },
  guides: {
    title: "Show or hide the lines between columns",
    chord: "",
    run: () => toggle("guides"),
  },
  cups: {
    title: "Draw cups without arrows, or with them",
    chord: "",
    run: () => toggle("cups"),
  },
} as const satisfies Record<string, Command>;

function plateAround(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const nodes = platedNodes(reading);
  if (nodes.length === 0) refuseAloud("Select the operations that the plate is to go around.");
  else if (runEdit((context) => addPlate(context, { nodes }))) showWords();
}

const MISSING: Readonly<Record<GlyphPart, string>> = {
  swap: "Select an operation whose strands change places in the picture.",
  cup: "Select an operation that sums over an axis with a cup.",
  diagonal: "Select an operation in which strands of one axis meet in a dot.",
};

/** A plate around one part of what the selected operation draws. */
function plateAroundPart(part: GlyphPart): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const selected = selectedNodes(reading);
  const drawn = reading.scene.nodes.find(
    ({ node, parts = [] }) => selected.includes(node) && parts.some((each) => each.part === part),
  );
  if (drawn === undefined) refuseAloud(MISSING[part]);
  else if (runEdit((context) => addPlate(context, { nodes: [partOf(drawn.node, part)] })))
    showWords();
}

/** The selected operations, or where the selected array is copied. */
function platedNodes(reading: Reading): readonly NodeId[] {
  const { selection } = useEditor.getState();
  if (selection.kind !== "array") return selectedNodes(reading);
  const copy = reading.scene.nodes.find(
    ({ kind, ports: [port] }) => kind === "copy" && port?.array === selection.array,
  );
  const name = copy && nameOfArray(copy.definition, selection.array);
  return name === undefined ? [] : [partOf(name, "copy")];
}

/** The entries of the selected array, where it comes into the figure or goes out of it. */
function entriesOf(): void {
  const { reading, selection } = useEditor.getState();
  const end = reading?.scene.nodes.find(
    ({ kind, ports: [port] }) =>
      selection.kind === "array" &&
      (kind === "input" || kind === "output") &&
      port?.array === selection.array,
  );
  const name = end && nameOfArray(end.definition, end.ports[0]?.array ?? "");
  if (end === undefined || name === undefined) {
    refuseAloud("Select an array that comes into the figure or goes out of it.");
    return;
  }
  const node = end.kind === "output" ? partOf(name, "output") : name;
  if (runEdit((context) => addPicture(context, { node }))) showWords();
}

/** The title of the figure, or of the loop or block that is selected. */
function titleOf(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const [node] = selectedNodes(reading);
  if (runEdit((context) => addTitle(context, node === undefined ? {} : { node }))) showWords();
}

function calloutAt(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const [node] = selectedNodes(reading);
  if (node === undefined) refuseAloud("Select the operation that the callout is to point at.");
  else if (runEdit((context) => addCallout(context, { node }))) showWords();
}

/** What is followed stays lit in the file: the axis that is pinned, else that of the selected strand. */
function keepHalo(): void {
  const [lit] = litAxes(useEditor.getState());
  if (lit === undefined) refuseAloud("Follow an axis or select a strand first.");
  else runEdit((context) => toggleHalo(context, lit.ref));
}

/** The array that the selected operation makes, by the name that the file gives it. */
function ringAt(): void {
  const { reading } = useEditor.getState();
  const [node = ""] = reading === undefined ? [] : selectedNodes(reading);
  const [, definition = "", array] = /^(?:([^/]*)\/)?([^/.:]+)$/.exec(node) ?? [];
  if (array === undefined) refuseAloud("Select an operation whose result has a name.");
  else runEdit((context) => toggleHalo(context, { definition, array }));
}

function lowerAt(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const [node] = selectedNodes(reading);
  runEdit((context) => toggleBelow(context, node === undefined ? {} : { node }));
}

/** The words of what was added stand in the inspector of the diagram, ready to be typed over. */
function showWords(): void {
  useEditor.getState().select({ kind: "diagram" });
  requestAnimationFrame(() => {
    const fields = document.querySelectorAll<HTMLInputElement>("#inspector .furniture input");
    const last = fields.item(fields.length - 1);
    last?.focus();
    last?.select();
  });
}

function toggle(sign: Sign): void {
  runEdit((context) => toggleSign(context, { sign }));
}
