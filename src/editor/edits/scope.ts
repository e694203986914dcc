import type { Document, NodeId, Statement } from "../../document/document.ts";
import { portsOf } from "../../document/parts.ts";
import type { TypedDiagram, Value } from "../../typing/diagram.ts";
import { neededBy, providedBy } from "../../typing/mentions.ts";
import { indexDefinition } from "../definition-index.ts";
import {
  bodyAt,
  type DefinitionPlace,
  findDefinition,
  statementAt,
  statementsOf,
  type TreePath,
} from "./document-tree.ts";

/** An array of a definition by its name, or by the id of an unnamed result. */
export interface ArrayRef {
  /** The block, `""` at the top. */
  readonly definition: string;
  readonly array: string;
}

/** A place that takes an array: an operand by position, or by keyword. */
export interface PortRef {
  /** An operation, the line of a loop end (`each`, `carry`, `collect`), a `save`, or an `output`. */
  readonly node: NodeId;
  /** Counts from 0; a word for `weight=` and the like, and `to` for the way on of a carry. */
  readonly operand: number | string;
}

/** The typed value of an array. */
export function typedArray(
  typed: TypedDiagram,
  { definition, array }: ArrayRef,
): Value | undefined {
  const found = typed.definitions.get(definition);
  return found && indexDefinition(found).values.get(array);
}

/** Names of the arrays that a statement of this body can read, those of the bodies around included. */
export function visibleNames(document: Document, body: TreePath): ReadonlySet<string> {
  const names = new Set<string>();
  for (let depth = body.length; depth >= 0; depth -= 1) {
    const outer = body.slice(0, depth);
    const holder = statementAt(document, outer);
    for (const statement of bodyAt(document, outer)) {
      if (statement.kind === "collect" && holder?.kind !== "block") continue;
      for (const name of providedBy(statement)) names.add(name);
    }
    if (holder?.kind === "block") {
      for (const port of holder.inputs) names.add(port.name);
      return names;
    }
  }
  return names;
}

/** The line that makes an array in its definition, outermost first; `undefined` for a block's input. */
export function makerOf(
  document: Document,
  place: DefinitionPlace,
  name: string,
): { readonly path: TreePath; readonly statement: Statement } | undefined {
  return statementsOf(document, place).find(
    ({ statement }) =>
      statement.kind !== "repeat" &&
      statement.kind !== "scan" &&
      statement.kind !== "output" &&
      (statement.kind === "carry"
        ? statement.port.name === name
        : portsOf(statement).some((port) => port.name === name)),
  );
}

/** Where a definition is, or a sentence when the file has no such block. */
export function placeOf(document: Document, definition: string): DefinitionPlace | string {
  return findDefinition(document, definition) ?? `There is no block named \`${definition}\`.`;
}

/** Lines that name what comes in, which stand together in front of what is computed. */
const INCOMING: ReadonlySet<Statement["kind"]> = new Set(["input", "weight", "each", "carry"]);

/**
 * Where a new line goes in a body: after the last line that makes one of these arrays, and after the
 * inputs that follow it; else at the end.
 */
export function indexAfter(
  document: Document,
  body: TreePath,
  needed: ReadonlySet<string>,
): number {
  const statements = bodyAt(document, body);
  const last = statements.findLastIndex((statement) =>
    providedBy(statement).some((name) => needed.has(name)),
  );
  if (last < 0) return statements.length;
  const next = statements.findIndex(({ kind }, at) => at > last && !INCOMING.has(kind));
  return next < 0 ? statements.length : next;
}

/**
 * As `indexAfter`, and after the lines of the same paragraph that none of those between makes: what
 * is added one after the other to the same arrays stands in that order.
 */
export function indexBeside(
  document: Document,
  body: TreePath,
  needed: ReadonlySet<string>,
): number {
  const statements = bodyAt(document, body);
  const next = indexAfter(document, body, needed);
  const made = new Set<string>();
  const after = statements.findIndex((statement, at) => {
    if (at < next) return false;
    for (const name of providedBy(statement)) made.add(name);
    const isBeside = statement.kind === "array" && statement.lead.length === 0;
    return !isBeside || [...neededBy(statement)].some((name) => made.has(name));
  });
  return after < 0 ? statements.length : after;
}
