import { plainWidth } from "./plain-width.ts";
import type { Typeset, TypesetPiece } from "./typeset.ts";

/** What is read of a MathJax element or text; attributes are strings or numbers. */
export interface SvgNode {
  readonly kind: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly SvgNode[];
  readonly value?: string;
}

/** Pieces with the outlines they use, by glyph key. */
export interface ReadPieces {
  readonly typeset: Typeset;
  readonly outlines: ReadonlyMap<string, string>;
}

/** x' = sx·x + dx, y' = sy·y + dy, in 1/1000 em with y up. */
interface Frame {
  readonly sx: number;
  readonly sy: number;
  readonly dx: number;
  readonly dy: number;
}

interface Reading {
  readonly pieces: TypesetPiece[];
  readonly outlines: Map<string, string>;
  readonly face: "serif" | "sans";
  lossy: boolean;
}

const EM = 1000;
const UPRIGHT: Frame = { sx: 1, sy: 1, dx: 0, dy: 0 };

/** Flattens MathJax's nested groups; throws RangeError when it holds what labels never do. */
export function readPieces(root: SvgNode, face: "serif" | "sans"): ReadPieces {
  const [svg, ...more] = (root.children ?? []).filter((child) => child.kind === "svg");
  if (svg === undefined || more.length > 0) {
    throw new RangeError(`${more.length + (svg === undefined ? 0 : 1)} pictures in ${root.kind}`);
  }
  const [, top, width, height] = box(svg);
  const reading: Reading = { pieces: [], outlines: new Map(), face, lossy: false };
  for (const group of svg.children ?? []) {
    for (const child of group.children ?? []) read(child, UPRIGHT, reading);
  }
  const typeset: Typeset = {
    width: width / EM,
    height: -top / EM,
    depth: (height + top) / EM,
    pieces: joinRightToLeft(reading.pieces),
    lossy: reading.lossy,
  };
  return { typeset, outlines: reading.outlines };
}

function read(node: SvgNode, outer: Frame, reading: Reading): void {
  const frame = within(outer, attribute(node, "transform"));
  switch (node.kind) {
    case "path":
      readGlyph(node, frame, reading);
      return;
    case "rect":
      pushBar(reading, frame, numbers(node, ["x", "y", "width", "height"]));
      return;
    case "text":
      readText(node, frame, reading);
      return;
    case "svg":
      readStretched(node, frame, reading);
      return;
    default:
      for (const child of node.children ?? []) read(child, frame, reading);
  }
}

function readGlyph(node: SvgNode, frame: Frame, reading: Reading): void {
  const path = attribute(node, "d");
  if (path === "") return;
  const flipped = flip(path);
  const glyph = `${attribute(node, "data-c")}-${hash(flipped)}`;
  reading.outlines.set(glyph, flipped);
  reading.pieces.push({
    kind: "glyph",
    glyph,
    x: frame.dx / EM,
    y: negated(frame.dy / EM),
    scale: frame.sx,
  });
}

function readText(node: SvgNode, frame: Frame, reading: Reading): void {
  const text = (node.children ?? []).map((child) => child.value ?? "").join("");
  const { face } = reading;
  reading.lossy = true;
  reading.pieces.push({
    kind: "text",
    text,
    x: frame.dx / EM,
    y: negated(frame.dy / EM),
    scale: frame.sx * Math.min(1, roomOf(text) / Math.max(roomOf(text), plainWidth(text))),
    face,
  });
}

/** Characters that MathJax sets a whole em for where it has no outline; others get less. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3040-\uA4C6\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const NARROW_EM = 0.6;

/** The width in em that MathJax keeps for text without outlines. */
function roomOf(text: string): number {
  return [...text].reduce((room, character) => room + (WIDE.test(character) ? 1 : NARROW_EM), 0);
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const WORD_SPACE_EM = 0.15;

/** Words that are read from right to left are one run, so that whoever sets them orders them. */
function joinRightToLeft(pieces: readonly TypesetPiece[]): readonly TypesetPiece[] {
  const joined: TypesetPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before?.kind !== "text" || piece.kind !== "text" || !runOn(before, piece)) {
      joined.push(piece);
      continue;
    }
    const end = before.x + before.scale * roomOf(before.text);
    const space = piece.x - end > WORD_SPACE_EM * piece.scale ? " " : "";
    joined[joined.length - 1] = { ...before, text: `${before.text}${space}${piece.text}` };
  }
  return joined;
}

type TextPiece = Extract<TypesetPiece, { kind: "text" }>;

