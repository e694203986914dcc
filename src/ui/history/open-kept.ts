import type { KeptEntry } from "../../browser/kept-documents.ts";
import { openText } from "../open-file.ts";
import { historyOf } from "./keeping.ts";
import { holdDocument } from "./own-document.ts";

/** Opens a document that this browser keeps, with the steps that led to it. */
export function openKeptDocument({ id, text, name, version }: KeptEntry): void {
  openText(text, name, historyOf(text, { document: id }));
  holdDocument(id, version);
}
