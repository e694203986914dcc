import { sizeTex } from "../../shapes/print.ts";
import { constant, subtract } from "../../shapes/size.ts";
import { source } from "../draw/forms/source.ts";
import { type WallRow, wall } from "../draw/forms/wall.ts";
import type { Slab } from "../draw/slab.ts";
import type { LayoutItem } from "../layout/graph.ts";
import type { Crossing, TypedNode, Value } from "../typing/diagram.ts";
import { type BodyItem, type BodyScope, borderItem, layFigure } from "./body-item.ts";
import { entryBorder, exitBorder } from "./border.ts";
import { bracketFrame } from "./bracket-frame.ts";
import { drawnAxes } from "./extra-axes.ts";
import type { Figure, Laying } from "./figure.ts";
import { insideSlab } from "./inside.ts";
import { LEFT_WALL, RIGHT_WALL } from "./wall-ids.ts";
import { orderOfUse, sortedByUse } from "./wall-order.ts";
import { contextInside, wrapFigure } from "./wrap.ts";

type LoopNode = Extract<TypedNode, { kind: "loop" }>;

/** An array at a wall: how it looks outside, and inside. */
interface WallCrossing {
  readonly kind: Crossing["kind"];
  readonly outer: Value;
  readonly inner: Value;
  /** The axis that is sliced or stacked. */
  readonly axis?: string;
}

/** A repeat or scan: its body between two walls, as one slab of the body around it. */
export function* loopItem(node: LoopNode, scope: BodyScope): Laying<readonly BodyItem[]> {
  const counted = node.index === undefined ? scope : scope.inside(node.index);
  const within = { ...counted, context: contextInside(scope.context) };
  const body = (yield* scope.layNodes(node.nodes, within)).map(afterLeftWall);
  let best: LaidLoop | undefined;
  for (const walls of wallChoices(node)) {
    const laid = yield* layLoop(node, walls, body, { inside: within, outside: scope });
    const crossings = laid.figure.placement.crossings;
    if (best === undefined || crossings < best.figure.placement.crossings) best = laid;
    if (crossings === 0) break;
  }
  if (best === undefined) return [];
  const { walls, figure } = best;
  const same = ({ outer }: WallCrossing) => {
    const axes = drawnAxes(outer, scope.extras);
    return { outside: axes, inside: axes, names: axes };
  };
  const { slab, insideX, insideTop } = insideSlab(
    figure,
    walls.entering.map(same),
    walls.leaving.map(same),
    figure.level,
  );
  const item: BodyItem = {
    item: {
      id: node.id,
      inputs: walls.entering.map(({ outer }) => outer.id),
      outputs: walls.leaving.map(({ outer }) => outer.id),
      slab,
      role: walls.entering.length === 0 ? "source" : "inner",
    },
    member: {
      kind: "node",
      node,
      title: loopTitle(node),
      inside: figure,
      insideX,
      insideTop,
    },
  };
  return [...startItems(walls.entering, scope), item];
}

/** The rows of both walls, top to bottom. */
interface Walls {
  readonly entering: readonly WallCrossing[];
  readonly leaving: readonly WallCrossing[];
}

interface LaidLoop {
  readonly walls: Walls;
  readonly figure: Figure;
}

/** Row orders worth trying, the natural one first; the one with the fewest crossings is taken. */
function wallChoices(node: LoopNode): readonly Walls[] {
  const entering = enteringCrossings(node);
  const stacksFirst = leavingCrossings(node);
  const statesFirst = [...stacksFirst].sort(
    (left, right) => Number(right.kind === "carry") - Number(left.kind === "carry"),
  );
  return [stacksFirst, statesFirst].flatMap((leaving) => {
    const order = orderOfUse(
      leaving.map(({ inner }) => inner),
      node.nodes,
    );
    const byUse = sortedByUse(entering, ({ inner }) => inner, order);
    return [
      { entering, leaving },
      { entering: byUse, leaving },
    ];
  });
}

function* layLoop(
  node: LoopNode,
  walls: Walls,
  body: readonly BodyItem[],
  { inside: scope, outside: around }: { readonly inside: BodyScope; readonly outside: BodyScope },
): Laying<LaidLoop> {
  const { entering, leaving } = walls;
  const index = node.index === undefined ? undefined : scope.label(node.index);
  const wallOf = (side: "left" | "right", crossings: readonly WallCrossing[]) =>
    wall({
      rows: crossings.map((crossing) => wallRow(crossing, side, index ?? "", scope)),
      before: side === "left" ? around.label : scope.label,
      after: side === "left" ? scope.label : around.label,
    });
  const outside = (crossings: readonly WallCrossing[]) =>
    crossings.map(({ outer }) => ({ axes: drawnAxes(outer, scope.extras) }));
  const enter = entering.map((_, i) => `enter ${i}`);
  const leave = leaving.map((_, i) => `leave ${i}`);
  const items: readonly BodyItem[] = [
    borderItem("entry", entryBorder(outside(entering)), enter),
    wallItem(
      LEFT_WALL,
      enter,
      entering.map(({ inner }) => inner.id),
      wallOf("left", entering),
    ),
    ...body,
    wallItem(
      RIGHT_WALL,
      leaving.map(({ inner }) => inner.id),
      leave,
      wallOf("right", leaving),
      body.map(({ item }) => item.id),
    ),
    borderItem("exit", exitBorder(outside(leaving)), leave),
  ];
  const laid = yield* layFigure(
    items,
    {
      definition: scope.definition.name,
      kind: "loop",
      title: loopTitle(node),
      foldable: false,
    },
    scope,
  );
  const rows = wrapFigure(laid, scope.context, scope.label);
  const frame = bracketFrame(rows, { left: LEFT_WALL, right: RIGHT_WALL }, loopTexts(node, index));
  return { walls, figure: { ...rows, ...frame } };
}

