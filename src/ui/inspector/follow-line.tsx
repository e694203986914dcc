import type { ReactNode } from "react";
import { followFact } from "../../editor/axis-facts.ts";
import type { Reading } from "../../editor/reading.ts";
import type { TypedDefinition } from "../../typing/diagram.ts";
import { useEditor } from "../store.ts";

/** The life of the axis that is lit, when it is one of this definition. */
export function FollowLine({
  reading,
  definition,
}: {
  readonly reading: Reading;
  readonly definition: TypedDefinition;
}): ReactNode {
  const lit = useEditor((state) => state.hovered ?? state.pinned);
  const own = lit?.definition === definition.name && definition.axes.has(lit.axis);
  return (
    <p className="follow-line small hint">
      {own && lit !== undefined ? followFact(lit.axis, definition, reading.sources) : "\u00a0"}
    </p>
  );
}
