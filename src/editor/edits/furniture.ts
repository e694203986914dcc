import {
  CORNERS,
  type Corner,
  type Document,
  type LayoutLine,
  type NodeId,
  PLATE_COLOURS,
  type PlateColour,
} from "../../document/document.ts";
import { type GlyphPart, isGlyphPart, namedPart } from "../../document/named-part.ts";
import type { Edit, EditContext } from "../edit.ts";
import { definitionOf, findNode } from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { addedLine, changedLine, GONE } from "./layout-line.ts";
import { withLayout } from "./layout-section.ts";
import { arrayNames, writtenAxes } from "./names.ts";
import { placeOf } from "./scope.ts";

/** Something that a figure has once, or not at all. */
export type Sign = "legend" | "equation" | "columns" | "guides" | "cups";

type Haloed = { readonly axis: string } | { readonly array: string };

/** A plate, a callout, a title or a halo with its place among the lines of the layout section. */
export interface FurnitureLine {
  readonly at: number;
  readonly line: LayoutLine & {
    readonly kind: "plate" | "callout" | "title" | "picture" | "halo" | "below";
  };
}

/** The plates, callouts, titles, pictures of arrays and halos of a file in the order of its lines. */
export function furnitureOf({ layout }: Document): readonly FurnitureLine[] {
  return layout.flatMap((line, at) => (isFurniture(line) ? [{ at, line }] : []));
}

function isFurniture(line: LayoutLine | undefined): line is FurnitureLine["line"] {
  const { kind } = line ?? {};
  return kind !== undefined && KINDS.has(kind);
}

const KINDS: ReadonlySet<string> = new Set([
  "plate",
  "callout",
  "title",
  "picture",
  "halo",
  "below",
]);

/** The published colour of a plate around a part of an operation (NOTATION 4.4). */
const PART_COLOURS: Readonly<Record<GlyphPart, PlateColour>> = {
  swap: "transpose",
  cup: "attention",
  diagonal: "scale",
};

/**
 * Puts a plate around nodes of one definition, around a part of one, or where an array of it is
 * copied. Around a part it has that part's colour and no title.
 */
export function addPlate(
  context: EditContext,
  { nodes }: { readonly nodes: readonly NodeId[] },
): Edit {
  const { document } = context;
  const found = nodes.map((node) => findNode(document, namedPart(node)?.of ?? node));
  if (nodes.length === 0) return refuse("Select the operations that the plate is to go around.");
  const homes = new Set(
    found.map((each) => (each === undefined ? undefined : definitionOf(document, each.path).name)),
  );
  if (homes.has(undefined)) return refuse("This operation is no longer in the file.");
  if (homes.size > 1) return refuse("A plate goes around operations of one block.");
  const part = nodes.length === 1 ? namedPart(nodes[0] ?? "")?.part : undefined;
  const look =
    part !== undefined && isGlyphPart(part)
      ? { role: PART_COLOURS[part], title: "" }
      : { role: "attention" as const, title: "Region" };
  return addedLine(context, { kind: "plate", lead: [], ...look, nodes }, "Added a plate");
}

/** Adds a remark that points at a node. */
export function addCallout(context: EditContext, { node }: { readonly node: NodeId }): Edit {
  if (findNode(context.document, node) === undefined) {
    return refuse("Select the operation that the callout is to point at.");
  }
  return addedLine(context, { kind: "callout", lead: [], node, text: "Remark" }, "Added a callout");
}

/** Sets the words of a plate, a callout or a title; a plate may go without. */
export function setWords(
  context: EditContext,
  { at, text }: { readonly at: number; readonly text: string },
): Edit {
  const line = context.document.layout[at];
  const words = text.replace(/[\t ]+/g, " ").trim();
  if (line?.kind === "plate")
    return changedLine(context, at, { ...line, title: words }, "Named a plate");
  if (line?.kind === "title") {
    if (words === "") return refuse("A title says something; remove it if it is not needed.");
    return changedLine(context, at, { ...line, text: words }, "Changed a title");
  }
  if (line?.kind !== "callout") return refuse(GONE);
  if (words === "") return refuse("A callout says something; remove it if it is not needed.");
  return changedLine(context, at, { ...line, text: words }, "Changed a callout");
}

