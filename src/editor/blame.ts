import type { Diagnostic, DiagnosticCode, SourceMap } from "../document/diagnostic.ts";
import type { Document, NodeId } from "../document/document.ts";
import type { TypedDiagram, TypedNode } from "../typing/diagram.ts";
import { indexAround } from "./definition-index.ts";
import { allStatements, definitionOf } from "./edits/document-tree.ts";
import { makersAbove } from "./makers-above.ts";

/** By the error (`errorKey`), the line whose edit made it, where that is another than its own. */
export type Blame = ReadonlyMap<string, NodeId>;

/** What has been read of a text, with the errors in it. */
export interface Blamable {
  readonly text: string;
  readonly document: Document;
  readonly sources: SourceMap;
  readonly diagnostics: readonly Diagnostic[];
  readonly typed: TypedDiagram;
  readonly blame: Blame;
}

const NONE: Blame = new Map();

/** Mistakes that two lines make together; others, as an unknown name, belong to their own line. */
const SHARED: ReadonlySet<DiagnosticCode> = new Set([
  ...["S01", "S02", "S03", "S06", "S07", "S08", "S09", "S10", "S11", "S13", "S14", "S15"],
  ...["N04", "N07", "N08", "N09", "N12"],
] as DiagnosticCode[]);

/**
 * Who made the errors of a text that was edited: the diagram was right before the edit, so an error
 * that came with it belongs to the edited line, however far below it shows. What was blamed before
 * stays blamed while its error stays; of several edited lines the nearest is meant that the error's
 * own line rests on.
 */
export function blameNewest(now: Omit<Blamable, "blame">, before: Blamable | undefined): Blame {
  if (before === undefined || before.text === now.text) return before?.blame ?? NONE;
  const errors = now.diagnostics.filter(
    ({ severity, code, place }) =>
      severity === "error" && SHARED.has(code) && place.node !== undefined,
  );
  if (errors.length === 0) return NONE;
  const known = new Set(before.diagnostics.map(errorKey));
  const lines = linesOf(now);
  const edited = editedIn(now.document, editedLines(lines, linesOf(before)));
  const blame = new Map<string, NodeId>();
  for (const error of errors) {
    const key = errorKey(error);
    const own = lineOf(error.place.node ?? "");
    const kept = before.blame.get(key);
    if (kept !== undefined && lines.has(kept)) blame.set(key, kept);
    if (known.has(key) || edited.lines.has(own)) continue;
    const [only, ...others] = edited.lines;
    const made = others.length === 0 ? only : nearestAbove(now.typed, error, edited);
    if (made !== undefined) blame.set(key, made);
  }
  return blame;
}

/** The same for the same mistake of two readings. */
export function errorKey({ code, title, place }: Diagnostic): string {
  return `${code} ${place.node ?? ""} ${place.part ?? ""} ${title}`;
}

/** The line that a node stands on. */
export function lineOf(node: NodeId): NodeId {
  return node.replace(/(\.\d+)+$/, "");
}

/** The text of each line that makes something, by its id. */
function linesOf({
  text,
  document,
  sources,
}: Pick<Blamable, "text" | "document" | "sources">): ReadonlyMap<NodeId, string> {
  const lines = text.split("\n");
  return new Map(
    allStatements(document).flatMap(({ statement: { id } }) => {
      const at = sources.get(id)?.line;
      return at === undefined ? [] : [[id, lines[at - 1]?.trim() ?? ""] as const];
    }),
  );
}

function editedLines(
  now: ReadonlyMap<NodeId, string>,
  before: ReadonlyMap<NodeId, string>,
): ReadonlySet<NodeId> {
  return new Set([...now].flatMap(([id, line]) => (before.get(id) === line ? [] : [id])));
}

/** What was edited: the lines, and the first of those of each block. */
interface Edited {
  readonly lines: ReadonlySet<NodeId>;
  readonly blocks: ReadonlyMap<string, NodeId>;
}

function editedIn(document: Document, lines: ReadonlySet<NodeId>): Edited {
  const blocks = new Map<string, NodeId>();
  for (const { path, statement } of allStatements(document)) {
    const { name } = definitionOf(document, path);
    if (name !== "" && lines.has(statement.id) && !blocks.has(name)) blocks.set(name, statement.id);
  }
  return { lines, blocks };
}

/**
 * Goes from an error up through what its arrays are made of, to the first line that was edited or to a
 * call of a block in which one was.
 */
function nearestAbove(
  typed: TypedDiagram,
  { place }: Diagnostic,
  edited: Edited,
): NodeId | undefined {
  const start = place.node ?? "";
  const index = indexAround(typed, start);
  for (const id of index === undefined ? [] : makersAbove(index, start)) {
    const line = lineOf(id);
    if (id !== start && edited.lines.has(line)) return line;
    const called = edited.blocks.get(calleeOf(index?.nodes.get(id)));
    if (called !== undefined) return called;
  }
  return undefined;
}

/** The block that a node calls, also where the call went wrong; `""` for other nodes. */
function calleeOf(node: TypedNode | undefined): string {
  if (node?.kind === "call") return node.definition.name;
  return node?.kind === "box" && node.reason === "error" ? node.title : "";
}
