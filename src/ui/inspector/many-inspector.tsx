import type { ReactNode } from "react";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import { sharedBy } from "../../editor/shared.ts";
import { blockTitle } from "../../scene/title.ts";
import { AxisName } from "./axis-name.tsx";
import { Section } from "./section.tsx";

/** Several things at once: how many, of which kinds, and what they share. */
export function ManyInspector({
  reading,
  selected,
}: {
  readonly reading: Reading;
  readonly selected: readonly Selection[];
}): ReactNode {
  const { title, kinds, definition, axes } = sharedBy(reading, selected);
  return (
    <>
      <div className="inspector-head">
        <div>
          <h2>{title}</h2>
          <p className="small hint">{placeTitle(definition?.name)}</p>
        </div>
      </div>
      <Section title="Selected">
        <ul>
          {kinds.map((kind) => (
            <li key={kind.title} className="operand">
              <span>{kind.title}</span>
              <span className="small hint">{kind.count}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Axes that all have">
        {axes.length === 0 ? (
          <p className="hint">None.</p>
        ) : (
          <table className="axes">
            <caption className="visually-hidden">Axes that all have</caption>
            <tbody>
              {axes.map(({ axis, size, formula }) => (
                <tr key={axis}>
                  <th scope="row">
                    <AxisName name={axis} />
                  </th>
                  <td>
                    {size}
                    {formula !== undefined && <span className="hint small"> {formula}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <p className="inspector-sentence hint">
        Copy, duplicate, group and delete act on all of them. Esc selects nothing.
      </p>
    </>
  );
}

function placeTitle(definition: string | undefined): string {
  if (definition === undefined) return "In several blocks";
  return definition === "" ? "Top of the diagram" : blockTitle(definition);
}