/** Colours a plate. */
export function setPlateColour(
  context: EditContext,
  { at, role }: { readonly at: number; readonly role: PlateColour },
): Edit {
  const line = context.document.layout[at];
  if (line?.kind !== "plate") return refuse(GONE);
  if (!PLATE_COLOURS.includes(role)) return refuse(`There is no colour \`${role}\`.`);
  return changedLine(context, at, { ...line, role }, "Coloured a plate");
}

/** Cuts a corner off a plate, or puts it back. */
export function toggleCorner(
  context: EditContext,
  { at, corner }: { readonly at: number; readonly corner: Corner },
): Edit {
  const line = context.document.layout[at];
  if (line?.kind !== "plate") return refuse(GONE);
  const { cut = [], ...rest } = line;
  const isCut = cut.includes(corner);
  const now = CORNERS.filter((each) => (each === corner ? !isCut : cut.includes(each)));
  const plate = now.length === 0 ? rest : { ...rest, cut: now };
  return changedLine(context, at, plate, isCut ? "Put a corner back" : "Cut a corner off");
}

/** Makes the strands of an axis stand out in the figure, or where an array is made, or no longer. */
export function toggleHalo(
  context: EditContext,
  { definition: block, ...what }: { readonly definition: string } & Haloed,
): Edit {
  const { document } = context;
  const place = placeOf(document, block);
  if (typeof place === "string") return refuse(place);
  const [of, name] =
    "axis" in what ? (["axis", what.axis] as const) : (["array", what.array] as const);
  const isThere = (of === "axis" ? writtenAxes : arrayNames)(document, place).has(name);
  if (!isThere) return refuse(`The file has no ${of} \`${name}\` here by name.`);
  const at = document.layout.findIndex(
    (line) => line.kind === "halo" && line.of === of && line.block === block && line.name === name,
  );
  if (at >= 0) return removeFurniture(context, { at });
  return addedLine(context, { kind: "halo", lead: [], block, of, name }, `Highlighted ${name}`);
}

const REMOVED: Readonly<Record<FurnitureLine["line"]["kind"], string>> = {
  plate: "Removed a plate",
  callout: "Removed a callout",
  title: "Removed a title",
  picture: "Removed a picture",
  halo: "Removed a halo",
  below: "Raised a function",
};

/** Takes a plate, a callout, a title or a halo away. */
export function removeFurniture(context: EditContext, { at }: { readonly at: number }): Edit {
  const { document } = context;
  const line = document.layout[at];
  if (!isFurniture(line)) return refuse(GONE);
  const next = withLayout(document, document.layout.toSpliced(at, 1));
  return finish(context, { document: next, label: REMOVED[line.kind] });
}

/** Whether the legend, the equation, colours of columns, lines between them or cups without arrows are shown. */
export function hasSign({ layout }: Document, sign: Sign): boolean {
  return layout.some(({ kind }) => kind === sign);
}

/** Shows the legend, the equation, colours of columns, lines between them or cups without arrows, or hides it again. */
export function toggleSign(context: EditContext, { sign }: { readonly sign: Sign }): Edit {
  const { document } = context;
  const rest = document.layout.filter(({ kind }) => kind !== sign);
  if (rest.length < document.layout.length) {
    return finish(context, { document: withLayout(document, rest), label: `Hid ${SIGNS[sign]}` });
  }
  if (sign === "equation" && context.typed.main.name === "") {
    return refuse("Only a block has a closed box; group the figure into a block first.");
  }
  const line: LayoutLine =
    sign === "legend" ? { kind: "legend", lead: [], lines: [] } : { kind: sign, lead: [] };
  return addedLine(context, line, `Showed ${SIGNS[sign]}`);
}

const SIGNS: Readonly<Record<Sign, string>> = {
  legend: "the legend",
  equation: "the equation",
  columns: "the colours of columns",
  guides: "the lines between columns",
  cups: "cups without arrows",
};
