import type { ReactNode } from "react";
import { disconnect } from "../../editor/edits/connect.ts";
import { definitionOf, findNode } from "../../editor/edits/document-tree.ts";
import { typedArray } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import { ShapeText } from "../inspector/shape-text.tsx";
import { runEdit } from "../run-edit.ts";
import { useAdding } from "./adding-store.ts";
import type { PortPlace } from "./connections.ts";
import { rectOf } from "./rect-of.ts";
import { portKey } from "./wiring-store.ts";

/** The ports of an operation: a press chooses what goes in, Delete takes it off. */
export function PortRows({
  ports,
  reading,
}: {
  readonly ports: readonly PortPlace[];
  readonly reading: Reading;
}): ReactNode {
  return (
    <ul>
      {ports.map((place) => (
        <li key={portKey(place.port)}>
          <PortRow place={place} reading={reading} />
        </li>
      ))}
    </ul>
  );
}

function PortRow({
  place: { port, holds, title },
  reading,
}: {
  readonly place: PortPlace;
  readonly reading: Reading;
}): ReactNode {
  const found = findNode(reading.document, port.node);
  const definition = found === undefined ? "" : definitionOf(reading.document, found.path).name;
  const value =
    holds === undefined ? undefined : typedArray(reading.typed, { definition, array: holds });
  const line = value === undefined ? undefined : reading.sources.get(value.maker)?.line;
  return (
    <button
      type="button"
      className="port-row"
      title={title}
      onClick={(event) => {
        useAdding.getState().show({ kind: "from", port, at: rectOf(event.currentTarget) });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Delete" && event.key !== "Backspace") return;
        event.preventDefault();
        runEdit((context) => disconnect(context, { port }));
      }}
    >
      {value === undefined ? (
        <span className={holds === undefined ? "hint" : "mono"}>{holds ?? "Choose an array…"}</span>
      ) : (
        <span className="mono">
          <ShapeText value={value} />
        </span>
      )}
      {line !== undefined && <span className="small hint">line {line}</span>}
    </button>
  );
}
