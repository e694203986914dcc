/** How a window moves along an axis, in numbers. */
export interface Moving {
  readonly kernel: number;
  readonly stride: number;
  readonly before: number;
  readonly after: number;
  readonly dilation: number;
}

/** The starts of all windows that lie wholly on the axis with its padding, found by trying each place. */
function starts(size: number, { kernel, stride, before, after, dilation }: Moving): number[] {
  const found: number[] = [];
  for (let at = -before; at < size + after; at += stride) {
    const touched = Array.from({ length: kernel }, (_, i) => at + i * dilation);
    if (touched.every((place) => place < size + after)) found.push(at);
  }
  return found;
}

/** How many windows fit, by counting them. */
export function countWindows(size: number, window: Moving): number {
  return starts(size, window).length;
}

/**
 * How many windows a pooling that rounds up has, by counting: windows may hang over the end as long as
 * the one before did not reach it, and each starts on the axis or on the padding before it.
 */
export function countWindowsRoundedUp(size: number, window: Moving): number {
  const { kernel, stride, before, after, dilation } = window;
  const end = size + after;
  let count = 0;
  for (let at = -before; at < size; at += stride) {
    count += 1;
    if (at + (kernel - 1) * dilation + 1 >= end) break;
  }
  return count;
}

/**
 * How far a transposed convolution spreads an axis: every entry is put down at stride steps as wide as
 * the kernel, the padding is cut off, and `extra` places are added at the end.
 */
export function spreadOf(size: number, window: Moving, extra: number): number {
  const { kernel, stride, before, after, dilation } = window;
  const touched = new Set<number>();
  for (let entry = 0; entry < size; entry++) {
    for (let i = 0; i < kernel; i++) touched.add(entry * stride + i * dilation);
  }
  return Math.max(...touched) + 1 - before - after + extra;
}

/** The positions of a slice, by walking along the axis. */
export function countSlice(size: number, from: number, to: number, step: number): number {
  let count = 0;
  for (let at = from; at < size && at < to; at += step) count += 1;
  return count;
}
