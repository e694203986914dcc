import type { Diagnostic } from "../document/diagnostic.ts";
import type { NodeId, Statement } from "../document/document.ts";
import { RESERVED_WORDS } from "./words.ts";

/** Hands out ids, each one once. */
export class IdClaims {
  private readonly counts = new Map<string, number>();

  /** The id `wanted`, or that with `~2`, `~3` … where it is taken. */
  claim(wanted: string): NodeId {
    const count = (this.counts.get(wanted) ?? 0) + 1;
    this.counts.set(wanted, count);
    return count === 1 ? wanted : `${wanted}~${count}`;
  }
}

/** The id of a line that did not parse, until the good lines have taken theirs. */
export function provisionalId(line: number): NodeId {
  return `?${line}`;
}

const FIRST_NAME = /^[A-Za-z][A-Za-z0-9_]*'*/;

/** The id that a line would have if it parsed, so that a half-typed line stays the same node. */
export function nameOfFaulty(path: string, text: string): string {
  const name = FIRST_NAME.exec(text)?.[0];
  return name === undefined || RESERVED_WORDS.has(name) ? `${path}error` : `${path}${name}`;
}

/** Puts the final ids in place of the provisional ones. */
export function renameFaulty(
  statements: readonly Statement[],
  ids: ReadonlyMap<NodeId, NodeId>,
): readonly Statement[] {
  return statements.map((statement): Statement => {
    switch (statement.kind) {
      case "error":
        return { ...statement, id: ids.get(statement.id) ?? statement.id };
      case "block":
      case "repeat":
      case "scan":
        return { ...statement, body: renameFaulty(statement.body, ids) };
      default:
        return statement;
    }
  });
}

/** As `renameFaulty`, for the places of messages; a line without a statement has its span only. */
export function renamePlace(diagnostic: Diagnostic, ids: ReadonlyMap<NodeId, NodeId>): Diagnostic {
  const { node, ...rest } = diagnostic.place;
  if (node?.startsWith("?") !== true) return diagnostic;
  const id = ids.get(node);
  return { ...diagnostic, place: id === undefined ? rest : { node: id, ...rest } };
}
