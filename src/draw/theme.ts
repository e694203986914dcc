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
}

/** How a line is drawn, in user units; `dash` alternates marks and gaps. */
export interface StrokeStyle {
  readonly width: number;
  readonly dash?: readonly number[];
}

type PlateRole = Exclude<FillRole, "ink" | "paper" | "problem">;

/** The colours of the published figures by what stands on the plate. */
const PUBLISHED: Readonly<Record<PlateRole, string>> = {
  linear: "#e8eeeb",
  embedding: "#fce0e1",
  attention: "#c5bedf",
  block: "#ffe2bb",
  network: "#e3cefa",
  loop: "#f3f3f4",
  "feed-forward": "#c1e8f7",
  residual: "#f1f4c1",
  softmax: "#cce7cf",
  norm: "#fce0e1",
  mask: "#f9cbdf",
  unfold: "#a9e3ff",
  convolution: "#e5f2f9",
  shade: "#808080",
  index: "#4a90e2",
  memory: "#fdfac8",
  note: "#fff591",
  plain: "#dbdfef",
};

/** The lightness at which the hues of pastels can be told apart over dark paper. */
const MIDDLE = 0.62;

/**
 * How much of a plate's colour lies over dark paper. The pastels of print are all one grey there, so
 * what holds others is kept near the paper, and what lies on it is lighter.
 */
const DARK_STRENGTHS: Readonly<Partial<Record<PlateRole, number>>> = {
  loop: 0.08,
  network: 0.13,
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

const STROKES: Readonly<Record<StrokeRole, StrokeStyle>> = {
  wire: { width: 1 },
  outline: { width: 1 },
  bold: { width: 2 },
  bar: { width: 3 },
  dash: { width: 2, dash: [7.5, 6] },
  bracket: { width: 3 },
  hairline: { width: 0.5 },
  ring: { width: 1.5 },
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

const LIGHT = makeTheme("light", "#ffffff", "#111214", {
  problem: "#b3261e",
  plate: (role) => blend(PUBLISHED[role], "#ffffff", 0.62),
});
const DARK = makeTheme("dark", "#1e1f22", "#dedfe2", {
  problem: "#ff9e94",
  plate: (role) => blend(deepened(PUBLISHED[role]), "#1e1f22", DARK_STRENGTHS[role] ?? 0.16),
});
const PRINT = makeTheme("print", "#ffffff", "#000000", {
  problem: "#b3261e",
  plate: (role) => PUBLISHED[role],
});

/** The theme of that name; `print` has the plates at full strength. */
export function themeOf(name: ThemeName): Theme {
  return { light: LIGHT, dark: DARK, print: PRINT }[name];
}

/** The same in every theme. A `heavy` strand is drawn as `bold`. */
export function strokeOf(role: StrokeRole): StrokeStyle {
  return STROKES[role];
}

/** The size of one em in user units. */
export function textSize(role: TextRole): number {
  return TEXT_SIZES[role];
}

function makeTheme(
  name: ThemeName,
  paper: string,
  ink: string,
  { problem, plate }: { readonly problem: string; plate(role: PlateRole): string },
): Theme {
  const fills: Record<FillRole, string> = {
    ink,
    paper,
    problem: blend(problem, paper, 0.18),
    linear: plate("linear"),
    embedding: plate("embedding"),
    attention: plate("attention"),
    block: plate("block"),
    network: plate("network"),
    loop: plate("loop"),
    "feed-forward": plate("feed-forward"),
    residual: plate("residual"),
    softmax: plate("softmax"),
    norm: plate("norm"),
    mask: plate("mask"),
    unfold: plate("unfold"),
    convolution: plate("convolution"),
    shade: plate("shade"),
    index: plate("index"),
    memory: plate("memory"),
    note: plate("note"),
    plain: plate("plain"),
  };
  return { name, paper, ink, problem, fills };
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
