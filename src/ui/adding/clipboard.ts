import { copyForms, type Pasted, readPasted } from "../../browser/clipboard.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { remove } from "../../editor/edits/remove.ts";
import { figureOf } from "../../editor/figure-of.ts";
import { titleOf } from "../../editor/header.ts";
import { pastedText, refusedPaste } from "../../editor/pasted-text.ts";
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

/** Puts the selection into the clipboard: as text, and as a picture where the browser takes one. */
export function copySelection(): void {
  const text = copied();
  if (text !== undefined) void putOrRefuse(text);
}

/** Copies the selection and deletes it. */
export function cutSelection(): void {
  const text = copied();
  if (text === undefined) return;
  void putOrRefuse(text);
  deleteCopied();
}

async function putOrRefuse(text: string): Promise<void> {
  if (await putOnClipboard(text)) return;
  refuseAloud("The browser does not let the clipboard be written here; use the key for copying.");
}

function putOnClipboard(text: string): Promise<boolean> {
  const { reading } = useEditor.getState();
  const title = reading === undefined ? "Diagram" : titleOf(reading.document);
  return copyForms({ text, svg: figureOf(text, `Part of ${title}`) });
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

function pasteAny(pasted: Pasted): void {
  if (pasted.kind === "text") pasteText(pasted.text);
  else refuseAloud(NO_TEXT[pasted.kind]);
}

const NO_TEXT = {
  image: "Nothing was pasted: an image has no lines; copy text of the language instead.",
  file: "Nothing was pasted: this file holds no text; open it instead.",
  nothing: "Nothing was pasted: the clipboard is empty.",
} as const;

/** Pastes lines behind what is selected. */
function pasteText(content: string): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  const found = pastedText(content);
  if (!found.ok) {
    refuseAloud(found.says);
    return;
  }
  const { text } = found;
  const { into } = placeOf(selection, reading);
  const after = lineOfSelection(reading);
  runEdit((context) => {
    const lines = { text, into: into.definition, ...(after !== undefined && { after }) };
    const edit = paste(context, lines);
    return edit.ok ? edit : { ok: false, says: refusedPaste(edit.says) };
  });
}

function lineOfSelection(reading: Reading): string | undefined {
  const node = selectedNodes(reading).at(-1);
  const line = node === undefined ? undefined : findNode(reading.document, node)?.statement;
  return line === undefined || line.kind === "block" ? undefined : line.id;
}

/** Lets the canvas answer the browser's own copy, cut and paste; returns what stops it. */
export function listenToClipboard(): () => void {
  const isOurs = (): boolean => {
    const { activeElement } = document;
    return activeElement?.closest("#canvas") != null && !activeElement.matches("input, textarea");
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (!isOurs()) return;
    const text = copied();
    if (text === undefined) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    // The event takes text alone, and at once; pictures follow when they are drawn.
    void putOnClipboard(text);
    if (event.type === "cut") deleteCopied();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!isOurs()) return;
    event.preventDefault();
    const pasted = readPasted(event.clipboardData);
    if (pasted instanceof Promise) void pasted.then(pasteAny);
    else pasteAny(pasted);
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
