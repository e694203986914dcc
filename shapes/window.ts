import { ceilDivide, floorDivide } from "./floor.ts";
import { add, constant, minimum, multiply, type Size, subtract } from "./size.ts";

/** How a window moves along an axis; what is absent is stride 1, no padding, dilation 1. */
export interface Window {
  readonly kernel: Size;
  readonly stride?: Size;
  readonly before?: Size;
  readonly after?: Size;
  readonly dilation?: Size;
}

const ZERO = constant(0);
const ONE = constant(1);

/** How many places of the axis a window covers from its first to its last entry: d·(k − 1) + 1. */
export function windowReach({ kernel, dilation = ONE }: Window): Size {
  return add(multiply(dilation, subtract(kernel, ONE)), ONE);
}

/** The size of the axis with its padding; it must be at least `windowReach`. */
export function paddedSize(size: Size, { before = ZERO, after = ZERO }: Window): Size {
  return add(size, before, after);
}

/** How many windows fit, as in a convolution or a pooling that rounds down. */
export function windowCount(size: Size, window: Window): Size {
  const room = subtract(paddedSize(size, window), windowReach(window));
  return add(floorDivide(room, window.stride ?? ONE), ONE);
}

/** How many windows a pooling that rounds up has; the last one starts inside the axis or before it. */
export function windowCountRoundedUp(size: Size, window: Window): Size {
  const { stride = ONE, before = ZERO } = window;
  const room = subtract(paddedSize(size, window), windowReach(window));
  return minimum(add(ceilDivide(room, stride), ONE), ceilDivide(add(size, before), stride));
}

/** How many windows there are with the padding that loses nothing: ⌈n/s⌉. */
export function sameWindowCount(size: Size, { stride = ONE }: Window): Size {
  return ceilDivide(size, stride);
}

/** What a transposed convolution makes of an axis; `extra` is its output padding. */
export function transposedSize(size: Size, window: Window, extra: Size = ZERO): Size {
  const { stride = ONE, before = ZERO, after = ZERO } = window;
  const spread = multiply(subtract(size, ONE), stride);
  return add(subtract(spread, add(before, after)), windowReach(window), extra);
}

/** How many positions `from`, `from + step`, … lie before both `to` and the end of the axis. */
export function sliceCount(
  size: Size,
  { from = ZERO, to = size, step = ONE }: { from?: Size; to?: Size; step?: Size },
): Size {
  return ceilDivide(subtract(minimum(to, size), from), step);
}
