import type { Document } from "../document/document.ts";
import { rowWidth } from "./edits/wrap-rows.ts";

/**
 * The document in rows that fit a screen of so many units: looking at it changes no text. Narrower
 * rows of the author's stay.
 */
export function inScreenRows(document: Document, width: number | undefined): Document {
  if (width === undefined || (rowWidth(document) ?? Number.POSITIVE_INFINITY) <= width) {
    return document;
  }
  // The last width counts, and the lines of the author keep their places.
  return { ...document, layout: [...document.layout, { kind: "wrap", lead: [], width }] };
}
