import { MathJaxNewcmFont } from "@mathjax/mathjax-newcm-font/js/svg.js";
import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import TexError from "@mathjax/src/js/input/tex/TexError.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import { SVG } from "@mathjax/src/js/output/svg.js";
import "@mathjax/src/js/input/tex/ams/AmsConfiguration.js";
import "@mathjax/src/js/input/tex/base/BaseConfiguration.js";
import "@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js";
import "@mathjax/mathjax-newcm-font/js/svg/dynamic/accents.js";
import "@mathjax/mathjax-newcm-font/js/svg/dynamic/calligraphic.js";
import "@mathjax/mathjax-newcm-font/js/svg/dynamic/double-struck.js";
import "@mathjax/mathjax-newcm-font/js/svg/dynamic/sans-serif.js";
import "@mathjax/mathjax-newcm-font/js/svg/dynamic/script.js";
import "@mathjax/mathjax-newcm-font/js/svg/dynamic/variants.js";
import { prosePieces } from "./inline-maths.ts";
import { plainWidth } from "./plain-width.ts";
import { readPieces, type SvgNode } from "./typeset-pieces.ts";

/** Where an outline, a rule or a run of plain text stands; em from the left end of the baseline, y down. */
export type TypesetPiece =
  | {
      readonly kind: "glyph";
      /** Key for `outline`; equal outlines have equal keys, also across labels. */
      readonly glyph: string;
      readonly x: number;
      readonly y: number;
      readonly scale: number;
    }
  | {
      readonly kind: "bar";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  /** Characters without an outline, to be set in whatever face the viewer has. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly scale: number;
      readonly face: "serif" | "sans";
    };

/** A label with its metrics in em; `depth` counts downwards from the baseline. */
export interface Typeset {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly pieces: readonly TypesetPiece[];
  /** True when some characters are plain text of a guessed width. */
  readonly lossy: boolean;
}

const BUNDLED = ["accents", "calligraphic", "double-struck", "sans-serif", "script", "variants"];
const LONGEST_TEX = 1000;
const MOST_REMEMBERED = 20_000;

/** Only the parts that are bundled are announced, so other characters turn out unknown at once. */
class BundledFont extends MathJaxNewcmFont {
  static override dynamicFiles = Object.fromEntries(
    Object.entries(MathJaxNewcmFont.dynamicFiles).filter(([part]) => BUNDLED.includes(part)),
  );
}

interface Engine {
  convert(tex: string): SvgNode;
}

let engine: Engine | undefined;

function startEngine(): Engine {
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  mathjax.asyncLoad = () => undefined;
  mathjax.asyncIsSynchronous = true;
  const input = new TeX({
    packages: ["base", "ams", "boldsymbol"],
    formatError: (_jax: unknown, error: Error) => {
      throw error;
    },
  });
  const output = new SVG({
    fontData: BundledFont,
    fontCache: "none",
    linebreaks: { inline: false },
  });
  const document = mathjax.document("", { InputJax: input, OutputJax: output });
  return {
    convert(tex) {
      input.reset();
      return document.convert(tex, { display: false }) as SvgNode;
    },
  };
}

const outlines = new Map<string, string>();
const remembered = new Map<string, Typeset>();

function remember(key: string, make: () => Typeset): Typeset {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const made = make();
  remembered.set(key, made);
  return made;
}

/** Sets LaTeX maths in inline style; what cannot be set becomes plain text and makes it lossy. */
export function typeset(tex: string): Typeset {
  return remember(`maths ${tex}`, () => set(tex, "serif") ?? plainText(tex, "serif"));
}

const complaints = new Map<string, string | undefined>();

/** One sentence on why something is no LaTeX that can be set; `undefined` when it can be. */
export function texComplaint(tex: string): string | undefined {
  if (complaints.has(tex)) return complaints.get(tex);
  if (complaints.size >= MOST_REMEMBERED) complaints.clear();
  const complaint = complaintOn(tex);
  complaints.set(tex, complaint);
  return complaint;
}

function complaintOn(tex: string): string | undefined {
  if (tex.length > LONGEST_TEX) return `This is longer than ${LONGEST_TEX} characters.`;
  try {
    engine ??= startEngine();
    engine.convert(tex);
    return undefined;
  } catch (error) {
    if (!(error instanceof TexError)) return undefined;
    const why = error.message.replace(/^Undefined control sequence/, "There is no command");
    return `This is not LaTeX that can be set: ${why.replace(/\.?$/, ".")}`;
  }
}

/** Sets words upright without serifs, as titles are; only between dollar signs are they read as maths. */
export function typesetTitle(text: string): Typeset {
  return remember(`title ${text}`, () => {
    const shown = text.replace(/\p{C}/gu, "\uFFFD");
    return set(proseTex(shown), "sans") ?? set(titleTex(shown), "sans") ?? plainText(shown, "sans");
  });
}

/** Maths that cannot be set is shown as it stands, as a label is. */
function proseTex(text: string): string {
  return prosePieces(text)
    .map((piece) => {
      if (piece.kind === "words") return titleTex(piece.text);
      const isSet = texComplaint(piece.text) === undefined;
      return isSet ? `{${piece.text}}` : titleTex(`$${piece.text}$`);
    })
    .join("");
}

/** Every character that means something to LaTeX stands outside of the words, by its command. */
function titleTex(text: string): string {
  const parts = text.match(/[{}$\\]|[^{}$\\]+/g) ?? [];
  return parts
    .map((part) => {
      if (part === "\\") return "{\\backslash}";
      return /^[{}$]$/.test(part) ? `{\\mathsf{\\${part}}}` : `\\textsf{${part}}`;
    })
    .join("");
}

/** The path data of a glyph that `typeset` named, in 1/1000 em with y down; "" for other keys. */
export function outline(glyph: string): string {
  return outlines.get(glyph) ?? "";
}

function set(tex: string, face: "serif" | "sans"): Typeset | undefined {
  if (tex.length > LONGEST_TEX || /\p{C}/u.test(tex)) return undefined;
  try {
    engine ??= startEngine();
    const result = readPieces(engine.convert(tex), face);
    if (!allFinite(result.typeset)) return undefined;
    for (const [glyph, path] of result.outlines) outlines.set(glyph, path);
    return result.typeset;
  } catch {
    return undefined;
  }
}

function allFinite({ width, height, depth, pieces }: Typeset): boolean {
  return [{ width, height, depth }, ...pieces].every((part) =>
    Object.values(part).every((value) => typeof value !== "number" || Number.isFinite(value)),
  );
}

function plainText(text: string, face: "serif" | "sans"): Typeset {
  const shown = text.replace(/\p{C}/gu, "\uFFFD");
  const piece = { kind: "text", text: shown, x: 0, y: 0, scale: 1, face } as const;
  const pieces = shown === "" ? [] : [piece];
  return { width: plainWidth(shown), height: 0.7, depth: 0.22, pieces, lossy: shown !== "" };
}
