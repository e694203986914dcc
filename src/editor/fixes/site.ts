import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Document, Expression, Statement } from "../../document/document.ts";
import { printVerbatim } from "../../language/print.ts";
import type { TypedDefinition, TypedNode, Value } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";
import type { Edit } from "../edit.ts";
import {
  type DefinitionPlace,
  definitionOf,
  findNode,
  type TreePath,
  withStatement,
} from "../edits/document-tree.ts";
import { replaceExpression } from "../edits/expression-tree.ts";
import { typedArray, visibleNames } from "../edits/scope.ts";
import type { FixContext } from "./candidate.ts";

/** The line, the expression and the typed node that a mistake stands at. */
export interface Site {
  readonly path: TreePath;
  readonly statement: Statement;
  readonly expression?: Expression;
  readonly place: DefinitionPlace;
  readonly definition: TypedDefinition | undefined;
  readonly node: TypedNode | undefined;
}

/** A call in the text. */
export type Call = Extract<Expression, { kind: "call" }>;

/** Where a mistake stands in the document, when it stands at a statement that was read. */
export function siteOf({ document, typed }: FixContext, { place }: Diagnostic): Site | undefined {
  const found = place.node === undefined ? undefined : findNode(document, place.node);
  if (found === undefined) return undefined;
  const definitionPlace = definitionOf(document, found.path);
  const definition = typed.definitions.get(definitionPlace.name);
  return {
    ...found,
    place: definitionPlace,
    definition,
    node: definition && indexDefinition(definition).nodes.get(place.node ?? ""),
  };
}

/** The call that a mistake stands at. */
export function callAt({ expression }: Site): Call | undefined {
  return expression?.kind === "call" ? expression : undefined;
}

/** The text with the expression of the site, or the one with that id, replaced. */
export function withExpression(
  { document }: FixContext,
  { path, statement }: Site,
  id: string,
  by: (old: Expression) => Expression,
): string | undefined {
  const replaced = replaceExpression(statement, id, by);
  return replaced === statement ? undefined : textOf(withStatement(document, path, replaced));
}

/** The text with a call changed. */
export function withCall(
  context: FixContext,
  site: Site,
  { id }: Call,
  change: (old: Call) => Expression,
): string | undefined {
  return withExpression(context, site, id, (old) => (old.kind === "call" ? change(old) : old));
}

/** The text of a changed document; lines that were not changed stay as they are. */
export function textOf(document: Document): string {
  return printVerbatim(document);
}

/** The text after a command, where it does not refuse. */
export function textAfter(edit: Edit): string | undefined {
  return edit.ok ? textOf(edit.document) : undefined;
}

/** The arrays that the line of the site can read, those that nothing reads yet first. */
export function arraysInReach({ document, typed }: FixContext, site: Site): readonly Value[] {
  const own = new Set(ownNames(site.statement));
  const { name: definition } = site.place;
  const values = [...visibleNames(document, site.path.slice(0, -1))].flatMap((array) =>
    own.has(array) ? [] : (typedArray(typed, { definition, array }) ?? []),
  );
  const uses = site.definition && indexDefinition(site.definition).uses;
  const isUsed = ({ id }: Value) => (uses?.get(id)?.length ?? 0) > 0;
  return [...values.filter((value) => !isUsed(value)), ...values.filter(isUsed)];
}

function ownNames(statement: Statement): readonly string[] {
  return statement.kind === "array" ? statement.results.map(({ name }) => name) : [];
}

/** The axes of a value by name, in drawing order. */
export function axesOf({ type }: Value): readonly string[] {
  return type.shape.map(({ name }) => name);
}

/** An array with its axes, for a title: "`Q` [y k h]". */
export function named(value: Value): string {
  return `\`${value.name ?? "its argument"}\` [${axesOf(value).join(" ")}]`;
}
