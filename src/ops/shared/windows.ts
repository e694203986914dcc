import type { Axis } from "../../../shapes/axis.ts";
import { printSize } from "../../../shapes/print.ts";
import { add, constant, type Size, subtract, symbol } from "../../../shapes/size.ts";
import {
  paddedSize,
  sameWindowCount,
  type Window,
  windowCount,
  windowReach,
} from "../../../shapes/window.ts";
import type { Claims, OpCall, OptionSpec } from "../op.ts";
import { positive } from "./positive.ts";

/** The option words of everything that moves a window along axes. */
export const WINDOW_OPTIONS = {
  kernel: {
    takes: "sizes",
    initial: "3",
    meaning: "entries of a window, one size for all axes or one for each",
  },
  stride: { takes: "sizes", meaning: "distance from window to window, 1 unless given" },
  pad: {
    takes: "sizes",
    words: ["same", "causal", "circular", "reflect"],
    meaning: "places added at both ends, or `same`, `causal`, `circular 1`, `reflect 1`",
  },
  pad_before: { takes: "sizes", meaning: "places added in front only" },
  pad_after: { takes: "sizes", meaning: "places added at the end only" },
  dilation: { takes: "sizes", meaning: "distance of the entries of a window, 1 unless given" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** One axis with the windows that move along it. */
export interface Sliding {
  readonly axis: Axis;
  /** The axis of the windows; the same where it is kept. */
  readonly result: Axis;
  readonly window: Window;
  /** How the padding is made up, where it is not zeros of a given number. */
  readonly padding: string | undefined;
}

/** The axes that windows run along, and the axes that count the windows. */
export interface Along {
  readonly axes: readonly Axis[];
  readonly results: readonly Axis[];
}

const ONE = constant(1);
const ZERO = constant(0);

/** Reads the window options of a call, one window an axis; nothing where the kernel is missing. */
export function slidingWindows(
  callee: string,
  call: OpCall,
  { axes, results }: Along,
  claims: Claims,
): readonly Sliding[] | undefined {
  if (!call.options["kernel"]) {
    claims.fail("S05", `\`${callee}\` needs the size of its windows, as in \`kernel 3\`.`);
    return undefined;
  }
  const read = (word: string, otherwise: Size) =>
    sizesPerAxis(callee, call, { word, count: axes.length, otherwise }, claims);
  const kernels = read("kernel", ONE);
  const strides = read("stride", ONE);
  const dilations = read("dilation", ONE);
  const pads = read("pad", ZERO);
  const before = read("pad_before", ZERO);
  const after = read("pad_after", ZERO);
  const padding = paddingWord(callee, call, claims);
  return axes.map((axis, i): Sliding => {
    const kernel = positive(kernels[i] ?? ONE, `The kernel of \`${callee}\``, claims);
    const stride = positive(strides[i] ?? ONE, `The stride of \`${callee}\``, claims);
    const dilation = positive(dilations[i] ?? ONE, `The dilation of \`${callee}\``, claims);
    const pad = pads[i] ?? ZERO;
    const reach = windowReach({ kernel, dilation });
    const window: Window = {
      kernel,
      stride,
      dilation,
      before: padding === "causal" ? subtract(reach, ONE) : add(pad, before[i] ?? ZERO),
      after: padding === "causal" ? ZERO : add(pad, after[i] ?? ZERO),
    };
    return { axis, result: results[i] ?? axis, window, padding };
  });
}

/** Claims that each result counts the windows, and that a window fits into the padded axis. */
export function claimWindows(
  callee: string,
  slidings: readonly Sliding[],
  claims: Claims,
  count: (size: Size, window: Window) => Size = windowCount,
): void {
  for (const { axis, result, window, padding } of slidings) {
    claimPadding(callee, { axis, window, padding }, claims);
    const isKept = result.name === axis.name;
    const says = isKept
      ? `\`${callee}\` keeps \`${axis.name}\`, so there are as many windows as positions`
      : `\`${result.name}\` counts the windows of \`${callee}\` along \`${axis.name}\``;
    if (padding === "same") {
      claims.equal(result.size, sameWindowCount(axis.size, window), says);
      continue;
    }
    if (padding !== "causal") claimFit(axis, window, claims);
    claims.equal(result.size, count(axis.size, window), says);
  }
}

function claimFit(axis: Axis, window: Window, claims: Claims): void {
  const { kernel, before = ZERO, after = ZERO } = window;
  const pads =
    before === after ? printSize(before) : `${printSize(before)} and ${printSize(after)}`;
  claims.atLeast(paddedSize(axis.size, window), windowReach(window), "a window fits", {
    code: "S14",
    title: `A kernel of ${printSize(kernel)} does not fit in \`${axis.name}\` (padding ${pads})`,
  });
}

function claimPadding(
  callee: string,
  { axis, window, padding }: Omit<Sliding, "result">,
  claims: Claims,
): void {
  for (const border of [window.before ?? ZERO, window.after ?? ZERO]) {
    claims.atLeast(border, ZERO, `the padding of \`${callee}\` is not negative`);
    if (padding === "circular") {
      claims.atLeast(axis.size, border, `\`${callee}\` goes round \`${axis.name}\` once at most`);
    }
    if (padding === "reflect") {
      const least = add(border, ONE);
      claims.atLeast(axis.size, least, "a reflection does not reach past the other edge");
    }
  }
}

/** The sizes after an option word, one an axis. */
export function sizesPerAxis(
  callee: string,
  call: OpCall,
  wanted: { readonly word: string; readonly count: number; readonly otherwise: Size },
  claims: Claims,
): readonly Size[] {
  const { word, count, otherwise } = wanted;
  const sizes = call.options[word] ?? [];
  const [only = otherwise] = sizes;
  if (sizes.length > 1 && sizes.length !== count) {
    const axes = count === 1 ? "1 axis" : `${count} axes`;
    const title = `\`${word}\` of \`${callee}\` has ${sizes.length} sizes for ${axes}.`;
    claims.fail("N11", title, `option ${word}`);
  }
  return Array.from({ length: count }, (_, i) => (sizes.length > 1 ? (sizes[i] ?? only) : only));
}

function paddingWord(callee: string, call: OpCall, claims: Claims): string | undefined {
  const word = call.words?.["pad"];
  const sizes = call.options["pad"]?.length ?? 0;
  const part = "option pad";
  if ((word === "same" || word === "causal") && sizes > 0) {
    claims.fail("N11", `\`pad ${word}\` of \`${callee}\` takes no size.`, part);
  }
  if ((word === "circular" || word === "reflect") && sizes === 0) {
    const title = `\`pad ${word}\` of \`${callee}\` needs a size, as in \`pad ${word} 1\`.`;
    claims.fail("S05", title, part);
  }
  const more = call.options["pad_before"] ?? call.options["pad_after"];
  if ((word === "same" || word === "causal") && more) {
    claims.fail("N11", `\`${callee}\` has \`pad ${word}\` and takes no other padding.`, part);
  }
  return word;
}

/** For reading a call a second time, when everything about it has been said. */
export const UNHEARD: Claims = {
  equal: () => undefined,
  divides: () => undefined,
  atLeast: () => undefined,
  isOpen: () => false,
  fresh: (name) => symbol(name),
  fail: () => undefined,
};
