import { LayoutGrid, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Reading } from "../../editor/reading.ts";
import { SMALL_EXAMPLE } from "../first-text.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";
import { useAdding } from "./adding-store.ts";
import { placeOf } from "./place.ts";

/** What stands on the paper while there is nothing on it: the ways to begin. */
export function EmptyDiagram({ reading }: { readonly reading: Reading }): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  const isEmpty = reading.scene.nodes.length === 0 && reading.document.statements.length === 0;
  if (!isEmpty) return null;
  const addInput = (): void => {
    const place = placeOf({ kind: "diagram" }, reading);
    useAdding.getState().show({ kind: "port", port: "input", place });
  };
  const takeExample = (): void => {
    const text = `${reading.text.trimEnd()}\n${SMALL_EXAMPLE}`.trimStart();
    useEditor.getState().change(text, "Added the example");
  };
  return (
    <div className="empty-diagram">
      <p>Type an operation, drag one here, or write text.</p>
      <div className="actions">
        <button type="button" className="button" data-kind="outline" onClick={addInput}>
          <Plus />
          Add an input
        </button>
        <button
          type="button"
          className="button"
          data-kind="outline"
          onClick={() => showDialog("gallery")}
        >
          <LayoutGrid />
          Open the gallery
        </button>
      </div>
      <button type="button" className="example mono" onClick={takeExample}>
        <span className="visually-hidden">Take this example: </span>
        {SMALL_EXAMPLE.trimEnd()}
      </button>
    </div>
  );
}
