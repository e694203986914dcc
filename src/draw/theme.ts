import type { Hatch } from "./hatch.ts";
import type { FillRole, StrokeRole, TextRole } from "./mark.ts";

export type ThemeName = "light" | "dark" | "print";

/** The colours of a picture; every one is opaque, so nothing depends on what lies below. */
export interface Theme {
  readonly name: ThemeName;
  readonly paper: string;
  readonly ink: string;
  /** Ink of what an error stands at. */
  readonly problem: string;
  readonly fills: Readonly<Record<FillRole, string>>;
  /** Of lines and dots that tell areas apart. */
  readonly hatch: string;
  /** Below strands that stand out. */
  readonly halo: string;
  /** Of lines that point at something. */
  readonly lines: Readonly<Record<"index" | "step" | "inner-step" | "emphasis", string>>;
  /** The edge around plates, dark or light so that it stands out; absent where they lie flat. */
  readonly shadow?: string;
  /** The colour of letters on areas that ink cannot be read on. */
  readonly letters?: Readonly<Partial<Record<FillRole, string>>>;
  /** How areas are told apart without their colours; absent where colours do it beside titles. */
  readonly textures?: Readonly<Partial<Record<FillRole, Texture>>>;
}

/** What tells an area from the others in print, beside its title or letter. */
export interface Texture {
  readonly hatch?: Hatch;
  /** Around areas that have no outline of their own. */
  readonly outline?: StrokeRole;
}

type AreaRole = Exclude<FillRole, "ink" | "paper">;

/** How a line is drawn, in user units; `dash` alternates marks and gaps. */
export interface StrokeStyle {
  readonly width: number;
  readonly dash?: readonly number[];
  /** Absent for 1. */
  readonly opacity?: number;
}

type PlateRole = Exclude<FillRole, "ink" | "paper" | "problem">;

/** The colours of the published figures by what stands on the plate. */
const PUBLISHED: Readonly<Record<PlateRole, string>> = {
  linear: "#e8eeeb",
  embedding: "#fce0e1",
  attention: "#c5bedf",
  block: "#ffe2bb",
  network: "#e3cefa",
  component: "#b8e986",
  loop: "#f3f3f4",
  "feed-forward": "#c1e8f7",
  residual: "#f1f4c1",
  softmax: "#cce7cf",
  norm: "#fce0e1",
  mask: "#f9cbdf",
  unfold: "#a9e3ff",
  pool: "#e5e7f9",
  concatenation: "#ffd797",
  addition: "#eeddfc",
  elementwise: "#c1dea1",
  transpose: "#bfd4b4",
  product: "#d4bedf",
  scale: "#fdf9c0",
  convolution: "#e5f2f9",
  shade: "#808080",
  index: "#1346fe",
  copy: "#f5d423",
  input: "#50aee3",
  output: "#f8e71c",
  memory: "#fdfac8",
  note: "#fff591",
  plain: "#dbdfef",
  data: "#e28ff1",
  function: "#9dc7ff",
  step: "#9013fe",
  "inner-step": "#f96264",
};

/** The ring of figure 18. */
const EMPHASIS = "#50e3c2";

/** The halo of figure 17. */
const HALO = "#f8e71c";

/** The lightness at which the hues of pastels can be told apart over dark paper. */
const MIDDLE = 0.62;

/**
 * How much of a plate's colour lies over dark paper. The pastels of print are all one grey there, so
 * what holds others is kept near the paper, and what lies on it is lighter.
 */
const DARK_STRENGTHS: Readonly<Partial<Record<PlateRole, number>>> = {
  loop: 0.08,
  network: 0.13,
  component: 0.15,
  residual: 0.12,
  plain: 0.13,
  block: 0.14,
  "feed-forward": 0.14,
  linear: 0.26,
  embedding: 0.24,
  softmax: 0.2,
  norm: 0.24,
  mask: 0.24,
};

/** How much of the ink a hatching has: seen beside paper, and ink on it is read. */
const HATCH = 0.35;

