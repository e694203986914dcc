import type { Document, LayoutLine, NodeId } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { definitionOf, type Found, findNode } from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { arrayNames, axesUsed } from "./names.ts";
import { portTitle } from "./port.ts";
import { fileSizes } from "./rename-axis.ts";
import { placeOf } from "./scope.ts";

/** Puts a node at a height by hand: half spacings below the first input of its definition. */
export function placeAt(
  context: EditContext,
  { node, dy }: { readonly node: NodeId; readonly dy: number },
): Edit {
  const found = findNode(context.document, node);
  if (found === undefined) return refuse(GONE);
  const half = Math.max(-999_999, Math.min(999_999, Math.round(dy)));
  if (!Number.isFinite(half)) return refuse("A height is a number of half spacings.");
  const line: LayoutLine = {
    kind: "place",
    lead: [],
    node,
    wish: { kind: "height", dy: half === 0 ? 0 : half },
  };
  const { layout } = context.document;
  const at = layout.findIndex((each) => isHeightOf(each, node));
  const document = withLayout(context.document, at < 0 ? [...layout, line] : layout.with(at, line));
  return finish(context, {
    document,
    label: `Placed ${nameOf(context.document, found)} by hand`,
    select: [node],
  });
}

/** Wants a node to stand above another one of its definition. */
export function placeBefore(
  context: EditContext,
  { node, other }: { readonly node: NodeId; readonly other: NodeId },
): Edit {
  const { document } = context;
  const [found, below] = [findNode(document, node), findNode(document, other)];
  if (found === undefined || below === undefined) return refuse(GONE);
  if (node === other) return refuse("Nothing stands above itself.");
  if (definitionOf(document, found.path).name !== definitionOf(document, below.path).name) {
    return refuse("Only what stands in one block can be put in an order.");
  }
  const kept = document.layout.filter(
    (line) => !isOrderOf(line, other, node) && !isOrderOf(line, node, other),
  );
  const line: LayoutLine = { kind: "place", lead: [], node, wish: { kind: "before", other } };
  const changed = withLayout(document, [...kept, line]);
  const label = `Moved ${nameOf(document, found)} above ${nameOf(document, below)}`;
  return finish(context, { document: changed, label, select: [node] });
}

/** Gives what was placed by hand back to the automatic layout: some nodes, or everything. */
export function release(
  context: EditContext,
  { nodes }: { readonly nodes?: readonly NodeId[] },
): Edit {
  const { document } = context;
  const goes = (line: LayoutLine) =>
    line.kind === "place" && (nodes === undefined || nodes.includes(line.node));
  const kept = document.layout.filter((line) => !goes(line));
  if (kept.length === document.layout.length) return refuse("Nothing here was placed by hand.");
  const label =
    nodes === undefined ? "Gave everything back to the layout" : "Gave back to the layout";
  return finish(context, { document: withLayout(document, kept), label });
}

/** What a label is about. */
export interface LabelTarget {
  /** The block, `""` at the top. */
  readonly definition: string;
  readonly of: "axis" | "array" | "size";
  readonly name: string;
}

/** Says how a name is typeset, as LaTeX; without text the name is typeset by its letters again. */
export function setLabel(
  context: EditContext,
  { target, tex }: { readonly target: LabelTarget; readonly tex: string },
): Edit {
  const { document } = context;
  const { definition, of, name } = target;
  if (!isThere(context, target)) return refuse(`There is no ${of} named \`${name}\` here.`);
  if (CONTROL.test(tex)) return refuse("A label stands on one line.");
  const written = tex.trim();
  const at = document.layout.findIndex(
    (line) =>
      line.kind === "label" && line.block === definition && line.of === of && line.name === name,
  );
  const old = document.layout[at];
  if (written === "" && old === undefined) return refuse(`\`${name}\` has no label of its own.`);
  const around = {
    lead: old?.lead ?? [],
    ...(old?.comment !== undefined && { comment: old.comment }),
  };
  const line: LayoutLine = { kind: "label", ...around, block: definition, of, name, tex: written };
  const layout =
    written === ""
      ? document.layout.toSpliced(at, 1)
      : old === undefined
        ? [...document.layout, line]
        : document.layout.with(at, line);
  const label = written === "" ? `Took the label off ${name}` : `Labelled ${name}`;
  return finish(context, { document: withLayout(document, layout), label });
}

const CONTROL = /\p{Cc}/u;
const GONE = "This operation is no longer in the file.";

function isThere({ document, typed }: EditContext, { definition, of, name }: LabelTarget): boolean {
  const place = placeOf(document, definition);
  if (typeof place === "string") return false;
  if (of === "array") return arrayNames(document, place).has(name);
  return (
    axesUsed(document, typed, place).has(name) || (of === "size" && fileSizes(document).has(name))
  );
}

function isHeightOf(line: LayoutLine, node: NodeId): boolean {
  return line.kind === "place" && line.node === node && line.wish.kind === "height";
}

function isOrderOf(line: LayoutLine, node: NodeId, other: NodeId): boolean {
  return (
    line.kind === "place" &&
    line.node === node &&
    line.wish.kind === "before" &&
    line.wish.other === other
  );
}

/** The document with this layout section; one that begins stands behind an empty line, which goes with it again. */
export function withLayout(document: Document, layout: readonly LayoutLine[]): Document {
  const { trailing } = document;
  const wasEmpty = document.layout.length === 0;
  if (wasEmpty && layout.length > 0 && trailing.at(-1) !== "" && document.statements.length > 0) {
    return { ...document, layout, trailing: [...trailing, ""] };
  }
  if (!wasEmpty && layout.length === 0 && trailing.at(-1) === "") {
    return { ...document, layout, trailing: trailing.slice(0, -1) };
  }
  return { ...document, layout };
}

function nameOf(document: Document, found: Found): string {
  const { statement, expression } = found;
  if (statement.kind === "array" && (expression === undefined || expression === statement.value)) {
    return statement.results.map(({ name }) => name).join(", ");
  }
  return portTitle(document, found);
}
