/** A height that a row would like to have, and how much. */
export interface Wish {
  readonly height: number;
  readonly weight: number;
}

interface Block {
  wishes: Wish[];
  median: number;
  members: number;
}

/**
 * The heights nearest to all wishes (weighted sum of distances) with `y[i + 1] - y[i] >= apart[i]`.
 * Exact; wishes and distances on a grid give heights on it. Rows without wishes are packed close.
 */
export function pool(wishes: readonly (readonly Wish[])[], apart: readonly number[]): number[] {
  const blocks: Block[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, list] of wishes.entries()) {
    offsets.push(offset);
    const shifted: Wish[] = [];
    for (const { height, weight } of list) shifted.push({ height: height - offset, weight });
    if (shifted.length > 1) shifted.sort((a, b) => a.height - b.height);
    let block: Block = { wishes: shifted, median: weightedMedian(shifted), members: 1 };
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (above.median <= block.median && block.wishes.length > 0) break;
      blocks.pop();
      const merged = merge(above.wishes, block.wishes);
      block = {
        wishes: merged,
        median: weightedMedian(merged),
        members: above.members + block.members,
      };
    }
    blocks.push(block);
    offset += apart[index] ?? 0;
  }
  const heights: number[] = [];
  blocks.forEach((block, index) => {
    // Only the first block can be without wishes; it stands close above the next.
    const base = block.wishes.length > 0 ? block.median : (blocks[index + 1]?.median ?? 0);
    for (let i = 0; i < block.members; i++) heights.push(base + (offsets[heights.length] ?? 0));
  });
  return heights;
}

/** The smallest height with half of the weight at or above it; -Infinity without wishes. */
function weightedMedian(sorted: readonly Wish[]): number {
  let half = 0;
  for (const { weight } of sorted) half += weight;
  half /= 2;
  let sum = 0;
  for (const { height, weight } of sorted) {
    sum += weight;
    if (sum >= half) return height;
  }
  return sorted.at(-1)?.height ?? Number.NEGATIVE_INFINITY;
}

function merge(a: readonly Wish[], b: readonly Wish[]): Wish[] {
  const merged: Wish[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined && right === undefined) return merged;
    if (right === undefined || (left !== undefined && left.height <= right.height)) {
      if (left) merged.push(left);
      i++;
    } else {
      merged.push(right);
      j++;
    }
  }
}
