import type { Document, Statement } from "../../document/document.ts";
import type { EditContext } from "../edit.ts";
import { findDefinition, leadAt, statementAt, withInserted } from "./document-tree.ts";
import type { PortRef } from "./scope.ts";

/** Stands for the line that a file without an `output` line does not have. */
const UNWRITTEN = "the outputs";

/** The port at which a definition gives an array out. */
export function outputPort(
  { document, typed }: EditContext,
  definition: string,
  array: string,
): PortRef | undefined {
  const place = findDefinition(document, definition);
  const block = place && statementAt(document, place.body);
  if (block?.kind === "block") {
    return portNamed(block, block.outputs, array);
  }
  const value =
    typed.definitions.get(definition)?.outputs.findIndex(({ id }) => id === array) ?? -1;
  for (const line of document.statements) {
    const port = line.kind === "output" ? portNamed(line, line.ports, array) : undefined;
    if (port !== undefined) return port;
  }
  const isWritten = document.statements.some(({ kind }) => kind === "output");
  return value < 0 || isWritten ? undefined : { node: UNWRITTEN, operand: value };
}

/** Every port at which a definition gives an array out, with the array. */
export function outputPorts(
  context: EditContext,
  definition: string,
): readonly { readonly port: PortRef; readonly array: string }[] {
  const outputs = context.typed.definitions.get(definition)?.outputs ?? [];
  return outputs.flatMap(({ id, name }) => {
    const port = outputPort(context, definition, id);
    return port === undefined || name === undefined ? [] : [{ port, array: name }];
  });
}

function portNamed(
  line: Statement,
  ports: readonly { readonly name: string }[],
  name: string,
): PortRef | undefined {
  const operand = ports.findIndex((port) => port.name === name);
  return operand < 0 ? undefined : { node: line.id, operand };
}

/** Whether what a port gives out is given out only because nothing uses it. */
export function isUnwritten({ node }: PortRef): boolean {
  return node === UNWRITTEN;
}

/** The document with an `output` line that says what was given out without one, and the port in it. */
export function withWrittenOutputs(
  { document, typed }: EditContext,
  port: PortRef,
): { readonly document: Document; readonly port: PortRef } {
  if (!isUnwritten(port)) return { document, port };
  const names = typed.definitions.get("")?.outputs.flatMap(({ name }) => name ?? []) ?? [];
  const line: Statement = {
    id: "new outputs",
    kind: "output",
    lead: leadAt(document, []),
    ports: names.map((name) => ({ name })),
  };
  const index = document.statements.length;
  const written = withInserted(document, { body: [], index }, line);
  return { document: written, port: { node: line.id, operand: port.operand } };
}
