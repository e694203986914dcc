import { create } from "zustand";
import type { NodeId } from "../../document/document.ts";
import type { Edit } from "../../editor/edit.ts";
import { derive } from "../../editor/pipeline.ts";
import type { Reading } from "../../editor/reading.ts";
import { printVerbatim } from "../../language/print.ts";
import { useEditor } from "../store.ts";

/** What the canvas shows in the place of the document while something is being chosen. */
export const usePreview = create<{
  readonly reading: Reading | undefined;
  /** What is new in it. */
  readonly node: NodeId | undefined;
}>()(() => ({ reading: undefined, node: undefined }));

/** Above so many nodes laying the picture out again would hold the hands up. */
const MOST = 300;

/** Shows on the canvas what an edit would make of the document, as it would be laid out. */
export function showPreview(edit: Edit | undefined): void {
  const { reading, trail } = useEditor.getState();
  if (edit?.ok !== true || reading === undefined || reading.scene.nodes.length > MOST) {
    endPreview();
    return;
  }
  const text = printVerbatim(edit.document);
  usePreview.setState({ reading: derive(text, trail.at(-1)), node: edit.select?.[0] });
}

/** Shows the document again. */
export function endPreview(): void {
  if (usePreview.getState().reading === undefined) return;
  usePreview.setState({ reading: undefined, node: undefined });
}
