import type { Document, NodeId } from "../document/document.ts";
import type { TypedDiagram } from "../typing/diagram.ts";

/** What a command reads: the document as it stands, and its types. */
export interface EditContext {
  readonly document: Document;
  readonly typed: TypedDiagram;
}

/**
 * What a command makes of a document. A refusal is one sentence that says why and what would help;
 * the document then stays as it is.
 */
export type Edit =
  | {
      readonly ok: true;
      readonly document: Document;
      /** A verb in the past, for undo: "Connected V to dot product". */
      readonly label: string;
      /** What is selected afterwards, by its new id. */
      readonly select?: readonly NodeId[];
    }
  | { readonly ok: false; readonly says: string };
