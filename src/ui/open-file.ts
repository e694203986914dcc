import type { ChosenFile } from "../browser/files.ts";
import { readFileText } from "../editor/file-text.ts";
import type { History } from "../editor/history.ts";
import { useFrame } from "./frame-store.ts";
import { useEditor } from "./store.ts";

/** Opens a chosen or dropped file, or says in one sentence why it is not ours. */
export function openChosen(file: ChosenFile): void {
  const found = readFileText(file.name, file.text);
  if (found.kind === "text") {
    openText(found.text, file.name.replace(/\.[^.]*$/, ""));
    return;
  }
  useFrame.getState().showBadFile({
    name: file.name,
    says: found.says,
    ...(found.readable === undefined ? {} : { readable: found.readable }),
  });
}

/** Makes a text the document, with the steps that led to it where the browser kept them. */
export function openText(text: string, name?: string, history?: History): void {
  useEditor.getState().openText(text, name, history);
  const frame = useFrame.getState();
  frame.showDialog(undefined);
  frame.showBanner(undefined);
}
