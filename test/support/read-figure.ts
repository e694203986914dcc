import { markBounds } from "../../src/draw/bounds.ts";
import type { Path, Point } from "../../src/draw/path.ts";
import type { Scene, SceneNode } from "../../src/scene/scene.ts";
import { pathOf } from "../../src/scene/stand.ts";
import { namingPlace } from "../../src/scene/wire-names.ts";
import { endsOfPath } from "./polyline.ts";

/** What a reader sees of one diagram: arrays as labels of axes top to bottom, glyphs left to right. */
export interface SeenDiagram {
  readonly takes: readonly string[];
  /** `plate L^{Q}: m -> k h`: the glyph, its text, and the axes that go into it and come out of it. */
  readonly steps: readonly string[];
  readonly gives: readonly string[];
}

const NEAR = 0.5;

/** Reads a definition that is drawn at one place of a scene, by its marks alone. */
export function readDiagram(scene: Scene, definition: string): SeenDiagram {
  const nodes = scene.nodes.filter((node) => node.definition === definition);
  const everywhere = labelsOf(nodes);
  const coming = scene.bundles.filter((bundle) => bundle.definition === definition);
  const nameAt = ({ id }: SceneNode): ((axis: string) => string) => {
    const path = pathOf(id);
    const here = labelsOf(nodes.filter((node) => namingPlace(node.id) === path));
    const between = labelsOfArrays(coming.filter((bundle) => bundle.path === path));
    return (axis) => here.get(axis) ?? between.get(axis) ?? everywhere.get(axis) ?? axis;
  };
  const ends = (kind: SceneNode["kind"]) =>
    nodes.filter((node) => node.kind === kind).sort((a, b) => a.bounds.y - b.bounds.y);
  const columns = new Map(
    scene.columns.flatMap(({ x, rows }) => rows.map(({ node }) => [node, x] as const)),
  );
  const columnOf = ({ id, bounds }: SceneNode) => columns.get(id) ?? bounds.x;
  return {
    takes: ends("input").map((node) => sides(node).right.map(nameAt(node)).join(" ")),
    steps: nodes
      .filter(({ id, kind }) => kind !== "input" && kind !== "output" && !id.endsWith(" wall"))
      .sort((a, b) => columnOf(a) - columnOf(b) || a.bounds.y - b.bounds.y)
      .map((node) => stepOf(node, nameAt(node))),
    gives: ends("output").map((node) => sides(node).left.map(nameAt(node)).join(" ")),
  };
}

/**
 * The signs and words between diagrams and the names of closed boxes, row by row and left to right;
 * remarks and the labels of wires are none of them.
 */
export function readRelations(scene: Scene): readonly string[] {
  const notes = scene.plates.flatMap((mark) =>
    mark.kind === "path" && mark.fill === "note" ? (markBounds(mark) ?? []) : [],
  );
  const isRemark = ({ x, y }: Point) =>
    notes.some(
      (note) => x > note.x && x < note.x + note.width && y > note.y && y < note.y + note.height,
    );
  return scene.labels
    .filter((mark) => mark.kind === "text")
    .filter((mark) => mark.role !== "axis" && !isRemark(mark))
    .sort((a, b) => Math.round(a.y / 60) - Math.round(b.y / 60) || a.x - b.x || a.y - b.y)
    .map(({ text }) => text);
}

function labelsOf(nodes: readonly SceneNode[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.flatMap((node) => {
      const { right } = sides(node);
      const texts = node.marks.flatMap((mark) =>
        mark.kind === "text" && mark.role === "axis" ? [mark] : [],
      );
      // The one label of an array that is one arrow belongs to the axis that its strand has.
      return texts.flatMap(({ axis, text }, i) => {
        const named = axis ?? (text.startsWith("[") ? right[i] : undefined);
        return named === undefined ? [] : [[named, text] as const];
      });
    }),
  );
}

/** The labels of arrays where they come into a row. */
function labelsOfArrays(bundles: Scene["bundles"]): ReadonlyMap<string, string> {
  return new Map(
    bundles.flatMap(({ strands }) =>
      strands.flatMap(({ points }) =>
        points.flatMap((mark) =>
          mark.kind === "text" && mark.axis !== undefined ? [[mark.axis, mark.text] as const] : [],
        ),
      ),
    ),
  );
}

function stepOf(node: SceneNode, name: (axis: string) => string): string {
  const { left, right } = sides(node);
  const texts = node.marks.flatMap((mark) =>
    mark.kind === "text" && mark.role !== "axis" ? [mark.text] : [],
  );
  const dots = node.marks.filter(({ kind }) => kind === "dot").length;
  const whole = [
    glyphOf(node),
    ...texts,
    ...(dots > 0 ? [`with ${dots} dot${dots > 1 ? "s" : ""}`] : []),
  ].join(" ");
  if (left.length + right.length === 0) return whole;
  return `${whole}: ${[...left.map(name), "->", ...right.map(name)].join(" ")}`;
}

