import { ChevronDown, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Reading } from "../../editor/reading.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { blockTitle } from "../../scene/title.ts";
import { calleeOf, toggleCall } from "../canvas/use-pointing.ts";
import { useEditor } from "../store.ts";

/** On every open block the control that closes it, and on the closed one that is selected one that opens it. */
export function FoldControls({ reading }: { readonly reading: Reading }): ReactNode {
  const selected = useEditor(({ selection }) =>
    selection.kind === "operation" ? selection.id : undefined,
  );
  const shown = reading.scene.nodes.filter(
    ({ id, kind, foldable }) => foldable && (kind === "plate" || id === selected),
  );
  return shown.map((node) => <FoldControl key={node.id} node={node} reading={reading} />);
}

function FoldControl({
  node,
  reading,
}: {
  readonly node: SceneNode;
  readonly reading: Reading;
}): ReactNode {
  const { x, y } = node.bounds;
  const isOpen = node.kind === "plate";
  const title = blockTitle(calleeOf(node, reading));
  return (
    <button
      type="button"
      className="fold-control nopan nodrag"
      // Space does the same to the selected block.
      tabIndex={-1}
      aria-label={`${isOpen ? "Close" : "Open"} ${title} in place`}
      aria-expanded={isOpen}
      style={{ left: x, top: y }}
      onClick={() => toggleCall(node)}
    >
      {isOpen ? <ChevronDown /> : <ChevronRight />}
    </button>
  );
}
