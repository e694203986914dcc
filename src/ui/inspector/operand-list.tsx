import { ArrowUp, Repeat, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { disconnect } from "../../editor/edits/connect.ts";
import { changesResult, swapOperands } from "../../editor/edits/swap.ts";
import type { Reading } from "../../editor/reading.ts";
import type { TypedNode } from "../../typing/diagram.ts";
import { useAdding } from "../adding/adding-store.ts";
import { setNumber } from "../adding/connections.ts";
import { rectOf } from "../adding/rect-of.ts";
import { swapSays } from "../adding/swapping.ts";
import { useFrame } from "../frame-store.ts";
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
  const list = useRef<HTMLUListElement>(null);
  const swap = (first: number): void => {
    const exchange = { node: node.id, operands: [first, first + 1] } as const;
    const says = swapSays(reading, exchange).says;
    const refused = settle((context) => swapOperands(context, exchange));
    setComplaint(refused);
    if (refused === undefined) useFrame.getState().say(`Swapped. ${says}.`);
  };
  /** Moves an operand up or down; the focus goes with it. */
  const move = (at: number, step: -1 | 1): void => {
    const to = at + step;
    if (given[at] === undefined || given[to] === undefined) return;
    swap(Math.min(at, to));
    const rows = list.current?.querySelectorAll<HTMLElement>(".operand-row");
    rows?.[to]?.querySelector<HTMLElement>(".port-row, input")?.focus();
  };
  if (rows.length === 0) return null;
  return (
    <Section title={rows.length === 1 ? "Operand" : "Operands"}>
      <ul
        ref={list}
        className="operands"
        onKeyDown={(event) => {
          const step = { ArrowUp: -1, ArrowDown: 1 } as const;
          if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
          const rows = [...event.currentTarget.querySelectorAll(".operand-row")];
          move(
            rows.findIndex((row) => row.contains(event.target as Node)),
            step[event.key],
          );
          event.preventDefault();
        }}
      >
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
          {changesResult(reading, { node: node.id, operands: [0, 1] }) && (
            <span className="small hint">changes the result</span>
          )}
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
