import type { ReactNode } from "react";
import { printSize } from "../../../shapes/print.ts";
import { groupDigits } from "../../editor/axis-facts.ts";
import { countOperations } from "../../editor/described.ts";
import { rowWidth, wrapRows } from "../../editor/edits/wrap-rows.ts";
import { notesOf, sourceOf, titleOf } from "../../editor/header.ts";
import type { Reading } from "../../editor/reading.ts";
import { plural } from "../../editor/speech.ts";
import { blockTitle } from "../../scene/title.ts";
import { goInside } from "../canvas/go-inside.ts";
import { AxisName } from "./axis-name.tsx";
import { EditField } from "./edit-field.tsx";
import { FurnitureSection } from "./furniture-section.tsx";
import { RequirementSection } from "./requirement-list.tsx";
import { Section } from "./section.tsx";
import { settle } from "./settle.ts";

/** The diagram as a whole: where it is from, its sizes, its blocks. */
export function DiagramInspector({ reading }: { readonly reading: Reading }): ReactNode {
  const { document, typed } = reading;
  const blocks = [...typed.definitions.values()].filter((each) => each.name !== "");
  const sizes = [...typed.sizes.values()].filter((each) => each.table === undefined);
  const notes = notesOf(document);
  return (
    <>
      <div className="inspector-head">
        <div>
          <h2>{titleOf(document)}</h2>
          <p className="small hint">{sourceOf(document) ?? "No source given"}</p>
        </div>
      </div>
      {notes.map((note) => (
        <p key={note} className="inspector-sentence">
          {note}
        </p>
      ))}
      {sizes.length > 0 && (
        <Section title="Sizes">
          <table className="axes">
            <caption className="visually-hidden">Sizes</caption>
            <tbody>
              {sizes.map((record) => (
                <tr key={record.name}>
                  <th scope="row">
                    <AxisName name={record.name} />
                  </th>
                  <td className="hint">
                    {printSize(record.size) === record.name ? "" : printSize(record.size)}
                  </td>
                  <td className="number">
                    {record.value === undefined ? "free" : groupDigits(record.value.toString())}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <RequirementSection reading={reading} definition={typed.main} />
      <Section title="Width of rows">
        <EditField
          name="Width of rows"
          value={rowWidth(document)?.toString() ?? ""}
          placeholder="One row"
          commit={(width) => settle((context) => wrapRows(context, { width }))}
        />
      </Section>
      <FurnitureSection reading={reading} />
      {blocks.length > 0 && (
        <Section title="Blocks">
          <ul>
            {blocks.map((block) => (
              <li key={block.name} className="operand">
                <button type="button" className="link" onClick={() => goInside(block.name)}>
                  {blockTitle(block.name)}
                </button>
                <span className="small hint">{plural(countOperations(block), "operation")}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
