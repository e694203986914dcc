import { rectangle } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { numberText } from "../draw/path-text.ts";
import { textured } from "../draw/textured.ts";
import { type Theme, type ThemeName, themeOf } from "../draw/theme.ts";
import { outline } from "../draw/typeset.ts";
import { bundleMarks } from "../scene/bundle-marks.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { describeScene } from "./description.ts";
import { glyphId, type SvgMark, svgMark } from "./svg-mark.ts";
import { attributes, escapeXml, isXmlText } from "./xml.ts";

/** Marks the element that holds the text of the diagram. */
const SOURCE_NAMESPACE = "urn:axisloom:source";

/** The most characters of a text that are said to be lost. */
const MOST_SHOWN = 40;

/** What an SVG file says beside the picture. */
export interface SvgOptions {
  readonly theme: ThemeName;
  readonly title: string;
  /** The text of the diagram, from which Axisloom opens the figure again. */
  readonly source: string;
}

/** A file, and what it could not express, one sentence each. */
export interface RenderedSvg {
  readonly text: string;
  readonly losses: readonly string[];
}

/** Draws a scene as an SVG file that stands alone; the same bytes for the same scene. */
export function renderSvg(scene: Scene, options: SvgOptions): RenderedSvg {
  const theme = themeOf(options.theme);
  const layers = [
    textured(scene.plates, theme).map((mark) => svgMark(mark, theme, theme.ink)),
    scene.dashes.map((mark) => svgMark(mark, theme, theme.ink)),
    scene.bundles.flatMap(bundleMarks).map((mark) => svgMark(mark, theme, theme.ink)),
  ];
  const nodes = scene.nodes.map((node) => ({ node, marks: marksOfNode(node, theme) }));
  const labels = textured(scene.labels, theme).map((mark) => svgMark(mark, theme, theme.ink));
  const all = [...layers.flat(), ...nodes.flatMap(({ marks }) => marks), ...labels];
  const lines = [
    openingTag(scene.bounds),
    `<title>${escapeXml(options.title)}</title>`,
    `<desc>${escapeXml(describeScene(scene))}</desc>`,
    `<metadata><axisloom:source xmlns:axisloom="${SOURCE_NAMESPACE}">` +
      `${escapeXml(options.source)}</axisloom:source></metadata>`,
    ...definitions(all),
    ...background(scene.bounds, theme),
    ...layers.flatMap(groupByStyle),
    ...nodes.flatMap(({ node, marks }) => nodeLines(node, marks)),
    ...groupByStyle(labels),
    "</svg>",
  ];
  return { text: `${lines.join("\n")}\n`, losses: lossesOf(all, options.source) };
}

function openingTag(bounds: Rect): string {
  const sides = [bounds.x, bounds.y, bounds.width, bounds.height];
  if (!sides.every(Number.isFinite)) throw new RangeError(`The bounds of the scene are ${sides}.`);
  const [x = "", y = "", width = "", height = ""] = sides.map(numberText);
  return `<svg${attributes({
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    role: "img",
  })}>`;
}

// On print the paper is the page's own.
function background(bounds: Rect, theme: Theme): readonly string[] {
  if (theme.name === "print") return [];
  const [x, y, width, height] = [bounds.x, bounds.y, bounds.width, bounds.height].map(numberText);
  return [`<rect${attributes({ x, y, width, height, fill: theme.paper })}/>`];
}

function marksOfNode(node: SceneNode, theme: Theme): readonly SvgMark[] {
  const ink = node.wrong ? theme.problem : theme.ink;
  const frame: readonly Mark[] = node.wrong ? [wrongFrame(node.bounds)] : [];
  return textured([...node.marks, ...frame], theme).map((mark) => svgMark(mark, theme, ink));
}

/** What an error stands at has a frame, for its colour may be lost on paper. */
function wrongFrame(bounds: Rect): Mark {
  return { kind: "path", path: rectangle(bounds), stroke: "dashed" };
}

function nodeLines(node: SceneNode, marks: readonly SvgMark[]): readonly string[] {
  if (marks.length === 0) return [];
  if (node.kind === "copy") return groupByStyle(marks);
  return ["<g>", `<title>${escapeXml(node.title)}</title>`, ...groupByStyle(marks), "</g>"];
}

function groupByStyle(marks: readonly SvgMark[]): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < marks.length; ) {
    const style = marks[start]?.style ?? "";
    let end = start + 1;
    while (marks[end]?.style === style) end++;
    lines.push(`<g${style}>`, ...marks.slice(start, end).map(({ element }) => element), "</g>");
    start = end;
  }
  return lines;
}

function definitions(marks: readonly SvgMark[]): readonly string[] {
  const glyphs = [...new Set(marks.flatMap(({ glyphs }) => glyphs))].toSorted();
  if (glyphs.length === 0) return [];
  const paths = glyphs.map((glyph) => `<path id="${glyphId(glyph)}" d="${outline(glyph)}"/>`);
  return ["<defs>", ...paths, "</defs>"];
}

function lossesOf(marks: readonly SvgMark[], source: string): readonly string[] {
  const texts = [...new Set(marks.flatMap(({ losses }) => losses))];
  const lost = texts.map(
    (text) => `\`${shorten(text)}\` has no outline and is set in a font of the viewer.`,
  );
  return isXmlText(source) ? lost : [...lost, "Control characters of the text become `\uFFFD`."];
}

function shorten(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
}
