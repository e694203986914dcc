import { compareSizes } from "../../../shapes/equal.ts";
import type { SizeExpression } from "../../../shapes/expression.ts";
import { printSize } from "../../../shapes/print.ts";
import type { Document, LayoutLine, Statement } from "../../document/document.ts";
import { isNameLine } from "../../document/name-line.ts";
import { portsOf } from "../../document/parts.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  anew,
  type DefinitionPlace,
  definitionOf,
  mapStatements,
  statementAt,
  statementsOf,
} from "./document-tree.ts";
import { equationText } from "./equation-text.ts";
import { finish, refuse } from "./finish.ts";
import { keepBindings } from "./keep-bindings.ts";
import { arrayNames, axesUsed, nameComplaint } from "./names.ts";
import { type AxisRewriting, rewriteAxes } from "./rewrite-axes.ts";
import { placeOf } from "./scope.ts";
import { unreadMention } from "./unread-line.ts";

/** One axis of one definition, and the name that it is to have. */
export interface AxisRenaming {
  /** The block, `""` at the top. */
  readonly definition: string;
  readonly axis: string;
  readonly name: string;
}

/** What renaming an axis leads to; a name in use asks whether the two axes are one. */
export type AxisRenamed =
  | Edit
  | {
      readonly ok: false;
      readonly says: string;
      /** What `mergeAxes` takes, when the answer is yes. */
      readonly merge: AxisRenaming;
      /** What then has to hold of sizes: "g = h", "both are 8". */
      readonly equation: string;
    };

/** Renames an axis in its whole definition and in the brackets of its calls, as one edit. */
export function renameAxis(context: EditContext, renaming: AxisRenaming): AxisRenamed {
  const { document, typed } = context;
  const { definition, axis, name } = renaming;
  const place = placeOf(document, definition);
  if (typeof place === "string") return refuse(place);
  const used = axesUsed(document, typed, place);
  if (!used.has(axis)) return refuse(`There is no axis named \`${axis}\` here.`);
  if (name === axis) return refuse(`This axis is called \`${axis}\` already.`);
  const complaint = nameComplaint(name) ?? unreadMention(document, axis, place);
  if (complaint !== undefined) return refuse(complaint);
  if (used.has(name)) {
    const equation = equationOf(context, renaming);
    return { ok: false, says: `\`${name}\` is already an axis here.`, merge: renaming, equation };
  }
  const taken = takenBySize(context, place, renaming);
  if (taken !== undefined) return refuse(taken);
  return made(context, place, { ...renaming, label: `Renamed ${axis} to ${name}` });
}

/** Makes two axes of a definition one, under the name of the second. */
export function mergeAxes(context: EditContext, renaming: AxisRenaming): Edit {
  const { document, typed } = context;
  const { definition, axis, name } = renaming;
  const place = placeOf(document, definition);
  if (typeof place === "string") return refuse(place);
  const used = axesUsed(document, typed, place);
  const missing = [axis, name].find((each) => !used.has(each));
  if (missing !== undefined) return refuse(`There is no axis named \`${missing}\` here.`);
  if (axis === name) return refuse(`\`${axis}\` is one axis already.`);
  const unread = unreadMention(document, axis, place);
  if (unread !== undefined) return refuse(unread);
  const both = standsWith(context, renaming);
  if (both !== undefined) return refuse(both);
  const differ = difference(context, renaming);
  if (differ !== undefined) return refuse(differ);
  return made(context, place, { ...renaming, label: `Made ${axis} and ${name} one axis` });
}

function equationOf({ typed }: EditContext, { definition, axis, name }: AxisRenaming): string {
  const axes = typed.definitions.get(definition)?.axes;
  const [left, right] = [axes?.get(axis)?.axis.size, axes?.get(name)?.axis.size];
  return left && right ? equationText(typed, left, right) : `${axis} = ${name}`;
}

/** Why two axes of a definition cannot be one: an array has both. */
export function standsWith(context: EditContext, renaming: AxisRenaming): string | undefined {
  const { axis, name } = renaming;
  const both = arrayWithBoth(context, renaming);
  if (both === undefined) return undefined;
  return `${both} has both \`${axis}\` and \`${name}\`, and no array has an axis twice; \`diagonal[${axis} ${name} -> ${name}]\` reads the entries where they agree.`;
}

/** An array that has both axes, as it begins a sentence. */
function arrayWithBoth(
  { document, typed }: EditContext,
  renaming: AxisRenaming,
): string | undefined {
  const { definition, axis, name } = renaming;
  const place = placeOf(document, definition);
  if (typeof place === "string") return undefined;
  const found = typed.definitions.get(definition);
  const has = (names: readonly string[]) => names.includes(axis) && names.includes(name);
  const values = [
    ...(found?.inputs ?? []),
    ...(found?.nodes.flatMap(({ results }) => results) ?? []),
  ];
  const value = values.find(({ type }) => has(type.shape.map((each) => each.name)));
  if (value !== undefined) return value.name === undefined ? "A result" : `\`${value.name}\``;
  const block = statementAt(document, place.body);
  const statements = statementsOf(document, place).map(({ statement }) => statement);
  const port = [...(block ? [block] : []), ...statements]
    .flatMap(portsOf)
    .find(({ shape = [] }) =>
      has(shape.flatMap((term) => (term.kind === "axis" ? term.name : []))),
    );
  return port && `\`${port.name}\``;
}

