import { compareSizes } from "../../../shapes/equal.ts";
import { printSize } from "../../../shapes/print.ts";
import { printSizeExpression } from "../../../shapes/print-expression.ts";
import type { Size } from "../../../shapes/size.ts";
import type { Document, LayoutLine, SizeDefinition, Statement } from "../../document/document.ts";
import { isNameLine, isSameName } from "../../document/name-line.ts";
import type { Edit, EditContext } from "../edit.ts";
import { anew, definitionOf, mapStatements } from "./document-tree.ts";
import { equationText } from "./equation-text.ts";
import { finish, refuse } from "./finish.ts";
import { keepBindings } from "./keep-bindings.ts";
import { arrayNames, nameComplaint } from "./names.ts";
import { fileSizes, standsWith } from "./rename-axis.ts";
import { rewriteAxes } from "./rewrite-axes.ts";
import { sizeUses } from "./size-uses.ts";
import { tryOut } from "./trial.ts";

/** One size of the file, and the name that it is to have. */
export interface SizeRenaming {
  readonly size: string;
  readonly name: string;
}

/** What renaming a size leads to; a name in use asks whether the two are one. */
export type SizeRenamed =
  | Edit
  | {
      readonly ok: false;
      readonly says: string;
      /** What `mergeSizes` takes, when the answer is yes. */
      readonly merge: SizeRenaming;
      /** What then has to hold: "k (64) = h", "both are 8". */
      readonly equation: string;
    };

/** Renames a size of the file, and with it the axes that have it by their name. */
export function renameSize(context: EditContext, renaming: SizeRenaming): SizeRenamed {
  const { size, name } = renaming;
  const { document } = context;
  const wrong = complaint(context, renaming);
  if (wrong !== undefined) return refuse(wrong);
  const holder = holderOf(context, name);
  if (holder !== undefined) {
    const says = `\`${name}\` is already ${holder}.`;
    return { ok: false, says, merge: renaming, equation: equationOf(context, renaming) };
  }
  if (sizeUses(document, name) > 0)
    return refuse(`\`${name}\` is already in use; choose another name.`);
  return finish(context, {
    document: withSizeNamed(document, renaming),
    label: `Renamed ${size} to ${name}`,
  });
}

/** Makes two sizes of the file one, or a size and the axes of a name, under that name. */
export function mergeSizes(context: EditContext, renaming: SizeRenaming): Edit {
  const { size, name } = renaming;
  const { document, typed } = context;
  const wrong = complaint(context, renaming) ?? difference(context, renaming);
  if (wrong !== undefined) return refuse(wrong);
  if (holderOf(context, name) === undefined) return refuse(`There is no size named \`${name}\`.`);
  const merged = withSizeNamed(withOneDefinition(document, renaming), renaming);
  const bound = keepBindings(typed, merged, (_, axis) => (axis === size ? name : axis));
  const circle = tryOut(context, bound).errors.find(({ code }) => code === "S04");
  if (circle !== undefined) return refuse(circle.title);
  return finish(context, { document: bound, label: `Made ${size} and ${name} one size` });
}

function complaint({ document }: EditContext, { size, name }: SizeRenaming): string | undefined {
  if (!fileSizes(document).has(size)) return `There is no size named \`${size}\`.`;
  if (name === size) return `This size is called \`${size}\` already.`;
  return nameComplaint(name);
}

/** What has a name already: a size, or axes that may have that size. */
function holderOf({ document, typed }: EditContext, name: string): string | undefined {
  if (fileSizes(document).has(name)) return "a size of the file";
  for (const definition of typed.definitions.values()) {
    if (!definition.axes.has(name)) continue;
    const where = definition.name === "" ? "the top of the file" : `block \`${definition.name}\``;
    return `an axis of ${where}`;
  }
  return undefined;
}

function equationOf({ typed }: EditContext, { size, name }: SizeRenaming): string {
  const [one, other] = [typed.sizes.get(size), typed.sizes.get(name)];
  if (one?.table !== undefined || other?.table !== undefined) return `${size} = ${name}`;
  const right = other?.size ?? axesNamed({ typed }, name)[0]?.size;
  return one && right ? equationText(typed, one.size, right) : `${size} = ${name}`;
}

function axesNamed({ typed }: Pick<EditContext, "typed">, name: string) {
  return [...typed.definitions.values()].flatMap(({ axes }) => axes.get(name)?.axis ?? []);
}

