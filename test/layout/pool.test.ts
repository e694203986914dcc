import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pool, type Wish } from "../../src/layout/pool.ts";

const wish = fc.record({
  height: fc.integer({ min: -6, max: 6 }).map((n) => n * 10),
  weight: fc.constantFrom(1, 2, 6, 20, 500),
});
const rows = fc.array(fc.array(wish, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});
const distances = fc.array(fc.constantFrom(10, 20, 30), { minLength: 4, maxLength: 4 });

function cost(wishes: readonly (readonly Wish[])[], heights: readonly number[]): number {
  let sum = 0;
  wishes.forEach((list, index) => {
    for (const { height, weight } of list) sum += weight * Math.abs((heights[index] ?? 0) - height);
  });
  return sum;
}

/** The least cost over all heights on the grid, by trying them. */
function leastCost(wishes: readonly (readonly Wish[])[], apart: readonly number[]): number {
  const levels = Array.from({ length: 37 }, (_, index) => -180 + 10 * index);
  let best = levels.map(() => 0);
  wishes.forEach((list, row) => {
    const own = levels.map((y) => cost([list], [y]));
    const distance = row === 0 ? 0 : (apart[row - 1] ?? 0);
    let least = Number.POSITIVE_INFINITY;
    let next = 0;
    best = levels.map((y, index) => {
      if (row === 0) return own[index] ?? 0;
      for (; (levels[next] ?? y) <= y - distance; next++) {
        least = Math.min(least, best[next] ?? least);
      }
      return least + (own[index] ?? 0);
    });
  });
  return Math.min(...best);
}

describe("pool", () => {
  it("keeps rows in order and apart, on the grid of the wishes, at the least cost", () => {
    fc.assert(
      fc.property(rows, distances, (wishes, apart) => {
        const heights = pool(wishes, apart);
        expect(heights).toHaveLength(wishes.length);
        heights.forEach((y, index) => {
          expect(y % 10).toBe(y < 0 ? -0 : 0);
          const above = heights[index - 1];
          if (above !== undefined) expect(y - above).toBeGreaterThanOrEqual(apart[index - 1] ?? 0);
        });
        expect(cost(wishes, heights)).toBe(leastCost(wishes, apart));
      }),
    );
  });

  it("moves with its wishes", () => {
    fc.assert(
      fc.property(rows, distances, fc.integer({ min: -50, max: 50 }), (wishes, apart, dy) => {
        const moved = wishes.map((list) => list.map((w) => ({ ...w, height: w.height + dy })));
        expect(pool(moved, apart)).toEqual(pool(wishes, apart).map((y) => y + dy));
      }),
    );
  });

  it("meets a heavy wish exactly however many light ones disagree", () => {
    const light = { height: 100, weight: 6 };
    expect(pool([[{ height: 0, weight: 500 }, light, light, light]], [])).toEqual([0]);
  });

  it("packs rows without wishes close to their neighbours", () => {
    expect(pool([[], [{ height: 50, weight: 1 }], [], []], [20, 30, 40])).toEqual([
      30, 50, 80, 120,
    ]);
    expect(pool([[], []], [20])).toEqual([0, 20]);
    expect(pool([], [])).toEqual([]);
  });
});
