import type { Document, EntriesTerm, Port } from "../../document/document.ts";
import { portsOf } from "../../document/parts.ts";
import { parse } from "../../language/parse.ts";
import { printPort } from "../../language/print-axes.ts";
import { inferDiagram } from "../../typing/infer.ts";
import type { Edit, EditContext } from "../edit.ts";
import { statementAt, withStatement } from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { makingAxes } from "./made-axes.ts";
import { nameComplaint } from "./names.ts";
import { renameArray, withPorts } from "./rename-array.ts";
import { type ArrayRef, makerOf, placeOf, typedArray } from "./scope.ts";
import { tryOut } from "./trial.ts";

/** An array as a line of its own would name it: `A[y x h]`, without a name where it has none. */
export function arrayText(context: EditContext, array: ArrayRef): string {
  const port = writtenPort(context, array);
  const known = knownPort(context, array);
  const entries = port?.entries ?? known.entries;
  const shape = port?.shape ?? known.shape ?? [];
  return printPort({ name: port?.name ?? known.name, shape, ...(entries && { entries }) });
}

/**
 * Names an array and declares its axes, by the text that `arrayText` gives. An operation that makes
 * axes, such as a linear, makes those that are declared; what another one does stays as it is, so
 * that a shape that it does not have is a problem of the line.
 */
export function setArray(
  context: EditContext,
  { array, text }: { readonly array: ArrayRef; readonly text: string },
): Edit {
  const old = arrayText(context, array);
  const port = readPort(text.trim());
  if (typeof port === "string") return refuse(port);
  if (printPort(port) === old) return refuse("Nothing is different from before.");
  const before = readPort(old);
  if (typeof before === "string") return refuse(before);
  if (port.name === before.name) return declare(context, array, port);
  const renamed = renameArray(context, { array, name: port.name });
  if (!renamed.ok || sameShape(port, before)) return renamed;
  const document = renamed.document;
  const next = { definition: array.definition, array: port.name };
  const declared = declare({ document, typed: inferDiagram(document) }, next, port);
  return declared.ok ? { ...declared, label: renamed.label } : declared;
}

function sameShape(one: Port, other: Port): boolean {
  return printPort({ ...one, name: "" }) === printPort({ ...other, name: "" });
}

function declare(context: EditContext, array: ArrayRef, port: Port): Edit {
  const { document } = context;
  const place = placeOf(document, array.definition);
  if (typeof place === "string") return refuse(place);
  if (port.name === "") return refuse("Give this array a name first, such as `A`.");
  const path = makerOf(document, place, port.name)?.path ?? place.body;
  const statement = statementAt(document, path);
  const written = writtenPort(context, array);
  if (statement === undefined || written === undefined) {
    return refuse(`\`${port.name}\` is made by no line of its own, so its axes are not written.`);
  }
  if (statement.kind === "error") {
    return refuse(`The line of \`${port.name}\` cannot be read; mend it in the text first.`);
  }
  const entries = entriesOf(context, array, port, written);
  const { entries: _, ...shaped } = port;
  const changed = withPorts(statement, (each) =>
    each.name === port.name ? { ...each, ...shaped, ...(entries && { entries }) } : each,
  );
  const declared = withStatement(document, path, changed);
  const isWrong = (each: Document) =>
    tryOut(context, each).errors.some((error) => error.place.node === statement.id);
  const making = makingAxes(context, place.name, changed).map((line) =>
    withStatement(document, path, line),
  );
  const made = isWrong(declared) ? making.find((each) => !isWrong(each)) : undefined;
  return finish(context, {
    document: made === undefined ? declared : fitShapes(context, made, []),
    label: `Set the axes of ${port.name}`,
    ...(statement.kind !== "block" && { select: [statement.id] }),
  });
}

/** What the entries are is written only where it was, or where it is another thing now. */
function entriesOf(
  context: EditContext,
  array: ArrayRef,
  port: Port,
  written: Port,
): EntriesTerm | undefined {
  const isKnown = knownPort(context, array).entries?.of === port.entries?.of;
  return written.entries === undefined && isKnown ? undefined : port.entries;
}

/** The array where its line or its block names it. */
function writtenPort({ document, typed }: EditContext, array: ArrayRef): Port | undefined {
  const place = placeOf(document, array.definition);
  const value = typedArray(typed, array);
  const name = value === undefined ? array.array : value.name;
  if (typeof place === "string" || name === undefined) return undefined;
  const maker = makerOf(document, place, name)?.statement ?? statementAt(document, place.body);
  return maker && portsOf(maker).find((port) => port.name === name);
}

/** The array as typing knows it. */
function knownPort({ typed }: EditContext, array: ArrayRef): Port {
  const value = typedArray(typed, array);
  if (value === undefined) return { name: array.array };
  const { shape, entries } = value.type;
  const of = entries.kind === "index" ? entries.axis : entries.kind;
  return {
    name: value.name ?? "",
    shape: shape.map(({ name }) => ({ kind: "axis", name })),
    ...(of !== "real" && { entries: { of } }),
  };
}

function readPort(text: string): Port | string {
  const name = /^[^[\s]*/.exec(text)?.[0] ?? "";
  if (name !== "") {
    const complaint = nameComplaint(name);
    if (complaint !== undefined) return complaint;
  }
  if (/[\r\n#]/.test(text)) return "A name and its axes stand on one line, such as `A[y x]`.";
  const { document, diagnostics } = parse(`input ${name === "" ? `A${text}` : text}\n`);
  const [complaint] = diagnostics;
  if (complaint !== undefined) return complaint.title;
  const [statement, ...more] = document.statements;
  const [port, ...others] = statement?.kind === "input" ? statement.ports : [];
  if (port === undefined || others.length > 0 || more.length > 0) {
    return "One name and its axes stand here, such as `A[y x]`.";
  }
  return { ...port, name };
}