/** Why a size and what has the other name cannot be one. */
function difference(context: EditContext, renaming: SizeRenaming): string | undefined {
  const { size, name } = renaming;
  const { document, typed } = context;
  const [one, other] = [definitionIn(document, size), definitionIn(document, name)];
  const [left, right] = [typed.sizes.get(size), typed.sizes.get(name)];
  const end = "so they cannot be one size; make them equal first.";
  if (isGiven(one) && isGiven(other) && left && right) {
    const isSame =
      one?.table || other?.table
        ? writtenText(one) === writtenText(other)
        : isEqual(context, left.size, right.size);
    if (!isSame)
      return `\`${size}\` is ${writtenText(one)} and \`${name}\` is ${writtenText(other)}, ${end}`;
  }
  for (const [definition, { axes }] of typed.definitions) {
    const both = standsWith(context, { definition, axis: size, name });
    if (both !== undefined) return both;
    const [mine, theirs] = [axes.get(size)?.axis.size ?? left?.size, axes.get(name)?.axis.size];
    if (mine === undefined || theirs === undefined || printSize(theirs) === name) continue;
    if (!isEqual(context, mine, theirs)) {
      const text = printSize(mine);
      return `\`${size}\` is ${text === size ? writtenText(one) : text} and the axis \`${name}\` has the size ${printSize(theirs)}, ${end}`;
    }
  }
  return undefined;
}

function isEqual({ typed }: EditContext, left: Size, right: Size): boolean {
  const [a, b] = [typed.evaluate(left), typed.evaluate(right)];
  return (a !== undefined && a === b) || compareSizes(left, right).kind === "proved";
}

function isGiven(definition: SizeDefinition | undefined): boolean {
  return definition?.value !== undefined || definition?.table !== undefined;
}

function writtenText(definition: SizeDefinition | undefined): string {
  if (definition?.table) return `(${definition.table.map(printSizeExpression).join(", ")})`;
  return definition?.value ? printSizeExpression(definition.value) : "free";
}

function definitionIn({ statements }: Document, name: string): SizeDefinition | undefined {
  return statements
    .flatMap((statement) => (statement.kind === "size" ? statement.sizes : []))
    .find((size) => size.name === name);
}

/** The document with one definition for both: the one that gives a value, first that of the name. */
function withOneDefinition(document: Document, { size, name }: SizeRenaming): Document {
  const [one, other] = [definitionIn(document, size), definitionIn(document, name)];
  if (one === undefined || other === undefined) return withoutAxisSizes(document, name);
  const kept = isGiven(other) ? other : { ...one, name };
  const statements = document.statements.flatMap((statement): readonly Statement[] => {
    if (statement.kind !== "size") return [statement];
    if (!statement.sizes.some((each) => each === one || each === other)) return [statement];
    const sizes = statement.sizes.flatMap((each) =>
      each === one ? [] : [each === other ? kept : each],
    );
    return sizes.length === 0 ? [] : [anew({ ...statement, sizes })];
  });
  return { ...document, statements };
}

/** Axes of the name have the size of that name from then on, which need not be said. */
function withoutAxisSizes(document: Document, name: string): Document {
  return mapStatements(document, (statement) =>
    rewriteAxes(document, statement, {
      axis(term) {
        if (term.name !== name || term.size === undefined) return term;
        const { size: _, ...bare } = term;
        return bare;
      },
      axisName: (word) => word,
      sizeName: (word) => word,
      bareName: (word) => word,
    }),
  );
}

function withSizeNamed(document: Document, { size, name }: SizeRenaming): Document {
  const rename = (word: string) => (word === size ? name : word);
  const changed = mapStatements(document, (statement, path) => {
    const isArray = arrayNames(document, definitionOf(document, path)).has(size);
    return rewriteAxes(document, statement, {
      axis: (term) => (term.name === size ? { ...term, name } : term),
      axisName: rename,
      sizeName: rename,
      bareName: isArray ? (word) => word : rename,
      boundName: (_, word) => rename(word),
    });
  });
  const layout = document.layout.flatMap((line) => relabelled(document, line, { size, name }));
  return { ...changed, layout };
}

/** A label goes with its name, unless that has one of its own. */
function relabelled(
  { layout }: Document,
  line: LayoutLine,
  { size, name }: SizeRenaming,
): readonly LayoutLine[] {
  if (!isNameLine(line) || line.of === "array" || line.name !== size) return [line];
  const renamed = anew({ ...line, name });
  const isTaken = layout.some((other) => isNameLine(other) && isSameName(other, renamed));
  return isTaken ? [] : [renamed];
}
