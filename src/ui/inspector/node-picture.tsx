import type { ReactNode } from "react";
import type { TypedNode } from "../../typing/diagram.ts";
import { AddableGlyph } from "../adding/addable-glyph.tsx";
import { addablesOf } from "../adding/addables.ts";

/** The glyph of an operation as its icon, the same as in the library. */
export function NodePicture({
  node: { op },
}: {
  readonly node: Extract<TypedNode, { kind: "op" }>;
}): ReactNode {
  const addable = BUILT_IN.find(({ face }) => face.kind === "operation" && face.op === op);
  return addable === undefined ? null : <AddableGlyph addable={addable} />;
}

const BUILT_IN = addablesOf({ header: [], statements: [], layout: [], trailing: [] });
