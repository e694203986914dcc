import { keptDocument, newId } from "../../browser/kept-documents.ts";
import { noteTabDocument } from "../../browser/tab.ts";

/** Which of the documents that this browser keeps is this tab's. */
interface OwnDocument {
  readonly id: string;
  /** The version of it that this tab saved or opened last; another one is another tab's work. */
  readonly seen: string;
  /** The document that this tab shared with another one until both had changed it. */
  readonly partedFrom?: string;
}

let own: OwnDocument = { id: newId(), seen: "" };

/** The document of this tab. */
export function ownDocument(): OwnDocument {
  return own;
}

/** Makes a kept document this tab's, in the version that it opened. */
export function holdDocument(id: string, seen: string): void {
  own = { id, seen };
  noteTabDocument(id);
}

/** Makes what this tab shows a document of its own. */
export function holdNewDocument(): void {
  holdDocument(newId(), "");
}

/** Leaves the shared document to the other tab, and goes on with one of its own. */
export function partFromOther(): void {
  const { id } = own;
  holdNewDocument();
  own = { ...own, partedFrom: id };
}

/** A version saved here, or one of another tab that says the same. */
export function see(version: string): void {
  own = { ...own, seen: version };
}

/** Takes no more notice of what becomes of the document that was shared. */
export function forgetOther(): void {
  const { id, seen } = own;
  own = { id, seen };
}

/** Whether another tab has saved to the document since this one did, and something else. */
export function isOvertaken(text: string): boolean {
  const kept = keptDocument(own.id);
  return kept !== undefined && kept.version !== own.seen && kept.text !== text;
}
