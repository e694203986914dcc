import { Pin } from "lucide-react";
import type { ReactNode } from "react";
import type { AxisFact } from "../../editor/axis-facts.ts";
import { axisAt } from "../../editor/follow/same-axis.ts";
import type { Reading } from "../../editor/reading.ts";
import { sameRef, useLit } from "../follow/lit.ts";
import { pinAxis } from "../follow/pin-axis.ts";
import { useEditor } from "../store.ts";
import { AxisName } from "./axis-name.tsx";

/** Axes with their sizes and what happens to each; a row lights its axis up, its pin keeps it lit. */
export function AxesTable({
  facts,
  reading,
  path,
  definition,
}: {
  readonly facts: readonly AxisFact[];
  readonly reading: Reading;
  /** Where in the picture the axes are meant. */
  readonly path: string;
  readonly definition: string;
}): ReactNode {
  const lit = useLit();
  const pinned = useEditor((state) => state.pinned);
  const { hover } = useEditor.getState();
  if (facts.length === 0) return <p className="hint">One number, no axes.</p>;
  return (
    <table className="axes">
      <caption className="visually-hidden">Axes</caption>
      <tbody>
        {facts.map((fact) => {
          const axis = axisAt(reading, { path, definition, axis: fact.axis });
          const isPinned = pinned !== undefined && sameRef(pinned, axis);
          const isLit = lit.some(({ followed }) =>
            followed.places.get(axis.path)?.axes.has(fact.axis),
          );
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
                  onClick={() => pinAxis(axis)}
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