/** Why two sizes cannot be equal; an axis of no given size takes the other's. */
function difference({ document, typed }: EditContext, renaming: AxisRenaming): string | undefined {
  const { definition, axis, name } = renaming;
  const axes = typed.definitions.get(definition)?.axes;
  const [left, right] = [axes?.get(axis)?.axis, axes?.get(name)?.axis];
  if (left === undefined || right === undefined) return undefined;
  const given = fileSizes(document);
  const isFree = (each: typeof left) => printSize(each.size) === each.name && !given.has(each.name);
  if (isFree(left) || isFree(right)) return undefined;
  if (compareSizes(left.size, right.size).kind === "proved") return undefined;
  const [a, b] = [left, right].map(({ size }) => printSize(size));
  return `\`${axis}\` has the size ${a} and \`${name}\` the size ${b}, so they cannot be one axis; make the sizes equal first.`;
}

/** Why a name that a size has cannot be taken: the axis would have that size from then on. */
function takenBySize(
  { document, typed }: EditContext,
  place: DefinitionPlace,
  { definition, axis, name }: AxisRenaming,
): string | undefined {
  const index = statementsOf(document, place).some(
    ({ statement }) => statement.kind === "repeat" && statement.index === name,
  );
  if (index) return `\`${name}\` counts the copies of a repeat here; choose another name.`;
  const record = typed.sizes.get(name);
  if (record === undefined) return undefined;
  const size = typed.definitions.get(definition)?.axes.get(axis)?.axis.size;
  if (size !== undefined && size === record.size) return undefined;
  return `\`${name}\` is a size of the file, and an axis of that name has it; choose another name or give \`${axis}\` that size first.`;
}

function made(
  context: EditContext,
  place: DefinitionPlace,
  renaming: AxisRenaming & { readonly label: string },
): Edit {
  const { axis, name, definition, label } = renaming;
  const renamed = withAxisNamed(context, place, renaming);
  const document = keepBindings(context.typed, renamed, (where, old) =>
    where === definition && old === axis ? name : old,
  );
  return finish(context, { document, label });
}

/** Names of sizes that the file defines. */
export function fileSizes(document: Document): ReadonlySet<string> {
  return new Set(
    document.statements.flatMap((statement) =>
      statement.kind === "size" ? statement.sizes.map(({ name }) => name) : [],
    ),
  );
}

function withAxisNamed(
  { document, typed }: EditContext,
  place: DefinitionPlace,
  { axis, name }: AxisRenaming,
): Document {
  const isFileSize = fileSizes(document).has(axis);
  const isArray = arrayNames(document, place).has(axis);
  let owed = owedSize({ document, typed }, place, { axis, name });
  const rename = (word: string) => (word === axis ? name : word);
  const renameSize = isFileSize ? (word: string) => word : rename;
  const rewriting: AxisRewriting = {
    axis(term) {
      if (term.name !== axis && term.name !== name) return term;
      if (owed === undefined || term.size !== undefined) {
        return term.name === name ? term : { ...term, name };
      }
      const size = owed;
      owed = undefined;
      return { kind: "axis", name, size };
    },
    axisName: rename,
    sizeName: renameSize,
    bareName: isArray ? (word) => word : renameSize,
  };
  const calls: AxisRewriting = {
    axis: (term) => term,
    axisName: (word) => word,
    sizeName: (word) => word,
    bareName: (word) => word,
    boundName: (block, word) => (block === place.name ? rename(word) : word),
  };
  const renamed = mapStatements(document, (statement, path) => {
    const isInside = definitionOf(document, path).body.join() === place.body.join();
    const isOther = !isInside || isForeign(statement, path, place);
    const own = isOther ? statement : rewriteAxes(document, statement, rewriting);
    return place.name === "" ? own : rewriteAxes(document, own, calls);
  });
  return { ...renamed, layout: document.layout.map((line) => relabelled(line, place, axis, name)) };
}

/** Blocks stand at the top but are definitions of their own. */
function isForeign(statement: Statement, path: readonly number[], place: DefinitionPlace): boolean {
  if (statement.kind === "custom" || statement.kind === "size" || statement.kind === "require") {
    return true;
  }
  return statement.kind === "block" && path.join() !== place.body.join();
}

/**
 * The size that an axis has by its old name, and that its new name does not say: it is written where
 * the axis first stands. Nothing is owed where a size is written already.
 */
function owedSize(
  { document, typed }: EditContext,
  place: DefinitionPlace,
  { axis, name }: Pick<AxisRenaming, "axis" | "name">,
): SizeExpression | undefined {
  if (/^[0-9]+$/.test(axis)) return { kind: "number", value: BigInt(axis) };
  const sizes = fileSizes(document);
  if (!sizes.has(axis) || typed.sizes.get(name)?.size === typed.sizes.get(axis)?.size) {
    return undefined;
  }
  return writesSize(document, place, axis) || writesSize(document, place, name)
    ? undefined
    : { kind: "name", name: axis };
}

function writesSize(document: Document, place: DefinitionPlace, axis: string): boolean {
  let writes = false;
  const looking: AxisRewriting = {
    axis(term) {
      if (term.name === axis && term.size !== undefined) writes = true;
      return term;
    },
    axisName: (word) => word,
    sizeName: (word) => word,
    bareName: (word) => word,
  };
  const block = statementAt(document, place.body);
  if (block !== undefined) rewriteAxes(document, block, looking);
  for (const { statement } of statementsOf(document, place)) {
    rewriteAxes(document, statement, looking);
  }
  return writes;
}

function relabelled(
  line: LayoutLine,
  place: DefinitionPlace,
  axis: string,
  name: string,
): LayoutLine {
  const isOurs = isNameLine(line) && line.of === "axis" && line.block === place.name;
  return isOurs && line.name === axis ? anew({ ...line, name }) : line;
}
