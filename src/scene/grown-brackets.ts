import { markBounds, meets } from "../draw/bounds.ts";
import type { Mark } from "../draw/mark.ts";
import type { Path, Point, Rect } from "../draw/path.ts";
import type { SceneNode } from "./scene.ts";

/** An area of a loop, before and after what is around its operations made it taller. */
export interface GrownArea {
  readonly from: Rect;
  readonly to: Rect;
}

const NEAR = 0.5;

/** How far a text stands off its bracket where that is not at its end. */
const OFF_BRACKET = 6;

/**
 * Loops whose brackets are as tall as their areas have become, with their texts at the ends again
 * unless something of what is around the operations is written there.
 */
export function withGrownBrackets(
  nodes: readonly SceneNode[],
  grown: readonly GrownArea[],
  written: readonly Rect[],
): readonly SceneNode[] {
  if (grown.length === 0) return nodes;
  return nodes.map((node) => {
    const own = grown.filter(({ from }) => node.areas?.some((area) => isSame(area, from)));
    if (node.kind !== "loop" || own.length === 0) return node;
    const areas = node.areas?.map((area) => own.find(({ from }) => isSame(area, from))?.to ?? area);
    return { ...node, ...(areas && { areas }), marks: stretched(node.marks, own, written) };
  });
}

function stretched(
  marks: readonly Mark[],
  grown: readonly GrownArea[],
  written: readonly Rect[],
): readonly Mark[] {
  let last: GrownArea | undefined;
  return marks.map((mark): Mark => {
    if (mark.kind === "path" && mark.stroke === "bracket") {
      last = grown.find(({ from }) => isAlong(mark, from));
      return last === undefined ? mark : { ...mark, path: stretchedPath(mark.path, last) };
    }
    if (last === undefined || mark.kind !== "text" || mark.role !== "count") return mark;
    const { from, to } = last;
    const isAbove = mark.y < from.y + from.height / 2;
    const dy = isAbove ? to.y - from.y : to.y + to.height - from.y - from.height;
    const moved = { ...mark, y: mark.y + dy };
    const box = markBounds(moved);
    const isFree = box === undefined || !written.some((each) => meets(each, box));
    return isFree ? moved : { ...mark, x: mark.x - OFF_BRACKET };
  });
}

/** Whether a bracket is that of an area: as high and as low. */
function isAlong(bracket: Mark, area: Rect): boolean {
  const box = markBounds(bracket);
  if (box === undefined) return false;
  const isNear = (a: number, b: number) => Math.abs(a - b) < 4;
  return isNear(box.y, area.y) && isNear(box.y + box.height, area.y + area.height);
}

function stretchedPath(path: Path, { from, to }: GrownArea): Path {
  const move = ({ x, y }: Point): Point => ({
    x,
    y: to.y + ((y - from.y) * to.height) / from.height,
  });
  return path.map((step) => {
    if (step.kind === "close") return step;
    if (step.kind !== "cubic") return { ...step, to: move(step.to) };
    return { ...step, c1: move(step.c1), c2: move(step.c2), to: move(step.to) };
  });
}

function isSame(one: Rect, other: Rect): boolean {
  return (
    Math.abs(one.x - other.x) < NEAR &&
    Math.abs(one.y - other.y) < NEAR &&
    Math.abs(one.width - other.width) < NEAR
  );
}
