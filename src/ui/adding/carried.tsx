import { type ReactNode, useMemo } from "react";
import type { Reading } from "../../editor/reading.ts";
import { useEditor } from "../store.ts";
import { AddableGlyph } from "./addable-glyph.tsx";
import { targetText, useCarrying } from "./carrying.ts";
import { propose } from "./proposals.ts";

/** What is carried, at the pointer, with what letting go would do. */
export function Carried(): ReactNode {
  const { addable, at, target } = useCarrying();
  const reading = useEditor((state) => state.reading);
  const says = useMemo(
    () => (reading === undefined ? undefined : why(reading, addable, target)),
    [reading, addable, target],
  );
  if (addable === undefined) return null;
  return (
    <div className="carried" style={{ left: at.x + 14, top: at.y + 10 }} aria-hidden="true">
      <AddableGlyph addable={addable} />
      <b>{addable.title}</b>
      {target !== undefined && <span className="hint">{targetText(target)}</span>}
      {says !== undefined && <span className="search-why small">{says}</span>}
    </div>
  );
}

function why(
  reading: Reading,
  addable: ReturnType<typeof useCarrying.getState>["addable"],
  target: ReturnType<typeof useCarrying.getState>["target"],
): string | undefined {
  if (addable === undefined || target?.kind !== "wire") return undefined;
  const proposal = propose(reading, target.place, addable);
  return proposal.why ?? proposal.shape;
}
