import { markBounds } from "../../src/draw/bounds.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Rect } from "../../src/draw/path.ts";
import type { Scene, SceneNode } from "../../src/scene/scene.ts";

/** Boxes may touch, and rounding may push them into each other by this much. */
const TOUCH = 0.5;

interface Box {
  readonly name: string;
  readonly rect: Rect;
}

/** Pairs of boxes that cover each other: slabs, what is drawn on them, and labels of strands. */
export function overlapsOf(scene: Scene): readonly string[] {
  const leaves = scene.nodes.filter(({ kind }) => kind !== "plate" && kind !== "loop");
  const slabs = leaves.map(({ id, bounds }) => ({ name: `slab ${id}`, rect: bounds }));
  const labels = boxes("label", [...scene.labels, ...scene.plates].filter(isText));
  const glyphs = scene.nodes.map((node) => ({ node, boxes: glyphBoxes(node) }));
  const texts = scene.nodes.map(({ id, marks }) => boxes(`text of ${id}`, marks.filter(isText)));
  return [
    ...pairs(slabs),
    ...pairs(labels),
    ...pairs(texts.flat()),
    ...scene.nodes.flatMap(ownLabelOverlaps),
    ...glyphs.flatMap(({ boxes }, i) =>
      between(boxes, [...labels, ...glyphs.slice(i + 1).flatMap((other) => other.boxes)]),
    ),
  ];
}

/** Everything but the strands and the areas that a plate or a bracket encloses. */
function glyphBoxes({ id, kind, marks }: SceneNode): readonly Box[] {
  const solid = kind === "plate" || kind === "loop" ? marks.filter(isText) : marks;
  return boxes(
    `glyph of ${id}`,
    solid.filter((mark) => mark.kind !== "strand"),
  );
}

/** Axis names that lie on what the same slab draws; letters stand in their plates by right. */
function ownLabelOverlaps({ id, marks }: SceneNode): readonly string[] {
  const names = marks.filter((mark) => mark.kind === "text" && mark.role === "axis");
  const drawn = marks.filter((mark) => mark.kind === "path" || mark.kind === "dot");
  return between(boxes(`name in ${id}`, names), boxes(`glyph of ${id}`, drawn));
}

function isText(mark: Mark): boolean {
  return mark.kind === "text";
}

function boxes(what: string, marks: readonly Mark[]): readonly Box[] {
  return marks.flatMap((mark) => {
    const rect = markBounds(mark);
    const text = mark.kind === "text" ? ` \`${mark.text}\`` : "";
    return rect === undefined ? [] : [{ name: `${what}${text}`, rect }];
  });
}

function pairs(all: readonly Box[]): readonly string[] {
  return all.flatMap((box, i) => between([box], all.slice(i + 1)));
}

function between(some: readonly Box[], others: readonly Box[]): readonly string[] {
  return some.flatMap((one) =>
    others
      .filter((other) => covers(one.rect, other.rect))
      .map((other) => `${one.name} and ${other.name} at ${place(one.rect)}, ${place(other.rect)}`),
  );
}

function covers(a: Rect, b: Rect): boolean {
  return (
    a.x + a.width - b.x > TOUCH &&
    b.x + b.width - a.x > TOUCH &&
    a.y + a.height - b.y > TOUCH &&
    b.y + b.height - a.y > TOUCH
  );
}

function place({ x, y, width, height }: Rect): string {
  return [x, y, width, height].map((side) => side.toFixed(1)).join(" ");
}
