import { copyText } from "../../browser/files.ts";
import { closeAll } from "../../editor/close-all.ts";
import { describe } from "../../editor/described.ts";
import { disconnectArray } from "../../editor/edits/disconnect-array.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import { blockTitle } from "../../scene/title.ts";
import { shapeText } from "../adding/proposals.ts";
import { type Command, selectionOfNode } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { axisSizeText } from "../renaming/axis-size.ts";
import { useRenaming } from "../renaming/renaming-store.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { useChoice } from "./choice-store.ts";
import { focusBinding } from "./focus-binding.ts";
import { publishSelection } from "./own-blocks.ts";

/** Commands of the menus for one selected thing. */
export const MENU_COMMANDS: readonly Command[] = [
  { title: "Replace with…", chord: "", run: replaceSelected },
  { title: "Show where it is made", chord: "", run: showMaker },
  { title: "Copy shape", chord: "", run: copyShape },
  { title: "Disconnect", chord: "", run: disconnectSelected },
  { title: "Set size…", chord: "", run: setSizeOfSelected },
  { title: "Merge with…", chord: "", run: mergeSelected },
  { title: "Bindings…", chord: "", run: focusBindings },
  { title: "Publish as my block", chord: "", run: publishSelection },
  { title: "Close all of this kind", chord: "", run: closeKind },
];

function now(): { readonly reading: Reading; readonly selection: Selection } | undefined {
  const { reading, selection } = useEditor.getState();
  return reading && { reading, selection };
}

function replaceSelected(): void {
  const here = now();
  const node = here?.selection.kind === "operation" ? here.selection.node : undefined;
  const expression =
    here && node !== undefined ? findNode(here.reading.document, node)?.expression : undefined;
  if (node === undefined || expression === undefined || expression.kind === "name") {
    refuseAloud("Select an operation or a block first that is to be another one.");
    return;
  }
  useChoice.setState({ choice: { kind: "replace", node } });
}

type OfArray = Extract<Selection, { kind: "array" | "strand" }>;

function selectedArray(): { readonly reading: Reading; readonly selection: OfArray } | undefined {
  const here = now();
  const selection = here?.selection;
  if (here !== undefined && (selection?.kind === "array" || selection?.kind === "strand")) {
    return { reading: here.reading, selection };
  }
  refuseAloud("Select an array first: click its wire.");
  return undefined;
}

function showMaker(): void {
  const here = selectedArray();
  if (here === undefined) return;
  const { reading, selection } = here;
  const maker = describe(selection, reading)?.value?.maker;
  const place = maker === undefined ? undefined : selectionOfNode(reading, maker);
  if (place === undefined || place.kind !== "operation") {
    refuseAloud("It comes in from outside, so nothing here makes it.");
    return;
  }
  const { select } = useEditor.getState();
  select(place);
  useFrame.getState().reveal();
}

function copyShape(): void {
  const here = selectedArray();
  const value = here && describe(here.selection, here.reading)?.value;
  if (value === undefined) return;
  const shape = shapeText(value);
  void copyText(shape);
  useFrame.getState().say(`Copied ${shape}.`);
}

function disconnectSelected(): void {
  const here = selectedArray();
  if (here === undefined) return;
  const { definition, array } = here.selection;
  runEdit((context) => disconnectArray(context, { array: { definition, array } }));
}

function selectedAxis(): Extract<Selection, { kind: "strand" }> | undefined {
  const here = now();
  if (here?.selection.kind === "strand") return here.selection;
  refuseAloud("Select an axis first: click a wire twice.");
  return undefined;
}

/** Opens the field of the name with the size behind it. */
function setSizeOfSelected(): void {
  const axis = selectedAxis();
  const { reading } = useEditor.getState();
  if (axis === undefined || reading === undefined) return;
  const { kind: _, ...named } = axis;
  useRenaming.getState().startSize({ kind: "axis", ...named }, axisSizeText(reading, axis));
}

function mergeSelected(): void {
  const axis = selectedAxis();
  if (axis === undefined) return;
  const { definition, axis: name } = axis;
  useChoice.setState({ choice: { kind: "merge", definition, axis: name } });
}

/** The name of the block that the selected call calls. */
function selectedBlock(): string | undefined {
  const here = now();
  const node = here && describe(here.selection, here.reading)?.node;
  if (node?.kind === "call") return node.definition.name;
  refuseAloud("Select a block first.");
  return undefined;
}

function focusBindings(): void {
  if (selectedBlock() !== undefined) focusBinding();
}

function closeKind(): void {
  const block = selectedBlock();
  const here = now();
  if (block === undefined || here === undefined) return;
  const { document, text } = here.reading;
  const closed = closeAll(text, document, block);
  if (closed === text) {
    refuseAloud(`Every ${blockTitle(block)} is closed already.`);
    return;
  }
  const label = `Closed every ${blockTitle(block)}`;
  useEditor.getState().change(closed, label);
  useFrame.getState().say(`${label}.`);
}
