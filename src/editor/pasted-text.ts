import { openFile } from "../language/file.ts";
import { inSentence } from "./edits/titles.ts";

/** Lines to paste, or one sentence on why there are none. */
export type PastedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly says: string };

/** The most characters that are read as lines of a diagram. */
const MOST = 300_000;

/** The lines of a text from anywhere: itself, or what an exported SVG or JSON holds. */
export function pastedText(text: string): PastedText {
  if (text.length > MOST) {
    return { ok: false, says: "Nothing was pasted: it is too long; open it as a file instead." };
  }
  const opened = openFile(text);
  if (opened.ok) return { ok: true, text: opened.text };
  return { ok: false, says: refusedPaste(opened.diagnostic.title) };
}

/** The sentence for something that could not be pasted. */
export function refusedPaste(why: string): string {
  return `Nothing was pasted: ${inSentence(why)}`;
}
