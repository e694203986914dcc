import type { Document, LayoutLine, NodeId } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { definitionOf, findDefinition, findNode } from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { withLayout } from "./layout-section.ts";
import { arrayNames } from "./names.ts";
import { portTitle } from "./port.ts";

/** What `place` names: a node by its id, or an array without a node of its own as `Block/NAME`. */
export type PlacedName = NodeId;

/** Where one thing stands among others of its definition. */
export interface Among {
  readonly node: PlacedName;
  /** What it stands above, the last one moved past last. */
  readonly over: readonly PlacedName[];
  /** What it stands below, likewise. */
  readonly under: readonly PlacedName[];
}

/** Puts a node at a height by hand: half spacings below the first input of its body. */
export function placeAt(
  context: EditContext,
  {
    node,
    dy,
    over = [],
    under = [],
  }: { readonly node: NodeId; readonly dy: number } & Partial<Among>,
): Edit {
  const { document } = context;
  const half = Math.max(-999_999, Math.min(999_999, Math.round(dy)));
  if (!Number.isFinite(half)) return refuse("A height is a number of half spacings.");
  const complaint = complaintAbout(document, { node, over, under });
  if (complaint !== undefined) return refuse(complaint);
  const line: LayoutLine = {
    kind: "place",
    lead: [],
    node,
    wish: { kind: "height", dy: half === 0 ? 0 : half },
  };
  const layout = ordered(document.layout, { node, over, under });
  const at = layout.findIndex((each) => isHeightOf(each, node));
  const placed = at < 0 ? [...layout, line] : layout.with(at, line);
  return finish(context, {
    document: withLayout(document, placed),
    label: `Placed ${titleOf(document, node)} by hand`,
  });
}

/** Moves a thing past others; a height that it was given by hand goes. */
export function placeAmong(context: EditContext, among: Among): Edit {
  const { document } = context;
  const complaint = complaintAbout(document, among);
  if (complaint !== undefined) return refuse(complaint);
  const { node, over, under } = among;
  const [other, side] = over.length > 0 ? [over.at(-1), "above"] : [under.at(-1), "below"];
  if (other === undefined) return refuse("There is nothing here to move past.");
  const layout = ordered(document.layout, among).filter((line) => !isHeightOf(line, node));
  return finish(context, {
    document: withLayout(document, layout),
    label: `Moved ${titleOf(document, node)} ${side} ${titleOf(document, other)}`,
  });
}

/** Gives what was placed by hand back to the automatic layout: some nodes, or everything. */
export function release(
  context: EditContext,
  { nodes }: { readonly nodes?: readonly PlacedName[] },
): Edit {
  const says = nodes === undefined ? "Gave everything back to the layout" : undefined;
  return without(context, {
    goes: (line) => isAbout(line, nodes),
    label: says ?? `Gave ${titles(context.document, nodes ?? [])} back to the layout`,
    nothing: "Nothing here was placed by hand.",
  });
}

/** Puts things back into the order of the automatic layout; heights given by hand stay. */
export function tidy(
  context: EditContext,
  { nodes }: { readonly nodes?: readonly PlacedName[] },
): Edit {
  const { document } = context;
  const isPlaced = document.layout.some((line) => isAbout(line, nodes));
  return without(context, {
    goes: (line) => isAbout(line, nodes) && line.kind === "place" && line.wish.kind === "before",
    label: nodes === undefined ? "Tidied the diagram" : `Tidied ${titles(document, nodes)}`,
    nothing: isPlaced
      ? "What is left was placed by hand; Release gives it back to the layout."
      : "Everything stands where the layout puts it.",
  });
}

const GONE = "This operation is no longer in the file.";

/** The name under which people know what `place` names. */
export function titleOf(document: Document, name: PlacedName): string {
  const array = arrayOf(document, name);
  if (array !== undefined) return array;
  const found = findNode(document, name);
  return found === undefined ? name : portTitle(document, found);
}

function titles(document: Document, names: readonly PlacedName[]): string {
  const [first = "", second] = names;
  return second === undefined ? titleOf(document, first) : `${names.length} things`;
}

function without(
  context: EditContext,
  {
    goes,
    label,
    nothing,
  }: {
    readonly label: string;
    readonly nothing: string;
    goes(line: LayoutLine): boolean;
  },
): Edit {
  const { document } = context;
  const kept = document.layout.filter((line) => !goes(line));
  if (kept.length === document.layout.length) return refuse(nothing);
  return finish(context, { document: withLayout(document, kept), label });
}

function complaintAbout(document: Document, { node, over, under }: Among): string | undefined {
  const definition = definitionWith(document, node);
  const others = [...over, ...under];
  const definitions = others.map((other) => definitionWith(document, other));
  if (definition === undefined || definitions.includes(undefined)) return GONE;
  if (others.includes(node)) return "Nothing stands above itself.";
  if (definitions.some((each) => each !== definition)) {
    return "Only what stands in one block can be put in an order.";
  }
  return undefined;
}

function definitionWith(document: Document, name: PlacedName): string | undefined {
  const found = findNode(document, name);
  if (found !== undefined) return definitionOf(document, found.path).name;
  return arrayOf(document, name) === undefined ? undefined : parts(name).definition;
}

/** The array that a name is that of, where there is one. */
function arrayOf(document: Document, name: PlacedName): string | undefined {
  const { definition, array } = parts(name);
  const place = findDefinition(document, definition);
  return place !== undefined && arrayNames(document, place).has(array) ? array : undefined;
}

function parts(name: PlacedName): { readonly definition: string; readonly array: string } {
  const [definition, array] = name.includes("/") ? name.split("/", 2) : ["", name];
  return { definition: definition ?? "", array: array ?? "" };
}

/** The lines with new orders in the place of those that say anything of the same two things. */
function ordered(
  layout: readonly LayoutLine[],
  { node, over, under }: Among,
): readonly LayoutLine[] {
  const others = new Set([...over, ...under]);
  const kept = layout.filter((line) => {
    if (line.kind !== "place" || line.wish.kind !== "before") return true;
    const { other } = line.wish;
    return !(line.node === node && others.has(other)) && !(other === node && others.has(line.node));
  });
  return [
    ...kept,
    ...over.map((other) => orderLine(node, other)),
    ...under.map((other) => orderLine(other, node)),
  ];
}

function orderLine(node: PlacedName, other: PlacedName): LayoutLine {
  return { kind: "place", lead: [], node, wish: { kind: "before", other } };
}

function isHeightOf(line: LayoutLine, node: PlacedName): boolean {
  return line.kind === "place" && line.node === node && line.wish.kind === "height";
}

/** Whether a line arranges one of some things, or anything at all. */
function isAbout(line: LayoutLine, nodes: readonly PlacedName[] | undefined): boolean {
  if (line.kind !== "place") return false;
  if (nodes === undefined || nodes.includes(line.node)) return true;
  return line.wish.kind === "before" && nodes.includes(line.wish.other);
}
