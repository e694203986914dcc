import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Port } from "../../document/document.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { type BodyRef, bodyOf } from "../../editor/edits/insert-operation.ts";
import { insertPort } from "../../editor/edits/insert-port.ts";
import { parse } from "../../language/parse.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { InlineText } from "../inline-text.tsx";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import type { Offer } from "./adding-store.ts";
import { closeOffer } from "./close-offer.ts";

const EXAMPLES = { input: "Q[y d]", weight: "W[m n]" } as const;
const TITLES = { input: "New input", weight: "New weight" } as const;

/** A field for the name and axes of a new input or weight, written as in the text. */
export function PortField({
  offer,
}: {
  readonly offer: Extract<Offer, { kind: "port" }>;
}): ReactNode {
  const { port, place } = offer;
  const [text, setText] = useState("");
  const [complaint, setComplaint] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const add = (): void => {
    const ports = readPorts(text);
    if (ports === undefined) {
      setComplaint(`Write a name and its axes, such as \`${EXAMPLES[port]}\`.`);
      return;
    }
    const { reading } = useEditor.getState();
    const tried = reading && insertPorts(reading, port, place.into, ports);
    if (tried?.ok === false) {
      setComplaint(tried.says);
      return;
    }
    closeOffer();
    runEdit((context) => insertPorts(context, port, place.into, ports));
  };
  return (
    <form
      className="port-field"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className="label" htmlFor="port-field">
        {TITLES[port]}: name and axes
      </label>
      <div className="field">
        <input
          ref={field}
          id="port-field"
          className="mono"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={EXAMPLES[port]}
          value={text}
          aria-invalid={complaint !== undefined}
          aria-describedby="port-field-says"
          onChange={(event) => {
            setText(event.target.value);
            setComplaint(undefined);
          }}
        />
        <button type="submit" className="button" data-kind="filled" data-small="true">
          Add
        </button>
      </div>
      <p id="port-field-says" className="small" data-wrong={complaint !== undefined || undefined}>
        <InlineText text={complaint ?? "Several at once with commas. `?` for what is not known."} />
      </p>
    </form>
  );
}

/** Nothing written asks for a fresh name with unknown axes. */
function readPorts(text: string): readonly Partial<Port>[] | undefined {
  if (text.trim() === "") return [{}];
  const { document, diagnostics } = parse(`input ${text.trim()}\n`);
  const [statement, ...more] = document.statements;
  if (statement?.kind !== "input" || more.length > 0 || diagnostics.length > 0) return undefined;
  return statement.ports;
}

/** Inserts one after the other as one edit. */
function insertPorts(
  context: EditContext,
  kind: "input" | "weight",
  into: BodyRef,
  ports: readonly Partial<Port>[],
): Edit {
  const place = bodyOf(context.document, into);
  if (typeof place === "string") return { ok: false, says: place };
  let made: Edit | undefined;
  let here = context;
  for (const { name, shape, entries } of ports) {
    made = insertPort(here, {
      kind,
      into,
      ...(name !== undefined && { name }),
      ...(shape !== undefined && { shape }),
      ...(entries !== undefined && { entries }),
    });
    if (!made.ok) return made;
    here = { document: made.document, typed: inferDiagram(made.document) };
  }
  if (made?.ok !== true) return { ok: false, says: "There is nothing to add." };
  if (ports.length === 1) return made;
  const names = ports.flatMap(({ name }) => name ?? []);
  return { ...made, label: `Added ${kind === "input" ? "inputs" : "weights"} ${names.join(", ")}` };
}
