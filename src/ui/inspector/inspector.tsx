import "./inspector.css";
import "./fields.css";
import type { KeyboardEvent, ReactNode } from "react";
import { describe } from "../../editor/described.ts";
import { moreThings } from "../adding/more-selected.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { useEditor } from "../store.ts";
import { ArrayInspector } from "./array-inspector.tsx";
import { BlockInspector } from "./block-inspector.tsx";
import { DiagramInspector } from "./diagram-inspector.tsx";
import { ManyInspector } from "./many-inspector.tsx";
import { OperationInspector } from "./operation-inspector.tsx";

/** What is selected, in words and numbers; with nothing selected, the diagram. */
export function Inspector(): ReactNode {
  return (
    <aside id="inspector" className="inspector" aria-label="Inspector" onKeyDown={goBack}>
      <Selected />
    </aside>
  );
}

/** Esc goes back to the picture. */
function goBack(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  focusCanvas();
}

function Selected(): ReactNode {
  const reading = useEditor((state) => state.reading);
  const selection = useEditor((state) => state.selection);
  const ids = useEditor((state) => state.more);
  if (reading === undefined) return null;
  const more = ids.length === 0 ? [] : moreThings(reading.scene, ids);
  if (more.length > 0) {
    return <ManyInspector reading={reading} selected={[selection, ...more]} />;
  }
  const found = describe(selection, reading);
  if (found === undefined || selection.kind === "diagram") {
    return <DiagramInspector reading={reading} />;
  }
  if (selection.kind === "operation" && found.node === undefined) {
    const line = reading.sources.get(selection.node)?.line;
    return <BlockInspector reading={reading} definition={found.definition} line={line} />;
  }
  if (selection.kind === "operation") {
    return <OperationInspector reading={reading} selection={selection} found={found} />;
  }
  return <ArrayInspector reading={reading} selection={selection} found={found} />;
}
