import type { Expression, Port, Statement } from "../../document/document.ts";
import { walkExpression } from "../../document/parts.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { findNode, leadAt, withInserted } from "../../editor/edits/document-tree.ts";
import { identified } from "../../editor/edits/expression-tree.ts";
import { finish, refuse } from "../../editor/edits/finish.ts";
import { fitShapes } from "../../editor/edits/fit-shapes.ts";
import { arrayNameComplaint, bodyOf } from "../../editor/edits/insert-operation.ts";
import { letterOf } from "../../editor/edits/name-operand.ts";
import { freshArrayName } from "../../editor/edits/names.ts";
import { indexBeside, typedArray } from "../../editor/edits/scope.ts";
import { titleOf } from "../../editor/edits/titles.ts";
import { tryOut } from "../../editor/edits/trial.ts";
import { parse } from "../../language/parse.ts";
import { printExpression } from "../../language/print-expression.ts";
import type { Addable } from "./addables.ts";
import type { Place } from "./place.ts";
import { adding, type Proposal, shapeText } from "./proposals.ts";

/** A right side that a query spells out, with the names that it gives its results. */
export interface Written {
  readonly value: Expression;
  readonly results: readonly Port[];
  /** The right side as it would be read. */
  readonly text: string;
}

/**
 * A query that is a piece of the language: a right side or a whole line, or one with the selected
 * array left out, such as `softmax[x]` and `/ sqrt(d)`.
 */
export function readWritten(query: string, place: Place): Written | undefined {
  const text = query.trim();
  const name = place.value?.name;
  if (/^[-+*/^].+/.test(text)) return name === undefined ? undefined : readLine(`${name} ${text}`);
  if (/^[A-Za-z_]\w*\[[^\]]*\]$/.test(text)) {
    return name === undefined ? undefined : readLine(`${text}(${name})`);
  }
  return /[([=]/.test(text) ? readLine(text) : undefined;
}

function readLine(text: string): Written | undefined {
  const hasNames = /^[^()]*[^()<>=]=[^=]/.test(text);
  const { document, diagnostics } = parse(hasNames ? `${text}\n` : `z = ${text}\n`);
  const [line, ...more] = document.statements;
  if (line?.kind !== "array" || more.length > 0 || diagnostics.length > 0) return undefined;
  const { kind } = line.value;
  if (kind !== "call" && kind !== "infix" && kind !== "prefix") return undefined;
  return { value: line.value, results: hasNames ? line.results : [], text };
}

/** The edit that adds a line as it is written. */
export function addWritten(context: EditContext, place: Place, written: Written): Edit {
  const { document } = context;
  const body = bodyOf(document, place.into);
  if (typeof body === "string") return refuse(body);
  const { value } = written;
  const fresh = freshArrayName(letterOf(document, value), context, body.definition);
  const results = written.results.length > 0 ? written.results : [{ name: fresh }];
  for (const { name } of results) {
    const complaint = arrayNameComplaint(document, body.definition, name);
    if (complaint !== undefined) return refuse(complaint);
  }
  const needed = new Set<string>();
  walkExpression(value, (part) => {
    if (part.kind === "name") needed.add(part.name);
  });
  const id = `new ${results[0]?.name ?? fresh}`;
  const lead = leadAt(document, body.body);
  const line: Statement = identified({ id, kind: "array", lead, results, value });
  const index = indexBeside(document, body.body, needed);
  const inserted = withInserted(document, { body: body.body, index }, line);
  return finish(context, {
    document: fitShapes(context, inserted, [id]),
    label: `Added ${titleOf(inserted, value)}`,
    select: [id],
  });
}

/** What a written line would give. */
export function proposeWritten(context: EditContext, place: Place, written: Written): Proposal {
  const edit = addWritten(context, place, written);
  if (!edit.ok) return { why: edit.says };
  const { typed, errors } = tryOut(context, edit.document);
  const [error] = errors;
  if (error !== undefined) return { why: error.title };
  const name = edit.select?.[0]?.split("/").at(-1) ?? "";
  const value = typedArray(typed, { definition: place.into.definition, array: name });
  return value === undefined || value.poisoned === true ? {} : { shape: shapeText(value) };
}

/** What a thing would add at a place, as it is written, for changing before it is added. */
export function writtenFor(
  context: EditContext,
  place: Place,
  addable: Addable,
): string | undefined {
  if (place.value !== undefined && place.value.name === undefined) return undefined;
  const edit = adding(context, place, addable);
  const line = edit.ok ? findNode(edit.document, edit.select?.[0] ?? "")?.statement : undefined;
  return line?.kind === "array" ? printExpression(line.value) : undefined;
}