const STROKES: Readonly<Record<StrokeRole, StrokeStyle>> = {
  wire: { width: 1 },
  outline: { width: 1 },
  bold: { width: 2 },
  bar: { width: 3 },
  dash: { width: 2, dash: [7.5, 6] },
  bracket: { width: 3 },
  hairline: { width: 0.5 },
  ring: { width: 1.5 },
  dotted: { width: 1, dash: [1.12, 3.35] },
  dashed: { width: 1, dash: [5, 3] },
  hatch: { width: 0.5 },
  stipple: { width: 1.2 },
  "index-line": { width: 1.4 },
  "step-rule": { width: 3 },
  "inner-step-rule": { width: 3 },
  emphasis: { width: 3 },
  halo: { width: 5 },
  "halo-dot": { width: 7.7 },
  "shadow-outer": { width: 8, opacity: 0.07 },
  "shadow-middle": { width: 5, opacity: 0.11 },
  "shadow-inner": { width: 2.4, opacity: 0.18 },
};

const TEXT_SIZES: Readonly<Record<TextRole, number>> = {
  axis: 16,
  array: 24.5,
  letter: 24.5,
  "bold-letter": 24.5,
  function: 19,
  scale: 15.4,
  title: 14,
  count: 15.5,
  sign: 19,
};

const LIGHT: Theme = {
  ...makeTheme("light", "#ffffff", "#111214", {
    problem: "#b3261e",
    halo: HALO,
    line: (colour) => colour,
    plate: (role) => PUBLISHED[role],
  }),
  shadow: "#000000",
  letters: { index: "#ffffff", step: "#ffffff" },
};
const DARK: Theme = {
  ...makeTheme("dark", "#1e1f22", "#dedfe2", {
    problem: "#ff9e94",
    halo: blend(HALO, "#1e1f22", 0.45),
    line: deepened,
    plate: (role) => blend(deepened(PUBLISHED[role]), "#1e1f22", DARK_STRENGTHS[role] ?? 0.16),
  }),
  shadow: "#ffffff",
};

/** Areas that print shows as a grey: the two halves of a mask, which hold no letters. */
const GREYS: Readonly<Partial<Record<PlateRole, string>>> = { mask: "#e6e6e6", shade: "#8c8c8c" };

const lines = (spacing: number, ...angles: readonly number[]): Hatch => ({
  kind: "lines",
  angles,
  spacing,
});
const dots = (spacing: number): Hatch => ({ kind: "dots", angles: [0], spacing });

/** Areas that hold others have wide hatching and thin outlines, plates of one glyph the reverse. */
const TEXTURES: Readonly<Record<AreaRole, Texture>> = {
  linear: { outline: "outline" },
  embedding: { outline: "bold" },
  note: { outline: "dashed" },
  plain: { outline: "dotted" },
  loop: { outline: "hairline" },
  attention: { hatch: lines(8, 135), outline: "hairline" },
  block: { hatch: lines(8, 45), outline: "hairline" },
  network: { hatch: lines(14, 45, 135), outline: "hairline" },
  component: { hatch: lines(14, 135), outline: "hairline" },
  "feed-forward": { hatch: lines(8, 90), outline: "hairline" },
  residual: { hatch: dots(8), outline: "hairline" },
  copy: { hatch: lines(6, 45), outline: "hairline" },
  input: { hatch: lines(6, 90), outline: "hairline" },
  output: { hatch: lines(6, 135), outline: "hairline" },
  memory: { hatch: dots(4), outline: "outline" },
  convolution: { hatch: lines(4, 45), outline: "outline" },
  unfold: { hatch: lines(4, 90), outline: "outline" },
  pool: { hatch: lines(6, 90), outline: "outline" },
  concatenation: { hatch: lines(6, 135), outline: "outline" },
  addition: { hatch: dots(6), outline: "outline" },
  elementwise: { hatch: lines(6, 45), outline: "outline" },
  transpose: { hatch: lines(4, 45, 135), outline: "hairline" },
  product: { hatch: dots(10), outline: "hairline" },
  scale: { hatch: lines(12, 90), outline: "hairline" },
  softmax: { hatch: lines(4, 135), outline: "outline" },
  norm: { hatch: lines(6, 45, 135), outline: "outline" },
  index: { hatch: lines(3, 45, 135), outline: "outline" },
  data: { hatch: dots(6), outline: "hairline" },
  function: { hatch: lines(12, 45), outline: "hairline" },
  step: { hatch: dots(12), outline: "outline" },
  "inner-step": { hatch: lines(12, 135), outline: "outline" },
  problem: { hatch: lines(4, 45, 135), outline: "bold" },
  mask: {},
  shade: {},
};