function wallItem(
  id: string,
  inputs: readonly string[],
  outputs: readonly string[],
  slab: Slab,
  after: readonly string[] = [],
): BodyItem {
  return { item: { id, inputs, outputs, slab, role: "inner", after }, member: { kind: "wall" } };
}

function enteringCrossings(node: LoopNode): readonly WallCrossing[] {
  const crossings: WallCrossing[] = [];
  for (const crossing of node.crossings) {
    if (crossing.kind === "each") {
      const { outer, inner, axis } = crossing;
      crossings.push({ kind: "each", outer, inner, axis });
    } else if (crossing.kind === "carry") {
      crossings.push({ kind: "carry", outer: startOf(crossing), inner: crossing.inner });
    } else if (crossing.kind === "read" && crossing.outer.scalar === undefined) {
      crossings.push({ kind: "read", outer: crossing.outer, inner: crossing.outer });
    }
  }
  return crossings;
}

/** Stacks first: in a recurrence they are the result, and the states go on below. */
function leavingCrossings(node: LoopNode): readonly WallCrossing[] {
  const stacks = node.crossings.flatMap((crossing): readonly WallCrossing[] =>
    crossing.kind === "collect"
      ? [{ kind: "collect", outer: crossing.outer, inner: crossing.inner, axis: crossing.axis }]
      : [],
  );
  const states = node.crossings.flatMap((crossing): readonly WallCrossing[] =>
    crossing.kind === "carry"
      ? [{ kind: "carry", outer: crossing.final, inner: crossing.next }]
      : [],
  );
  return [...stacks, ...states];
}

/** A state that starts from a number gets an array of its own to start from. */
function startOf(crossing: Extract<Crossing, { kind: "carry" }>): Value {
  const { start, inner } = crossing;
  if (start.scalar === undefined) return start;
  return { ...inner, id: `start ${inner.id}`, scalar: start.scalar };
}

function startItems(entering: readonly WallCrossing[], scope: BodyScope): readonly BodyItem[] {
  return entering.flatMap(({ outer }): readonly BodyItem[] => {
    if (outer.scalar === undefined) return [];
    const slab = source({
      axes: drawnAxes(outer, scope.extras),
      text: outer.scalar,
      label: scope.label,
    });
    return [
      {
        item: { id: outer.id, inputs: [], outputs: [outer.id], slab, role: "source" },
        member: { kind: "input", array: outer.id, title: `starts from ${outer.scalar}` },
      },
    ];
  });
}

function wallRow(
  crossing: WallCrossing,
  side: "left" | "right",
  index: string,
  scope: BodyScope,
): WallRow {
  const outer = drawnAxes(crossing.outer, scope.extras);
  const inner = drawnAxes(crossing.inner, scope.extras);
  const [before, after] = side === "left" ? [outer, inner] : [inner, outer];
  if (crossing.axis !== undefined) {
    const way = side === "left" ? "slice" : "stack";
    return { before, after, crossing: way, axis: crossing.axis, text: index };
  }
  return { before, after, crossing: crossing.kind === "carry" ? "state" : "read" };
}

function afterLeftWall({ item, member, exchanged }: BodyItem): BodyItem {
  const moved = (which: LayoutItem): LayoutItem => ({
    ...which,
    after: [...(which.after ?? []), LEFT_WALL],
  });
  return exchanged === undefined
    ? { item: moved(item), member }
    : { item: moved(item), member, exchanged: moved(exchanged) };
}

function loopTitle(node: LoopNode): string {
  if (node.loop === "scan") return `scan over ${node.index ?? "an axis"}`;
  return `repeat`;
}

/** What stands at the left bracket: the last value above, the first below; `=` marks one set of weights. */
function loopTexts(
  node: LoopNode,
  index: string | undefined,
): { readonly above: string; readonly below?: string } {
  const count = sizeTex(node.count);
  const tied = node.loop === "scan" || node.shared ? "\\,{=}" : "";
  if (index === undefined) return tied === "" ? { above: count } : { above: count, below: tied };
  if (node.loop === "repeat") {
    const top = sizeTex(subtract(node.count, constant(1)));
    return { above: `${index}=${top}`, below: `${index}=0${tied}` };
  }
  const last = count === index ? `|${index}|` : count;
  const [above, below] = node.reverse ? ["1", last] : [last, "1"];
  return { above: `${index}=${above}`, below: `${index}=${below}${tied}` };
}