/** The axes that reach the left or the right edge and do not run through, top to bottom. */
function sides({ kind, marks, bounds }: SceneNode) {
  const strands = marks.flatMap((mark): readonly Piece[] => {
    const ends = mark.kind === "strand" ? endsOfPath(mark.path) : undefined;
    return mark.kind === "strand" && ends !== undefined ? [{ axis: mark.axis, ends }] : [];
  });
  const [left, right] = [bounds.x, bounds.x + bounds.width];
  const isEnd = kind === "input" || kind === "output";
  const reached = (from: number, to: number) =>
    strands
      .flatMap((piece) =>
        piece.ends.flatMap((end) =>
          Math.abs(end.x - from) < NEAR ? [{ ...piece, y: end.y }] : [],
        ),
      )
      .filter((piece) => isEnd || !runsTo(piece, to, strands))
      .sort((one, other) => one.y - other.y)
      .map(({ axis }) => axis);
  return { left: reached(left, right), right: reached(right, left) };
}

interface Piece {
  readonly axis: string;
  readonly ends: readonly Point[];
}

/** Whether pieces that meet, or one alone, lead from a piece to the other edge. */
function runsTo(piece: Piece, edge: number, pieces: readonly Piece[]): boolean {
  const seen = new Set<Piece>();
  const waiting = [pieces.find(({ ends }) => ends === piece.ends) ?? piece];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.ends.some(({ x }) => Math.abs(x - edge) < NEAR)) return true;
    seen.add(at);
    const { axis, ends } = at;
    const next = pieces.filter(
      (other) =>
        other.axis === axis && !seen.has(other) && ends.some((end) => other.ends.some(near(end))),
    );
    waiting.push(...next);
  }
  return false;
}

function near(point: Point): (other: Point) => boolean {
  return ({ x, y }) => Math.hypot(x - point.x, y - point.y) < NEAR;
}

const BY_FILL = [
  ["index", "pentagon"],
  ["memory", "memory"],
  ["convolution", "star box"],
  ["unfold", "trapezoid"],
  ["linear", "plate"],
] as const;

const PARTS = { move: "M", line: "L", cubic: "C", close: "Z" } as const;

/** What the marks of a node look like, without a look at what it means. */
function glyphOf({ marks, kind, bounds }: SceneNode): string {
  if (kind === "copy") return "copy";
  const paths = marks.flatMap((mark) => (mark.kind === "path" ? [mark] : []));
  const texts = marks.flatMap((mark) => (mark.kind === "text" ? [mark.role] : []));
  const has = (shape: string, fill?: string, stroke?: string) =>
    paths.some(
      (mark) =>
        mark.path.map((part) => PARTS[part.kind]).join("") === shape &&
        (fill === undefined || mark.fill === fill) &&
        (stroke === undefined || mark.stroke === stroke),
    );
  if (paths.some(({ stroke }) => stroke === "bracket")) return "brackets";
  const filled = BY_FILL.find(([fill]) => paths.some((mark) => mark.fill === fill));
  if (filled !== undefined) return filled[1];
  if (kind === "call") return "3-D box";
  if (has("MCCCCZ", "paper", "bold")) return "circle";
  if (has("MCCCCZ", "paper", "ring")) return "relabelled";
  if (has("MLLZ", "paper", "outline")) return "triangle";
  if (has("MCC", undefined, "wire")) return "cap";
  if (paths.some(({ stroke }) => stroke === "bar")) return "concatenation bar";
  if (texts.includes("letter")) return has("MLLLZ", "paper", "outline") ? "box" : "letter";
  const heads = paths.filter((mark) => mark.fill === "ink").length;
  if (texts.includes("scale") && heads === 1) return "arrow";
  if (texts.includes("scale") || (texts.includes("function") && heads === 2)) return "floating";
  if (texts.includes("function")) return "reduction";
  if (texts.includes("sign") || texts.includes("count")) return "addition";
  if (heads === 1 && paths.length === 1) return paths.map(solidEnd).join("");
  return heads === 1 || comesBack(marks, bounds.x) ? "cup" : "product";
}

/** A bar has its corners at two places from left to right, the arrowhead of an axis that goes more. */
function solidEnd({ path }: { readonly path: Path }): "bar" | "drop" {
  const xs = path.flatMap((segment) => (segment.kind === "close" ? [] : [segment.to.x]));
  return new Set(xs).size === 2 ? "bar" : "drop";
}

/** Whether a strand turns round: both its ends are on the left edge, or it meets one that comes from there. */
function comesBack(marks: SceneNode["marks"], left: number): boolean {
  const halves = marks.flatMap((mark) => {
    const ends = mark.kind === "strand" ? endsOfPath(mark.path) : undefined;
    const [start, end] = ends ?? [];
    return start !== undefined && end !== undefined && Math.abs(start.x - left) < NEAR ? [end] : [];
  });
  const meet = halves.some((a, i) =>
    halves.some((b, k) => k > i && Math.hypot(a.x - b.x, a.y - b.y) < NEAR),
  );
  if (meet) return true;
  return marks.some(
    (mark) =>
      mark.kind === "strand" &&
      endsOfPath(mark.path)?.every(({ x }) => Math.abs(x - left) < NEAR) === true,
  );
}
