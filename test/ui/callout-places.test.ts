import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets } from "../../src/draw/bounds.ts";
import type { Rect } from "../../src/draw/path.ts";
import { type CalloutWish, placeCallouts, REACH } from "../../src/ui/problems/callout-places.ts";
import { nearestPoints } from "../../src/ui/problems/nearest-points.ts";

const VIEW: Rect = { x: 0, y: 0, width: 800, height: 500 };

const WISH: CalloutWish = { at: rect(400, 250, 0, 20), width: 140, height: 24 };

function rect(x: number, y: number, width: number, height: number): Rect {
  return { x, y, width, height };
}

function placeOne(taken: readonly Rect[], ink: readonly Rect[] = [], at = WISH.at) {
  return placeCallouts([{ ...WISH, at }], { view: VIEW, taken, ink })[0];
}

function lengthOfLine(box: Rect, at: Rect): number {
  const [from, to] = nearestPoints(box, at);
  return Math.hypot(to.x - from.x, to.y - from.y);
}

const number = (least: number, most: number) => fc.integer({ min: least, max: most });

const box = fc
  .tuple(number(-50, 800), number(-50, 500), number(0, 260), number(0, 160))
  .map(([x, y, width, height]) => rect(x, y, width, height));

const wish = fc.record({ at: box, width: number(40, 200), height: number(18, 60) });

const scene = fc.record({
  wishes: fc.array(wish, { minLength: 1, maxLength: 4 }),
  taken: fc.array(box, { maxLength: 12 }),
  ink: fc.array(box, { maxLength: 6 }),
});

describe("callouts beside their places", () => {
  it("cover nothing that is taken, not each other, not their places, and are seen whole", () => {
    fc.assert(
      fc.property(scene, ({ wishes, taken, ink }) => {
        const placed = placeCallouts(wishes, { view: VIEW, taken, ink });
        placed.forEach((each, i) => {
          if (each === undefined) return;
          const others = placed.slice(0, i).flatMap((other) => other ?? []);
          const at = wishes[i]?.at ?? each;
          expect([...taken, ...others].filter((other) => meets(other, each))).toEqual([]);
          const seen = rect(Math.max(at.x, 0), Math.max(at.y, 0), 0, 0);
          expect(meets(seen, each)).toBe(false);
          expect(Math.min(each.x, each.y)).toBeGreaterThanOrEqual(0);
          expect(each.x + each.width).toBeLessThanOrEqual(VIEW.width);
          expect(each.y + each.height).toBeLessThanOrEqual(VIEW.height);
        });
      }),
    );
  });

  it("find room wherever there is some within reach", () => {
    const trial = fc.record({ x: number(10, 650), y: number(10, 466) });
    fc.assert(
      fc.property(scene, trial, ({ taken, ink }, { x, y }) => {
        const free = rect(x, y, WISH.width, WISH.height);
        const wide = rect(x - 10, y - 10, WISH.width + 20, WISH.height + 20);
        fc.pre(![WISH.at, ...taken].some((other) => meets(other, wide)));
        fc.pre(lengthOfLine(free, WISH.at) <= REACH);
        expect(placeOne(taken, ink)).toBeDefined();
      }),
    );
  });

  it("are the same for the same scene, and are moved along with it", () => {
    fc.assert(
      fc.property(scene, ({ wishes, taken, ink }) => {
        const once = placeCallouts(wishes, { view: VIEW, taken, ink });
        expect(placeCallouts(wishes, { view: VIEW, taken, ink })).toEqual(once);
        const by = ({ x, y, ...size }: Rect): Rect => ({ x: x + 64, y: y - 32, ...size });
        const moved = placeCallouts(
          wishes.map((each) => ({ ...each, at: by(each.at) })),
          { view: by(VIEW), taken: taken.map(by), ink: ink.map(by) },
        );
        expect(moved).toEqual(once.map((each) => each && by(each)));
      }),
    );
  });

  it("stand close to their place, in its middle, where all is free", () => {
    const placed = placeOne([]);
    expect(placed).toEqual(rect(330, 216, 140, 24));
  });

  it("give way to what is drawn, but stay rather than go far", () => {
    const above = rect(300, 150, 200, 90);
    expect(placeOne([], [above])).toEqual(rect(330, 280, 140, 24));
    const everywhere = [VIEW];
    expect(placeOne([], everywhere)).toEqual(placeOne([]));
  });

  it("lead their line around what is taken", () => {
    const between = rect(380, 200, 200, 40);
    const below = rect(200, 275, 400, 225);
    const placed = placeOne([between, below]);
    expect(placed).toBeDefined();
    expect(placed && placed.x + placed.width).toBeLessThanOrEqual(400);
  });

  it("are left out where nothing is free near by, or where the place is not seen", () => {
    expect(placeOne([VIEW])).toBeUndefined();
    expect(placeOne([rect(0, 0, 800, 245), rect(0, 275, 800, 225)])).toBeUndefined();
    expect(placeOne([], [], rect(900, 250, 0, 20))).toBeUndefined();
  });
});
