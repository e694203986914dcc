import { copyText } from "../../browser/files.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { remove } from "../../editor/edits/remove.ts";
import type { Reading } from "../../editor/reading.ts";
import { plural } from "../../editor/speech.ts";
import { copy } from "../../editor/structure/copy.ts";
import { paste } from "../../editor/structure/paste.ts";
import { useFrame } from "../frame-store.ts";
import { refuseAloud, runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { removalsOf, selectedNodes } from "./more-selected.ts";
import { placeOf } from "./place.ts";

/** The selection as text of the language; says why where there is none. */
function copied(): string | undefined {
  const { reading } = useEditor.getState();
  if (reading === undefined) return undefined;
  const nodes = selectedNodes(reading);
  if (nodes.length === 0) {
    refuseAloud("Select an operation or an array to copy it.");
    return undefined;
  }
  const answer = copy(reading, nodes);
  if (!answer.ok) {
    refuseAloud(answer.says);
    return undefined;
  }
  useFrame.getState().say(`Copied ${plural(answer.lines.length, "line")}.`);
  return answer.text;
}

/** Puts the selection into the clipboard as text. */
export function copySelection(): void {
  const text = copied();
  if (text !== undefined) void copyText(text);
}

/** Copies the selection and deletes it. */
export function cutSelection(): void {
  const text = copied();
  if (text === undefined) return;
  void copyText(text);
  deleteCopied();
}

function deleteCopied(): void {
  const { reading } = useEditor.getState();
  if (reading === undefined) return;
  const removals = removalsOf(reading);
  runEdit((context) => {
    const edit = remove(context, { removals, heal: "heal" });
    return edit.ok ? { ...edit, label: edit.label.replace(/^Deleted/, "Cut") } : edit;
  });
}

/** Pastes what the clipboard has, when the browser lets it be read. */
export async function pasteClipboard(): Promise<void> {
  try {
    pasteText(await navigator.clipboard.readText());
  } catch {
    refuseAloud("The browser does not let the clipboard be read here; use the key for pasting.");
  }
}

/** Pastes lines behind what is selected. */
function pasteText(text: string): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  const { into } = placeOf(selection, reading);
  const after = lineOfSelection(reading);
  runEdit((context) =>
    paste(context, { text, into: into.definition, ...(after !== undefined && { after }) }),
  );
}

function lineOfSelection(reading: Reading): string | undefined {
  const node = selectedNodes(reading).at(-1);
  const line = node === undefined ? undefined : findNode(reading.document, node)?.statement;
  return line === undefined || line.kind === "block" ? undefined : line.id;
}

/** Lets the canvas answer the browser's own copy, cut and paste; returns what stops it. */
export function listenToClipboard(): () => void {
  const isOurs = (): boolean => document.activeElement?.closest("#canvas") != null;
  const onCopy = (event: ClipboardEvent): void => {
    if (!isOurs()) return;
    const text = copied();
    if (text === undefined) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    if (event.type === "cut") deleteCopied();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!isOurs() || text === "") return;
    event.preventDefault();
    pasteText(text);
  };
  document.addEventListener("copy", onCopy);
  document.addEventListener("cut", onCopy);
  document.addEventListener("paste", onPaste);
  return () => {
    document.removeEventListener("copy", onCopy);
    document.removeEventListener("cut", onCopy);
    document.removeEventListener("paste", onPaste);
  };
}
