import type { ReactNode } from "react";
import type { Value } from "../../typing/diagram.ts";

/** `A [y x h]`, with what the entries are where they are not real numbers. */
export function ShapeText({ value }: { readonly value: Value }): ReactNode {
  const { shape, entries } = value.type;
  const kind = entries.kind === "index" ? entries.axis : entries.kind;
  return (
    <>
      {value.name === undefined ? null : <b>{value.name} </b>}
      <span className="shape">[{shape.map((axis) => axis.name).join(" ")}]</span>
      {kind === "real" ? null : <span className="hint"> of {kind}</span>}
    </>
  );
}
