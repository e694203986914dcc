import { Pin } from "lucide-react";
import type { ReactNode } from "react";
import type { AxisFact } from "../../editor/axis-facts.ts";
import { useEditor } from "../store.ts";
import { AxisName } from "./axis-name.tsx";

/** Axes with their sizes and what happens to each; a row lights its axis up, its pin keeps it lit. */
export function AxesTable({
  facts,
  definition,
}: {
  readonly facts: readonly AxisFact[];
  readonly definition: string;
}): ReactNode {
  const hovered = useEditor((state) => state.hovered);
  const pinned = useEditor((state) => state.pinned);
  const { hover, pin } = useEditor.getState();
  if (facts.length === 0) return <p className="hint">One number, no axes.</p>;
  return (
    <table className="axes">
      <caption className="visually-hidden">Axes</caption>
      <tbody>
        {facts.map((fact) => {
          const axis = { definition, axis: fact.axis };
          const isPinned = pinned?.axis === fact.axis && pinned.definition === definition;
          const isLit = isPinned || hovered?.axis === fact.axis;
          return (
            <tr
              key={fact.axis}
              data-lit={isLit || undefined}
              onPointerEnter={() => hover(axis)}
              onPointerLeave={() => hover(undefined)}
            >
              <th scope="row">
                <AxisName name={fact.axis} />
              </th>
              <td>
                {fact.size}
                {fact.formula !== undefined && <span className="hint small"> {fact.formula}</span>}
              </td>
              <td className="hint">{fact.says}</td>
              <td>
                <button
                  type="button"
                  className="pin"
                  aria-pressed={isPinned}
                  aria-label={`Follow ${fact.axis}`}
                  onClick={() => pin(axis)}
                >
                  <Pin />
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