function runOn(before: TextPiece, piece: TextPiece): boolean {
  const isSame = before.y === piece.y && before.scale === piece.scale;
  return isSame && RIGHT_TO_LEFT.test(before.text) && RIGHT_TO_LEFT.test(piece.text);
}

/** A stretched rule or the middle of a tall bracket: a glyph scaled up and cut to a window. */
function readStretched(node: SvgNode, frame: Frame, reading: Reading): void {
  const [left, bottom, width, height] = box(node);
  const [x, y] = numbers(node, ["x", "y"]);
  const inner = {
    ...frame,
    dx: frame.dx + frame.sx * (x - left),
    dy: frame.dy + frame.sy * (y - bottom),
  };
  for (const child of node.children ?? []) {
    if (child.kind !== "path") continue;
    const own = within(UPRIGHT, attribute(child, "transform"));
    const extent = extentOf(attribute(child, "d"), own);
    if (extent === undefined) continue;
    const x0 = Math.max(left, extent.x0);
    const x1 = Math.min(left + width, extent.x1);
    const y0 = Math.max(bottom, extent.y0);
    const y1 = Math.min(bottom + height, extent.y1);
    if (x1 > x0 && y1 > y0) pushBar(reading, inner, [x0, y0, x1 - x0, y1 - y0]);
  }
}

function pushBar(reading: Reading, frame: Frame, rect: readonly number[]): void {
  const [x = 0, y = 0, width = 0, height = 0] = rect;
  reading.pieces.push({
    kind: "bar",
    x: (frame.dx + frame.sx * x) / EM,
    y: negated((frame.dy + frame.sy * (y + height)) / EM),
    width: (frame.sx * width) / EM,
    height: (frame.sy * height) / EM,
  });
}

const TRANSFORM = /(translate|scale)\(([^)]*)\)/g;

function within(outer: Frame, transform: string): Frame {
  let frame = outer;
  for (const [, name, list] of transform.matchAll(TRANSFORM)) {
    const [a = 0, b] = (list ?? "")
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (name === "translate") {
      frame = { ...frame, dx: frame.dx + frame.sx * a, dy: frame.dy + frame.sy * (b ?? 0) };
    } else {
      frame = { ...frame, sx: frame.sx * a, sy: frame.sy * (b ?? a) };
    }
  }
  return frame;
}

function attribute(node: SvgNode, name: string): string {
  return String(node.attributes?.[name] ?? "");
}

function box(node: SvgNode): readonly [number, number, number, number] {
  const parts = attribute(node, "viewBox").split(/\s+/).map(Number);
  const [a, b, c, d] = parts;
  if (parts.length !== 4 || !parts.every(Number.isFinite)) {
    throw new RangeError(`view box ${parts.join(" ")}`);
  }
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
}

function numbers(
  node: SvgNode,
  names: readonly string[],
): readonly [number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = names.map((name) => {
    const value = Number(node.attributes?.[name] ?? 0);
    if (!Number.isFinite(value)) throw new RangeError(`${name} of ${node.kind} is ${value}`);
    return value;
  });
  return [a, b, c, d];
}

const PATH_TOKEN = /[A-Za-z]|-?\d+(?:\.\d+)?/g;

/** The absolute path with y down; MathJax writes M, L, H, V, C, Q, T, S and Z. */
function flip(path: string): string {
  let command = "";
  let position = 0;
  let flipped = "";
  for (const [token] of path.matchAll(PATH_TOKEN)) {
    if (/[A-Za-z]/.test(token)) {
      command = token;
      position = 0;
      flipped += token;
      continue;
    }
    const vertical = command === "V" || (command !== "H" && position % 2 === 1);
    const value = vertical ? negated(Number(token)) : Number(token);
    flipped += position > 0 ? ` ${value}` : `${value}`;
    position += 1;
  }
  return flipped;
}

function extentOf(path: string, frame: Frame) {
  const xs: number[] = [];
  const ys: number[] = [];
  let command = "";
  let position = 0;
  for (const [token] of path.matchAll(PATH_TOKEN)) {
    if (/[A-Za-z]/.test(token)) {
      command = token;
      position = 0;
      continue;
    }
    const vertical = command === "V" || (command !== "H" && position % 2 === 1);
    if (vertical) ys.push(frame.dy + frame.sy * Number(token));
    else xs.push(frame.dx + frame.sx * Number(token));
    position += 1;
  }
  if (xs.length === 0 || ys.length === 0) return undefined;
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

function negated(value: number): number {
  return value === 0 ? 0 : -value;
}

/** FNV-1a in base 36: tells apart the outlines that different faces have for one character. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
