import { sizeTex } from "../../shapes/print.ts";
import { source } from "../draw/forms/source.ts";
import { type WallRow, wall } from "../draw/forms/wall.ts";
import type { Crossing, TypedNode, Value } from "../typing/diagram.ts";
import { type BodyItem, type BodyScope, borderItem, layFigure } from "./body-item.ts";
import { entryBorder, exitBorder } from "./border.ts";
import { bracketFrame } from "./bracket-frame.ts";
import { drawnAxes } from "./extra-axes.ts";
import type { Laying } from "./figure.ts";
import { insideSlab } from "./inside.ts";

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
  const entering = enteringCrossings(node);
  const leaving = leavingCrossings(node);
  const index = node.index === undefined ? undefined : scope.label(node.index);
  const wallOf = (side: "left" | "right", crossings: readonly WallCrossing[]) =>
    wall({
      rows: crossings.map((crossing) => wallRow(crossing, side, index ?? "", scope)),
      label: scope.label,
    });
  const outside = (crossings: readonly WallCrossing[]) =>
    crossings.map(({ outer }) => drawnAxes(outer, scope.extras));

  const entry = borderItem(
    "entry",
    entryBorder(outside(entering).map((axes) => ({ axes }))),
    entering.map((_, i) => `enter ${i}`),
  );
  const exit = borderItem(
    "exit",
    exitBorder(outside(leaving).map((axes) => ({ axes }))),
    leaving.map((_, i) => `leave ${i}`),
  );
  const left: BodyItem = {
    item: {
      id: LEFT,
      inputs: entering.map((_, i) => `enter ${i}`),
      outputs: entering.map(({ inner }) => inner.id),
      slab: wallOf("left", entering),
      role: "inner",
    },
    member: { kind: "wall" },
  };
  const right: BodyItem = {
    item: {
      id: RIGHT,
      inputs: leaving.map(({ inner }) => inner.id),
      outputs: leaving.map((_, i) => `leave ${i}`),
      slab: wallOf("right", leaving),
      role: "inner",
    },
    member: { kind: "wall" },
  };
  const body = (yield* scope.layNodes(node.nodes, scope)).map(afterLeftWall);
  const laid = yield* layFigure(
    [entry, left, ...body, right, exit],
    {
      definition: scope.definition.name,
      kind: "loop",
      title: loopTitle(node),
      foldable: false,
    },
    scope.label,
  );
  const inside = {
    ...laid,
    ...bracketFrame(laid.placement, { left: LEFT, right: RIGHT }, loopTexts(node, index)),
  };
  const same = (axes: readonly string[]) => ({ outside: axes, inside: axes, names: axes });
  const { slab, insideX, anchor } = insideSlab(
    inside,
    outside(entering).map(same),
    outside(leaving).map(same),
  );
  const item: BodyItem = {
    item: {
      id: node.id,
      inputs: entering.map(({ outer }) => outer.id),
      outputs: leaving.map(({ outer }) => outer.id),
      slab,
      role: entering.length === 0 ? "source" : "inner",
    },
    member: {
      kind: "node",
      node,
      title: loopTitle(node),
      inside,
      insideX,
      insideAnchor: anchor,
    },
  };
  return [...startItems(entering, scope), item];
}

const LEFT = "left wall";
const RIGHT = "right wall";

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

function afterLeftWall({ item, member }: BodyItem): BodyItem {
  return { item: { ...item, after: [...(item.after ?? []), LEFT] }, member };
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
  if (node.loop === "repeat") return { above: `${index}=${count}-1`, below: `${index}=0${tied}` };
  const last = count === index ? `|${index}|` : count;
  const [above, below] = node.reverse ? ["1", last] : [last, "1"];
  return { above: `${index}=${above}`, below: `${index}=${below}${tied}` };
}
