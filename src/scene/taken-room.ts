import { meets } from "../draw/bounds.ts";
import type { Rect } from "../draw/path.ts";

const CELL = 80;

/** Boxes by the cells of a grid that they lie in, so that a large picture is asked as fast as a small one. */
export class TakenRoom {
  private readonly cells = new Map<string, Rect[]>();

  constructor(boxes: readonly Rect[] = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: Rect): void {
    for (const key of keysOf(box)) {
      const held = this.cells.get(key);
      if (held === undefined) this.cells.set(key, [box]);
      else held.push(box);
    }
  }

  /** Whether a box has more than an edge in common with one of these. */
  isMet(box: Rect): boolean {
    for (const key of keysOf(box)) {
      if (this.cells.get(key)?.some((each) => meets(each, box)) === true) return true;
    }
    return false;
  }
}

function* keysOf({ x, y, width, height }: Rect): Generator<string> {
  const [right, bottom] = [Math.floor((x + width) / CELL), Math.floor((y + height) / CELL)];
  for (let column = Math.floor(x / CELL); column <= right; column++) {
    for (let row = Math.floor(y / CELL); row <= bottom; row++) yield `${column} ${row}`;
  }
}
