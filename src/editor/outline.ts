import type { Document, NodeId, Port, Statement } from "../document/document.ts";
import { blockTitle } from "../scene/title.ts";

/** A row of the outline: a block, a loop, or a named array. */
export interface OutlineRow {
  readonly id: NodeId;
  readonly kind: "block" | "loop" | "array" | "input" | "output" | "other";
  readonly title: string;
  /** The shape as written, `[y x h]`. */
  readonly shape?: string;
  /** The definition that the row stands in, for selecting it. */
  readonly definition: string;
  readonly children: readonly OutlineRow[];
}

/** Longer titles cannot be read, and take long to lay out when a whole bad line is one. */
const LONGEST_TITLE = 80;

/** The document as a tree in text order: a complete alternative to the canvas. */
export function outlineOf(document: Document): readonly OutlineRow[] {
  return rowsOf(document.statements, "");
}

function rowsOf(statements: readonly Statement[], definition: string): readonly OutlineRow[] {
  return statements.flatMap((statement) => {
    const row = rowOf(statement, definition);
    return row === undefined ? [] : [{ ...row, title: row.title.slice(0, LONGEST_TITLE) }];
  });
}

function rowOf(statement: Statement, definition: string): OutlineRow | undefined {
  const base = { id: statement.id, definition, children: [] };
  switch (statement.kind) {
    case "block": {
      const children = rowsOf(statement.body, statement.name);
      const title = blockTitle(statement.name);
      return { ...base, kind: "block", title, definition: statement.name, children };
    }
    case "repeat":
      return {
        ...base,
        kind: "loop",
        title: "Repeat",
        children: rowsOf(statement.body, definition),
      };
    case "scan": {
      const axis = statement.axis.kind === "axis" ? statement.axis.name : "an axis";
      const children = rowsOf(statement.body, definition);
      return { ...base, kind: "loop", title: `Scan over ${axis}`, children };
    }
    case "array":
      return { ...base, kind: "array", ...portsRow(statement.results) };
    case "input":
    case "output":
      return { ...base, kind: statement.kind, ...portsRow(statement.ports) };
    case "weight":
      return { ...base, kind: "array", ...portsRow(statement.ports) };
    case "each":
    case "carry":
    case "collect":
      return { ...base, kind: "array", ...portsRow([statement.port]) };
    case "layer":
    case "custom":
      return { ...base, kind: "other", title: statement.name };
    case "error":
      return { ...base, kind: "other", title: statement.text.trim() };
    case "size":
    case "require":
    case "multi":
    case "save":
      return undefined;
  }
}

function portsRow(ports: readonly Port[]): Pick<OutlineRow, "title" | "shape"> {
  const title = ports.map((port) => port.name).join(", ");
  const [first] = ports;
  if (ports.length !== 1 || first?.shape === undefined) return { title };
  const axes = first.shape.map((term) => (term.kind === "axis" ? term.name : "?"));
  return { title, shape: `[${axes.join(" ")}]` };
}
