import type { Clash, Diagnostic } from "../document/diagnostic.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { SceneBundle, SceneId, SceneNode } from "../scene/scene.ts";
import type { Reading } from "./reading.ts";

/** A place of a picture where strands should be one axis and are not. */
export interface Mismatch {
  readonly at: Point;
  /** What stands in the ring: `≠`, two sizes, or nothing where an axis is missing. */
  readonly kind: "apart" | "sizes" | "missing";
  readonly axis: string;
  /** "20 ≠ 22". */
  readonly text?: string;
  /** The strands that run to the place. */
  readonly strands: readonly Mark[];
  /** The nodes that they run through. */
  readonly through: readonly SceneId[];
}

/** Where the mistakes of a diagram stand in its picture; mistakes of other kinds have no such place. */
export function mismatchesOf(reading: Reading): readonly Mismatch[] {
  return reading.diagnostics.flatMap((diagnostic) => mismatchesBy(reading, diagnostic));
}

/** Where one of them stands. */
export function mismatchesBy(reading: Reading, diagnostic: Diagnostic): readonly Mismatch[] {
  const clash = diagnostic.clash ?? lackOf(diagnostic);
  const isError = diagnostic.severity === "error";
  return clash === undefined || !isError ? [] : placed(reading, diagnostic, clash);
}

/** An operation that tells of a missing axis itself names it as its place. */
function lackOf({ code, place: { part } }: Diagnostic): Clash | undefined {
  if (code !== "S01" || part?.startsWith("axis ") !== true) return undefined;
  return { kind: "missing", axes: [part.slice(5)] };
}

function placed(reading: Reading, { place }: Diagnostic, clash: Clash): readonly Mismatch[] {
  const node = reading.scene.nodes.find((each) => each.node === place.node);
  switch (clash.kind) {
    case "missing":
      return node === undefined ? [] : missingAt(node, clash.axes);
    case "shape":
      return node === undefined
        ? []
        : [...extraAt(reading, node, clash.extra), ...lackingAt(reading, node, clash.lacking)];
    case "sizes":
      return sizesAt(reading, node, clash);
  }
}

/** Under the strands of the first array: there the axis would come in. */
function missingAt(node: SceneNode, axes: readonly string[]): readonly Mismatch[] {
  const port = node.ports.find(({ side }) => side === "in");
  if (port === undefined) return [];
  const lowest = Math.max(...port.heights, node.bounds.y);
  return axes.map((axis, row) => ({
    at: { x: port.x, y: lowest + (row + 0.55) * SPACING },
    kind: "missing",
    axis,
    strands: [],
    through: [],
  }));
}

/** Where a strand comes in that the result should not have; else behind the slab that makes it. */
function extraAt(reading: Reading, node: SceneNode, axes: readonly string[]): readonly Mismatch[] {
  return axes.flatMap((axis): readonly Mismatch[] => {
    const [end] = endsInto(reading, node, axis);
    if (end !== undefined) return [{ ...end, kind: "apart", axis }];
    const { x, y, width, height } = node.bounds;
    const at = { x: x + width, y: y + height };
    return [{ at, kind: "apart", axis, strands: [], through: [] }];
  });
}

/** Where the strand goes on that the result is said to have. */
function lackingAt(
  { scene }: Reading,
  node: SceneNode,
  axes: readonly string[],
): readonly Mismatch[] {
  return axes.flatMap((axis): readonly Mismatch[] => {
    const starts = scene.bundles
      .filter(({ from }) => from === node.id)
      .flatMap((bundle) => strandsOf(bundle, axis))
      .flatMap((mark) => firstPoint(mark) ?? []);
    const [at] = starts.toSorted((a, b) => a.x - b.x);
    return at === undefined ? [] : [{ at, kind: "missing", axis, strands: [], through: [] }];
  });
}

/** Where two arrays that both have the axis come together: at the operation itself, else at the first. */
function sizesAt(
  reading: Reading,
  node: SceneNode | undefined,
  { axes, sizes }: Extract<Clash, { kind: "sizes" }>,
): readonly Mismatch[] {
  const text = sizes.join(" ≠ ");
  const candidates = [...(node === undefined ? [] : [node]), ...reading.scene.nodes];
  for (const each of candidates) {
    const ends = axes.flatMap((axis) =>
      endsInto(reading, each, axis).map((end) => ({ ...end, axis })),
    );
    const [first, ...others] = ends;
    const last = others.at(-1) ?? (each === node ? first : undefined);
    if (each.kind === "copy" || last === undefined) continue;
    const { at, axis } = last;
    const strands = ends.flatMap((end) => end.strands);
    const through = [each.id, ...ends.flatMap((end) => end.through)];
    return [{ at, kind: "sizes", axis, text, strands, through }];
  }
  return [];
}

/** The strands of an axis that end at a node, with the point where each does. */
function endsInto(
  reading: Reading,
  node: SceneNode,
  axis: string,
): readonly Pick<Mismatch, "at" | "strands" | "through">[] {
  const { scene } = reading;
  return node.ports.flatMap((_, port) => {
    const strands = scene.bundles
      .filter(({ to }) => to?.node === node.id && to.port === port)
      .flatMap((bundle) => strandsOf(bundle, axis));
    const ends = strands.flatMap((mark) => lastPoint(mark) ?? []);
    const [at] = ends.toSorted((a, b) => b.x - a.x);
    return at === undefined ? [] : [{ at, ...wayTo(reading, { node: node.id, port }, axis) }];
  });
}

/** The strands of an axis on the way to a port, from where the axis is made, and the nodes on it. */
function wayTo(
  { scene }: Reading,
  to: NonNullable<SceneBundle["to"]>,
  axis: string,
): Pick<Mismatch, "strands" | "through"> {
  const marks: Mark[] = [];
  const seen = new Set<SceneId>();
  const visit = (bundles: readonly SceneBundle[]): void => {
    for (const bundle of bundles) {
      const strands = strandsOf(bundle, axis);
      marks.push(...strands);
      const { from } = bundle;
      if (strands.length === 0 || from === undefined || seen.has(from)) continue;
      seen.add(from);
      const slab = scene.nodes.find(({ id }) => id === from);
      const starts = strands.flatMap((mark) => firstPoint(mark) ?? []);
      marks.push(...(slab?.marks.filter((mark) => leadsTo(mark, axis, starts)) ?? []));
      visit(scene.bundles.filter((each) => each.to?.node === from));
    }
  };
  visit(scene.bundles.filter((each) => each.to?.node === to.node && each.to.port === to.port));
  return { strands: marks, through: [...seen] };
}

/** Whether a strand inside a slab, which for a copy is one of several, comes out at one of the points. */
function leadsTo(mark: Mark, axis: string, starts: readonly Point[]): boolean {
  const end = lastPoint(mark);
  if (mark.kind !== "strand" || mark.axis !== axis || end === undefined) return false;
  return starts.some(({ x, y }) => Math.hypot(x - end.x, y - end.y) < 1);
}

function strandsOf({ strands }: SceneBundle, axis: string): readonly Mark[] {
  return strands.filter((strand) => strand.axis === axis).flatMap(({ points }) => points);
}

function lastPoint(mark: Mark): Point | undefined {
  if (!("path" in mark)) return undefined;
  const segment = mark.path.findLast((each) => "to" in each);
  return segment !== undefined && "to" in segment ? segment.to : undefined;
}

function firstPoint(mark: Mark): Point | undefined {
  if (!("path" in mark)) return undefined;
  const segment = mark.path.find((each) => "to" in each);
  return segment !== undefined && "to" in segment ? segment.to : undefined;
}