const PRINT: Theme = {
  ...makeTheme("print", "#ffffff", "#000000", {
    problem: "#ffffff",
    halo: "#c4c4c4",
    line: () => "#000000",
    plate: (role) => GREYS[role] ?? "#ffffff",
  }),
  problem: "#000000",
  textures: TEXTURES,
};

/** The theme of that name; `print` is black on white and tells areas apart by hatching and outline. */
export function themeOf(name: ThemeName): Theme {
  return { light: LIGHT, dark: DARK, print: PRINT }[name];
}

/** The same in every theme. A `heavy` strand is drawn as `bold`. */
export function strokeOf(role: StrokeRole): StrokeStyle {
  return STROKES[role];
}

/** The lines that have a colour of their own, where a theme has colours. */
const COLOURED = {
  "index-line": "index",
  "step-rule": "step",
  "inner-step-rule": "inner-step",
  emphasis: "emphasis",
} as const;

/** What colours a line: few roles have a colour of their own, all else is ink. */
export function lineColour(
  role: StrokeRole | undefined,
): "ink" | "hatch" | "halo" | "shadow" | keyof Theme["lines"] {
  if (role !== undefined && role in COLOURED) return COLOURED[role as keyof typeof COLOURED];
  if (role?.startsWith("shadow-") === true) return "shadow";
  if (role === "hatch" || role === "stipple") return "hatch";
  return role === "halo" || role === "halo-dot" ? "halo" : "ink";
}

/** The size of one em in user units. */
export function textSize(role: TextRole): number {
  return TEXT_SIZES[role];
}

function makeTheme(
  name: ThemeName,
  paper: string,
  ink: string,
  {
    problem,
    halo,
    line,
    plate,
  }: {
    readonly problem: string;
    readonly halo: string;
    line(colour: string): string;
    plate(role: PlateRole): string;
  },
): Theme {
  const plates = Object.keys(PUBLISHED).filter(isPlateRole);
  const fills = {
    ink,
    paper,
    problem: blend(problem, paper, 0.18),
    ...(Object.fromEntries(plates.map((role) => [role, plate(role)])) as Record<PlateRole, string>),
  };
  const coloured = {
    index: line(PUBLISHED.index),
    step: line(PUBLISHED.step),
    "inner-step": line(PUBLISHED["inner-step"]),
    emphasis: line(EMPHASIS),
  };
  return {
    name,
    paper,
    ink,
    problem,
    fills,
    hatch: blend(ink, paper, HATCH),
    halo,
    lines: coloured,
  };
}

function isPlateRole(word: string): word is PlateRole {
  return word in PUBLISHED;
}

/** `strength` of the colour over opaque paper, as hex. */
function blend(colour: string, paper: string, strength: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const over = Number.parseInt(colour.slice(at, at + 2), 16);
    const under = Number.parseInt(paper.slice(at, at + 2), 16);
    const channel = Math.round(over * strength + under * (1 - strength));
    return channel.toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

/** A pastel of the same hue and saturation at middle lightness. */
function deepened(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const lightness = (most + least) / 2;
  const room = 1 - Math.abs(2 * lightness - 1);
  const stretch = room === 0 ? 0 : (1 - Math.abs(2 * MIDDLE - 1)) / room;
  const hex = (channel: number): string =>
    Math.round((MIDDLE + (channel - lightness) * stretch) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${channels.map(hex).join("")}`;
}
