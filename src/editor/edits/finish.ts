import type { Document, LayoutLine, NodeId } from "../../document/document.ts";
import { underNames } from "../../document/layout-nodes.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import { parse } from "../../language/parse.ts";
import { printVerbatim } from "../../language/print.ts";
import type { Edit, EditContext } from "../edit.ts";
import { allStatements } from "./document-tree.ts";
import { sweptLayout } from "./swept-layout.ts";

/** What an edit has made, before its lines have been read again. */
export interface Draft {
  /** Its new statements have ids of any kind, as long as they are new. */
  readonly document: Document;
  readonly label: string;
  /** Ids in `document`. */
  readonly select?: readonly NodeId[];
}

/**
 * Turns a draft into the document that its text says, so that text and document agree. The lines of
 * `layout:` follow nodes whose ids change with their names, and go with what is gone.
 */
export function finish(context: EditContext, draft: Draft): Edit {
  const read = reread(context, draft.document);
  if (unreadLines(read) > unreadLines(draft.document)) {
    return refuse("That cannot be written as lines of the language, so nothing was changed.");
  }
  const ids = idsBetween(draft.document, read);
  const layout = followed(sweptLayout(context.document, draft.document), ids);
  const document =
    layout === draft.document.layout ? read : reread(context, { ...draft.document, layout });
  const select = draft.select?.flatMap((id) => ids.get(id) ?? []);
  return { ok: true, document, label: draft.label, ...(select && { select }) };
}

/** A refusal: one sentence that says why and what would help. */
export function refuse(says: string): Edit {
  return { ok: false, says };
}

/** A slip of an edit must not cost a line. */
function unreadLines(document: Document): number {
  return allStatements(document).filter(({ statement }) => statement.kind === "error").length;
}

function reread(context: EditContext, document: Document): Document {
  return parse(printVerbatim(document), context.document).document;
}

/**
 * New ids by old ones, of statements and expressions that stand at the same places; none where a line
 * that could not be read means something now that others are gone, such as a title.
 */
export function idsBetween(draft: Document, read: Document): ReadonlyMap<NodeId, NodeId> {
  const olds = nodesOf(draft);
  const news = nodesOf(read);
  if (olds.length !== news.length) return new Map();
  return new Map(olds.map((old, index) => [old, news[index] ?? old]));
}

/** Ids in the order of the text; a whole right side goes by the id of its statement once it is read. */
function nodesOf(document: Document): readonly NodeId[] {
  return allStatements(document).flatMap(({ statement }) => {
    const ids = [statement.id];
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, (part) => ids.push(part.id));
    }
    return ids;
  });
}

/** Lines of the layout section under the ids that their nodes have once they are read. */
export function followed(
  layout: readonly LayoutLine[],
  ids: ReadonlyMap<NodeId, NodeId>,
): readonly LayoutLine[] {
  const lines = layout.map((line) => underNames(line, (id) => ids.get(id) ?? id));
  return lines.every((line, index) => line === layout[index]) ? layout : lines;
}
