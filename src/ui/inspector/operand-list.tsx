import { ArrowUp, Repeat, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { disconnect, swapOperands } from "../../editor/edits/connect.ts";
import type { Reading } from "../../editor/reading.ts";
import type { TypedNode } from "../../typing/diagram.ts";
import { useAdding } from "../adding/adding-store.ts";
import { setNumber } from "../adding/connections.ts";
import { rectOf } from "../adding/rect-of.ts";
import { InlineText } from "../inline-text.tsx";
import { EditField } from "./edit-field.tsx";
import { type OperandRow, operandRows } from "./operand-rows.ts";
import { Section } from "./section.tsx";
import { settle } from "./settle.ts";
import { ShapeText } from "./shape-text.tsx";

/** What goes into an operation: Enter chooses another array, Delete takes one off. */
export function OperandList({
  reading,
  node,
}: {
  readonly reading: Reading;
  readonly node: TypedNode;
}): ReactNode {
  const [complaint, setComplaint] = useState<string>();
  const rows = operandRows(reading, node);
  const given = rows.filter(({ text, keyword }) => text !== undefined && keyword === undefined);
  const swap = (first: number): void =>
    setComplaint(
      settle((context) => swapOperands(context, { node: node.id, operands: [first, first + 1] })),
    );
  if (rows.length === 0) return null;
  return (
    <Section title={rows.length === 1 ? "Operand" : "Operands"}>
      <ul className="operands">
        {rows.map((row, at) => (
          <li key={row.keyword ?? at} className="operand-row">
            {row.value?.scalar === undefined ? (
              <ArrayRow row={row} reading={reading} complain={setComplaint} />
            ) : (
              <EditField
                isSmall
                name={`Number, operand ${at + 1}`}
                value={row.text ?? ""}
                commit={(text) => settle((context) => setNumber(context, row.port, text))}
              />
            )}
            {given.length > 2 && at > 0 && given.includes(row) && (
              <button
                type="button"
                className="icon-button"
                data-small
                aria-label={`Move ${row.text} up`}
                onClick={() => swap(at - 1)}
              >
                <ArrowUp />
              </button>
            )}
          </li>
        ))}
      </ul>
      {given.length === 2 && (
        <button type="button" className="button swap" data-small onClick={() => swap(0)}>
          <Repeat />
          Swap operands
        </button>
      )}
      {complaint !== undefined && (
        <p className="field-says small" role="status">
          <InlineText text={complaint} />
        </p>
      )}
    </Section>
  );
}

function ArrayRow({
  row,
  reading,
  complain,
}: {
  readonly row: OperandRow;
  readonly reading: Reading;
  complain(says: string | undefined): void;
}): ReactNode {
  const { port, keyword, text, value } = row;
  const line = value === undefined ? undefined : reading.sources.get(value.maker)?.line;
  const cut = (): void => complain(settle((context) => disconnect(context, { port })));
  return (
    <>
      <button
        type="button"
        className="port-row"
        onClick={(event) =>
          useAdding.getState().show({ kind: "from", port, at: rectOf(event.currentTarget) })
        }
        onKeyDown={(event) => {
          if (event.key !== "Delete" && event.key !== "Backspace") return;
          if (text !== undefined) cut();
          event.preventDefault();
        }}
      >
        <span className={text === undefined ? "hint" : "mono"}>
          {keyword !== undefined && `${keyword} `}
          {text === undefined || value === undefined ? (
            (text ?? (keyword === undefined ? "Choose an array…" : "not given"))
          ) : (
            <ShapeText value={value} />
          )}
        </span>
        {line !== undefined && <span className="small hint">line {line}</span>}
      </button>
      {text !== undefined && (
        <button
          type="button"
          className="icon-button"
          data-small
          aria-label={`Take ${value?.name ?? text} off`}
          onClick={cut}
        >
          <X />
        </button>
      )}
    </>
  );
}
