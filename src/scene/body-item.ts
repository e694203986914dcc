import type { Slab } from "../draw/slab.ts";
import type { LayoutGraph, LayoutItem } from "../layout/graph.ts";
import { crossingsInOwnOrder } from "../layout/place.ts";
import type { TypedDefinition, TypedNode } from "../typing/diagram.ts";
import { atLevel } from "./arrows.ts";
import type { ExtraAxes } from "./extra-axes.ts";
import type { Figure, FigureContext, Laying, Member } from "./figure.ts";
import type { Hole } from "./hole.ts";
import { smoothSteps } from "./smooth-steps.ts";
import { atWishedHeight, nameOfItem, ordersAmong } from "./wishes.ts";

/** What the items of one body share. */
export interface BodyScope {
  readonly context: FigureContext;
  readonly definition: TypedDefinition;
  readonly extras: ExtraAxes;
  /** LaTeX of an axis of this definition, extra axes included. */
  label(axis: string): string;
  /** Whether an axis of this definition, extra axes included, is a double wire. */
  isDouble(axis: string): boolean;
  /** How contractions close their holes where nothing else decides. */
  readonly hole: Hole;
  /** LaTeX of an array's name. */
  arrayLabel(name: string): string;
  /** The scope of the body of a loop that counts its copies by this index. */
  inside(index: string): BodyScope;
  /** Lays out the body of a loop, whose nodes belong to the same definition. */
  layNodes(nodes: readonly TypedNode[], scope: BodyScope): Laying<readonly BodyItem[]>;
  /** Lays out the inside of an open call, with axes that are broadcast past it. */
  layBlock(
    definition: TypedDefinition,
    extrasOfInputs: readonly (readonly string[])[],
    around: BlockSurroundings,
    context: FigureContext,
  ): Laying<Figure>;
}

/** What the inside of a block is told of the body around it. */
export interface BlockSurroundings {
  label(axis: string): string;
  isDouble(axis: string): boolean;
  /** Per input, the labels of its strands outside: where they agree, the border repeats none. */
  readonly labels: readonly (readonly string[])[];
}

/** An item of the layout with what it stands for. */
export interface BodyItem {
  readonly item: LayoutItem;
  readonly member: Member;
  /** The same item with its first two arrays exchanged, where their order means nothing. */
  readonly exchanged?: LayoutItem;
}

/** Places items and gathers what the figure says about itself. */
export function* layFigure(
  items: readonly BodyItem[],
  about: Pick<Figure, "definition" | "kind" | "title" | "foldable">,
  { context, label, isDouble }: Pick<BodyScope, "context" | "label" | "isDouble">,
): Laying<Figure> {
  const { definition } = about;
  const level = context.detail(definition);
  const arranged = items.map((each): BodyItem => {
    const { item, member, exchanged } = atLevel(each, level, label);
    const name = nameOfItem(definition, member, item);
    const wished = { item: atWishedHeight(item, name, context.wishes), member };
    if (exchanged === undefined) return wished;
    return { ...wished, exchanged: atWishedHeight(exchanged, name, context.wishes) };
  });
  const orders = ordersAmong(items, definition, context.wishes);
  const placed = yield withChosenOperands(arranged, {
    label,
    ...(orders.length > 0 && { orders }),
  });
  const placement = level === "axes" ? smoothSteps(placed) : placed;
  return {
    ...about,
    placement,
    level,
    members: new Map(items.map(({ item, member }) => [item.id, member])),
    frame: [],
    borders: bordersOf(items),
    doubles: level === "axes" ? doublesOf(items, isDouble) : new Set(),
    top: placement.top,
    bottom: placement.bottom,
  };
}

function doublesOf(
  items: readonly BodyItem[],
  isDouble: (axis: string) => boolean,
): ReadonlySet<string> {
  const axes = items.flatMap(({ item }) => [...item.slab.inputs, ...item.slab.outputs].flat());
  return new Set(axes.filter(isDouble));
}

function bordersOf(items: readonly BodyItem[]): ReadonlyMap<string, readonly string[]> {
  const borders = new Map<string, readonly string[]>();
  for (const { item } of items) {
    item.outputs.forEach((array, i) => {
      if (item.id === "entry") borders.set(`entry ${array}`, item.slab.outputs[i] ?? []);
    });
    item.inputs.forEach((array, i) => {
      if (item.id === "exit") borders.set(`exit ${array}`, item.slab.inputs[i] ?? []);
    });
  }
  return borders;
}

/** Above this many items the order of operands stays as it is: every try is a layout. */
const MOST_ITEMS_TO_TRY = 80;

/** Exchanges operands whose order means nothing wherever that makes fewer strands cross. */
function withChosenOperands(
  items: readonly BodyItem[],
  rest: Omit<LayoutGraph, "items">,
): LayoutGraph {
  let chosen: LayoutGraph = { items: items.map(({ item }) => item), ...rest };
  if (items.length > MOST_ITEMS_TO_TRY) return chosen;
  let crossings: number | undefined;
  for (const [i, { exchanged }] of items.entries()) {
    if (exchanged === undefined) continue;
    crossings ??= crossingsInOwnOrder(chosen);
    if (crossings === 0) break;
    const tried: LayoutGraph = { ...chosen, items: chosen.items.with(i, exchanged) };
    const fewer = crossingsInOwnOrder(tried);
    if (fewer < crossings) {
      chosen = tried;
      crossings = fewer;
    }
  }
  return chosen;
}

/** A border of a block or loop as an item; arrays of the entry are its outputs, of the exit its inputs. */
export function borderItem(
  side: "entry" | "exit",
  slab: Slab,
  arrays: readonly string[],
): BodyItem {
  return {
    item: {
      id: side,
      inputs: side === "exit" ? arrays : [],
      outputs: side === "entry" ? arrays : [],
      slab,
      role: side,
    },
    member: { kind: "border" },
  };
}
