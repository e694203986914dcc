import "./sizes-panel.css";
import { Trash2 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { printSize } from "../../../shapes/print.ts";
import { groupDigits } from "../../editor/axis-facts.ts";
import { mergeSizes, renameSize, type SizeRenamed } from "../../editor/edits/rename-size.ts";
import { deleteSize, setSize } from "../../editor/edits/set-size.ts";
import { timesText } from "../../editor/edits/titles.ts";
import { requirementChips } from "../../editor/requirement-chips.ts";
import { blockTitle } from "../../scene/title.ts";
import type { SizeRecord } from "../../typing/diagram.ts";
import { AxisName } from "../inspector/axis-name.tsx";
import { EditField } from "../inspector/edit-field.tsx";
import { RequirementList } from "../inspector/requirement-list.tsx";
import { settle } from "../inspector/settle.ts";
import { MergeQuestion } from "../renaming/merge-question.tsx";
import { useEditor } from "../store.ts";
import { type SizeRow, sizeRows } from "./size-rows.ts";

const FROM: Readonly<Record<SizeRecord["from"], string>> = {
  file: "given in the text",
  equation: "follows from its equation",
  setting: "set here",
  inferred: "follows from the shapes",
  free: "free",
};

/** Every size of the file: what it is defined as, its number, where that comes from and who uses it. */
export function SizesPanel(): ReactNode {
  const reading = useEditor((state) => state.reading);
  if (reading === undefined) return null;
  const rows = sizeRows(reading);
  const chips = [...reading.typed.definitions.values()].flatMap((definition) => {
    const title = definition.name === "" ? "" : `${blockTitle(definition.name)}: `;
    return requirementChips(definition, reading.typed).map((chip) => ({
      ...chip,
      label: `${title}${chip.label}`,
    }));
  });
  return (
    <>
      <table className="table sizes-table">
        <thead>
          <tr>
            <th scope="col">Size</th>
            <th scope="col">Defined as</th>
            <th scope="col">Value</th>
            <th scope="col">Where from</th>
            <th scope="col">Used</th>
            <th scope="col">
              <span className="visually-hidden">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.record.name} row={row} />
          ))}
          <NewRow taken={rows.map(({ record }) => record.name)} />
        </tbody>
      </table>
      {chips.length > 0 && <RequirementList reading={reading} chips={chips} />}
    </>
  );
}

function Row({ row: { record, text, uses } }: { readonly row: SizeRow }): ReactNode {
  const { name } = record;
  return (
    <tr>
      <th scope="row">
        <NameCell name={name} />
      </th>
      <td>
        <EditField
          isSmall
          name={`${name} is defined as`}
          value={text}
          placeholder="free"
          commit={(next) => settle((context) => setSize(context, { name, text: next }))}
        />
      </td>
      <td>{numberOf(record)}</td>
      <td className="hint">{FROM[record.from]}</td>
      <td className="hint">{uses === 0 ? "nowhere" : timesText(uses)}</td>
      <td>
        {uses === 0 && (
          <button
            type="button"
            className="icon-button"
            data-small
            aria-label={`Delete size ${name}`}
            onClick={() => settle((context) => deleteSize(context, { name }))}
          >
            <Trash2 />
          </button>
        )}
      </td>
    </tr>
  );
}

function numberOf({ name, size, value, table }: SizeRecord): string {
  if (table !== undefined) return `${table.length} sizes`;
  if (value !== undefined) return groupDigits(value.toString());
  const printed = printSize(size);
  return printed === name ? "" : printed;
}

/** The name as in the figure; a press makes it a field. */
function NameCell({ name }: { readonly name: string }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<Extract<SizeRenamed, { readonly equation: string }>>();
  const button = useRef<HTMLButtonElement>(null);
  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        className="size-name"
        aria-label={`Rename size ${name}`}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key === "F2") setOpen(true);
        }}
      >
        <AxisName name={name} />
      </button>
    );
  }
  const close = (): void => {
    setAsked(undefined);
    setOpen(false);
  };
  return (
    <>
      <EditField
        isSmall
        autoFocus
        name={`Name of size ${name}`}
        value={name}
        commit={(next) => {
          let asks: typeof asked;
          const says = settle((context) => {
            const renamed = renameSize(context, { size: name, name: next.trim() });
            asks = "equation" in renamed ? renamed : undefined;
            return renamed;
          });
          setAsked(asks);
          return says;
        }}
        onDone={close}
      />
      {asked !== undefined && (
        <MergeQuestion
          what="size"
          equation={asked.equation}
          merge={() => settle((context) => mergeSizes(context, asked.merge))}
          keepTwo={close}
        />
      )}
    </>
  );
}

/** A field for one more size. */
function NewRow({ taken }: { readonly taken: readonly string[] }): ReactNode {
  const add = (written: string): string | undefined => {
    const [before = "", ...after] = written.split("=");
    const name = before.trim();
    if (name === "" && after.length === 0) return undefined;
    if (taken.includes(name)) return `\`${name}\` is a size already; change it in its row.`;
    return settle((context) => setSize(context, { name, text: after.join("=").trim() }));
  };
  return (
    <tr>
      <th scope="row" className="hint">
        New
      </th>
      <td>
        <EditField isSmall name="New size" value="" placeholder="k = 64" commit={add} />
      </td>
      <td colSpan={4} className="hint small">
        A name alone is free; a table is written (64, 128).
      </td>
    </tr>
  );
}
