import type { SizeExpression } from "../../../shapes/expression.ts";
import { parseSize } from "../../../shapes/parse.ts";
import { printSizeExpression } from "../../../shapes/print-expression.ts";
import type { Document, SizeDefinition, Statement } from "../../document/document.ts";
import { parse } from "../../language/parse.ts";
import type { Edit, EditContext } from "../edit.ts";
import { withoutStatement } from "./consumers.ts";
import {
  bodyAt,
  type DefinitionPlace,
  definitionOf,
  mapStatements,
  statementAt,
  withInserted,
  withStatement,
} from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { axesUsed, nameComplaint } from "./names.ts";
import { fileSizes } from "./rename-axis.ts";
import { type AxisRewriting, rewriteAxes } from "./rewrite-axes.ts";
import { placeOf } from "./scope.ts";
import { sizeUses } from "./size-uses.ts";
import { timesText } from "./titles.ts";
import { tryOut } from "./trial.ts";

/**
 * Gives a size of the file a value: a number, an expression, or a table such as `(64, 128)`. Without
 * text it is free; a name that the file does not have yet is a new size.
 */
export function setSize(
  context: EditContext,
  { name, text }: { readonly name: string; readonly text: string },
): Edit {
  const { document } = context;
  const complaint = nameComplaint(name);
  if (complaint !== undefined) return refuse(complaint);
  const read = readDefinition(name, text.trim());
  if (typeof read === "string") return refuse(read);
  const known = fileSizes(document).has(name);
  const changed = known ? withDefinition(document, read) : withNewSize(document, read);
  const trial = tryOut(context, changed);
  const circle = trial.errors.find(({ code }) => code === "S04");
  if (circle !== undefined) return refuse(circle.title);
  const value = text.trim() === "" ? "free" : text.trim();
  return finish(context, {
    document: changed,
    label: known ? `Set ${name} to ${value}` : `Added size ${name}`,
  });
}

/** Takes a size out of the file, unless something needs it. */
export function deleteSize(context: EditContext, { name }: { readonly name: string }): Edit {
  const { document } = context;
  const at = bodyAt(document, []).findIndex((statement) => defines(statement, name));
  const statement = document.statements[at];
  if (statement?.kind !== "size") return refuse(`There is no size named \`${name}\`.`);
  const uses = sizeUses(document, name);
  if (uses > 0)
    return refuse(`\`${name}\` is used ${timesText(uses)}; leave its value out instead.`);
  const sizes = statement.sizes.filter((size) => size.name !== name);
  const changed =
    sizes.length === 0
      ? withoutStatement(document, [at])
      : withStatement(document, [at], { ...statement, sizes });
  return finish(context, { document: changed, label: `Deleted size ${name}` });
}

/** Gives an axis a size of its own in its definition, or with the empty text the size of its name. */
export function setAxisSize(
  context: EditContext,
  {
    definition,
    axis,
    text,
  }: { readonly definition: string; readonly axis: string; readonly text: string },
): Edit {
  const { document, typed } = context;
  const place = placeOf(document, definition);
  if (typeof place === "string") return refuse(place);
  if (!axesUsed(document, typed, place).has(axis)) {
    return refuse(`There is no axis named \`${axis}\` here.`);
  }
  if (/^[0-9]/.test(axis))
    return refuse(`The axis \`${axis}\` is named by its size; rename it first.`);
  const written = text.trim();
  const read = written === "" || written === axis ? undefined : readSizeText(written);
  if (typeof read === "string") return refuse(read);
  const changed = withAxisSize(document, place, axis, read);
  if (changed === undefined)
    return refuse(`\`${axis}\` is written nowhere here, so it can have no size of its own.`);
  const label =
    read === undefined
      ? `Let ${axis} have the size of its name`
      : `Set ${axis} to ${printSizeExpression(read)}`;
  return finish(context, { document: fitShapes(context, changed, []), label });
}

function defines(statement: Statement, name: string): boolean {
  return statement.kind === "size" && statement.sizes.some((size) => size.name === name);
}

/** One definition of a size, or the parser's sentence about its text. */
function readDefinition(name: string, text: string): SizeDefinition | string {
  if (/[\r\n]/.test(text)) return "A size stands on one line.";
  if (text.includes("#")) return "A size has no `#` in it.";
  const { document, diagnostics } = parse(text === "" ? `size ${name}` : `size ${name} = ${text}`);
  const [complaint] = diagnostics;
  if (complaint !== undefined) return complaint.title;
  const [statement] = document.statements;
  if (statement?.kind !== "size") return "Only a size can stand here.";
  const [definition, ...more] = statement.sizes;
  if (definition === undefined || more.length > 0)
    return "One size stands here; a table is written `(64, 128)`.";
  return definition;
}

function readSizeText(text: string): SizeExpression | string {
  const read = parseSize(text);
  return read.ok ? read.value : read.complaint.says;
}

function withDefinition(document: Document, definition: SizeDefinition): Document {
  let done = false;
  return mapStatements(document, (statement) => {
    if (done || statement.kind !== "size" || !defines(statement, definition.name)) return statement;
    done = true;
    const sizes = statement.sizes.map((old) => (old.name === definition.name ? definition : old));
    return { ...statement, sizes };
  });
}

/** A new size has a line of its own behind those that are there. */
function withNewSize(document: Document, definition: SizeDefinition): Document {
  const last = document.statements.findLastIndex(({ kind }) => kind === "size");
  const line: Statement = {
    id: `new size ${definition.name}`,
    kind: "size",
    lead: [],
    sizes: [definition],
  };
  return withInserted(document, { body: [], index: last + 1 }, line);
}

/** The size stands where the axis is written first; further sizes of the axis go. */
function withAxisSize(
  document: Document,
  place: DefinitionPlace,
  axis: string,
  size: SizeExpression | undefined,
): Document | undefined {
  let owed = size;
  let isWritten = false;
  const rewriting: AxisRewriting = {
    axis(term) {
      if (term.name !== axis) return term;
      isWritten = true;
      const { size: old, ...bare } = term;
      if (owed === undefined) return old === undefined ? term : bare;
      const given = owed;
      owed = undefined;
      return { ...bare, size: given };
    },
    axisName: (word) => word,
    sizeName: (word) => word,
    bareName: (word) => word,
  };
  const block = statementAt(document, place.body);
  const changed = mapStatements(document, (statement, path) => {
    const isOurs = definitionOf(document, path).body.join() === place.body.join();
    const isForeign =
      statement.kind === "custom" || (statement.kind === "block" && statement !== block);
    return isOurs && !isForeign ? rewriteAxes(document, statement, rewriting) : statement;
  });
  return isWritten ? changed : undefined;
}
