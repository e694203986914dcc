import type { Document } from "../../document/document.ts";
import type { TreePath } from "../edits/document-tree.ts";

/** Where new lines go. */
export interface Spot {
  readonly body: TreePath;
  readonly index: number;
}

/** Lines that come into a document from elsewhere, with what belongs to the whole file. */
export interface Fragment {
  readonly document: Document;
  /** Whether inputs of the fragment may stand for arrays that are there already. */
  readonly connects: boolean;
}
