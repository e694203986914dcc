import type { Diagnostic } from "../document/diagnostic.ts";
import type { Expression, LineText, NodeId, Statement } from "../document/document.ts";
import type { Mark, PortDraft } from "./read-axes.ts";
import type { ExpressionDraft } from "./read-expression.ts";
import { RESERVED_WORDS } from "./words.ts";

/** What turns a line that has been read into a statement: its ids, spans and remarks. */
export interface Making {
  /** A free id for this name in the body's block. */
  claim(name: string): NodeId;
  /** Notes where a part of a node (`""`: the node) stands in the line; its first note holds. */
  mark(id: NodeId, part: string, start: number, end: number): void;
  /** Reports a mistake that leaves the line as it is. */
  remark(
    remark: Pick<Diagnostic, "code" | "title" | "why" | "facts">,
    id: NodeId,
    part: string,
  ): void;
}

/** The statements of a body, with the comments and blank lines after the last. */
export interface Body {
  readonly statements: readonly Statement[];
  readonly trailing: readonly string[];
}

/** A line that has been read to its end and found good. */
export type LineDraft =
  | { readonly kind: "line"; make(making: Making, text: LineText): Statement }
  | {
      readonly kind: "opener";
      /** The block that the body belongs to, when the line starts one. */
      readonly block?: string;
      make(making: Making, text: LineText, body: Body): Statement;
    };

/** Gives an expression its ids, and notes where its parts stand. */
export function express(making: Making, draft: ExpressionDraft, id: NodeId): Expression {
  making.mark(id, "", draft.start, draft.end);
  markParts(making, draft.marks, id);
  const operands = draft.operands.map((operand, index) =>
    express(making, operand, `${id}.${index + 1}`),
  );
  return draft.build(id, operands);
}

/** Notes the parts of a node. */
export function markParts(making: Making, marks: readonly Mark[], id: NodeId): void {
  for (const { part, start, end } of marks) making.mark(id, part, start, end);
}

/** Notes where a port and its axes stand. */
export function markPort(making: Making, draft: PortDraft, id: NodeId): void {
  making.mark(id, `result ${draft.port.name}`, draft.start, draft.nameEnd);
  markParts(making, draft.marks, id);
}

/** Notes a port that defines its array, whose name therefore has to be free to use. */
export function markDefinition(making: Making, draft: PortDraft, id: NodeId): void {
  markPort(making, draft, id);
  refuseReserved(making, draft.port.name, "an array", id, `result ${draft.port.name}`);
}

/** Notes the name of a layer or block that the statement defines. */
export function markCallable(making: Making, name: string, start: number, id: NodeId): void {
  making.mark(id, "name", start, start + name.length);
  refuseReserved(making, name, "a layer or a block", id, "name");
}

function refuseReserved(
  making: Making,
  name: string,
  what: string,
  id: NodeId,
  part: string,
): void {
  if (!RESERVED_WORDS.has(name)) return;
  const title = `\`${name}\` is a word of the language and cannot name ${what}.`;
  const why = [`The name \`${name}_\` can.`];
  making.remark({ code: "N13", title, why, facts: { kind: "name", name } }, id, part);
}
